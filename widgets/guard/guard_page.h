// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "guard/guard_filter.h"
#include "guard/guard_list.h"

#include <QByteArray>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;
class QTreeView;

namespace limpid {

/// The page where one sees for every photograph of a run whose result is shown, and why. Those that do not show the
/// adapted model's stand first until a person sorts otherwise.
class GuardPage : public QWidget {
    Q_OBJECT

public:
    explicit GuardPage(QWidget* parent = nullptr);

    /// Puts this run in the place of the one before.
    void setRun(const GuardedRun& run);
    const GuardedRun& run() const { return m_run; }
    /// All photographs, whatever is filtered, as the bytes of a CSV file.
    QByteArray exported() const;

Q_SIGNALS:
    /// This photograph of the run is to be looked at.
    void photographChosen(const QString& name);
    /// Somebody wants the list as a file: ask for its name and write exported().
    void exportRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void connectParts();
    void showRun();
    void showCount();
    void showDetail();
    void retranslate();

    GuardedRun m_run;
    GuardList m_list;
    GuardFilter m_filter;
    QLabel* m_title;
    QLabel* m_summary;
    QComboBox* m_show;
    QLineEdit* m_text;
    QLabel* m_count;
    QToolButton* m_export;
    QTreeView* m_table;
    QLabel* m_detail; ///< The current photograph's reason in full, which its cell may cut off.
};

} // namespace limpid
