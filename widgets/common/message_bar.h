// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QPointer>
#include <QString>

class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace limpid {

/// A bar above the work that says one sentence and may offer actions; it never stands in the way as a dialog would.
/// Hidden until something is said.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    /// How the sentence is meant; shown as a sign and a colour.
    enum class Kind { Information, Success, Problem };

    explicit MessageBar(QWidget* parent = nullptr);

    /// Shows the sentence and takes the actions of the one before away.
    void say(Kind kind, const QString& sentence);
    /// Adds a button to the sentence shown. Pressing it emits actionChosen(name) and hides the bar. `name` becomes the
    /// button's object name. A bar with actions has no cross: it waits for an answer.
    void offer(const QString& name, const QString& text);
    /// Shows `detail`, which the bar takes as its own, below the sentence shown, until something else is said. Null
    /// takes away what was there.
    void attach(QWidget* detail);
    /// Hides the bar without choosing anything.
    void dismiss();

    QString sentence() const;

Q_SIGNALS:
    void actionChosen(const QString& name);
    void dismissed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void clearActions();
    void clearDetail();
    void colour();
    void retranslate();

    Kind m_kind = Kind::Information;
    QLabel* m_sign;
    QLabel* m_text;
    QHBoxLayout* m_actions;
    QVBoxLayout* m_column;
    QPointer<QWidget> m_detail;
    QToolButton* m_close;
};

} // namespace limpid
