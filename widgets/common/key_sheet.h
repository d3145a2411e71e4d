// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QList>
#include <QString>

class QScrollArea;

namespace limpid {

/// One line of the sheet of keys.
struct KeyEntry {
    QString keys;  ///< As on the keyboard; several are divided by single spaces: "P", "Ctrl+O", "\u2190 \u2192".
    QString text;  ///< What they do.
    QString group; ///< The heading under which they stand.
};

/// The sheet of all keys: groups in the order in which they turn up, in two columns. Closed by Escape or "?".
class KeySheet : public QDialog {
    Q_OBJECT

public:
    explicit KeySheet(QWidget* parent = nullptr);

    /// Replaces all lines; to be called again when the language has changed, because the lines are translated outside.
    void setEntries(const QList<KeyEntry>& entries);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();

    QScrollArea* m_area;
};

} // namespace limpid
