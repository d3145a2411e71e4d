// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/log_line.h"

#include <QWidget>

#include <deque>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace limpid {

/// Shows what the program did, line by line, and copies a report that can be sent to the authors. It keeps the last
/// `mostLines` lines, so that days of work do not fill the memory.
class LogWindow : public QWidget {
    Q_OBJECT

public:
    static constexpr int mostLines = 5000;
    /// The report holds at most this many lines.
    static constexpr int reportLines = 200;

    explicit LogWindow(QWidget* parent = nullptr);

    void append(const LogLine& line);
    /// What stands above the lines in a report: version, machine, libraries. Plain text.
    void setSystemInformation(const QString& text);
    /// Hides lines that matter less.
    void setLeastLevel(LogLevel level);
    /// System information and the last lines of every level, as plain English text.
    QString report() const;

Q_SIGNALS:
    /// The report lies on the clipboard.
    void reportCopied();

protected:
    void changeEvent(QEvent* event) override;

private:
    void copyReport();
    void fill();
    void retranslate();
    bool isShown(const LogLine& line) const;

    std::deque<LogLine> m_lines;
    QString m_system;
    QLabel* m_levelName;
    QComboBox* m_level;
    QLabel* m_note;
    QPushButton* m_copy;
    QPlainTextEdit* m_text;
};

} // namespace limpid
