// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/log_window.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>

namespace limpid {

namespace {

QString levelWord(LogLevel level) {
    switch (level) {
    case LogLevel::Detail:
        return QStringLiteral("detail");
    case LogLevel::Information:
        return QStringLiteral("info");
    case LogLevel::Warning:
        return QStringLiteral("WARNING");
    case LogLevel::Error:
        return QStringLiteral("ERROR");
    }
    return {};
}

/// The level as a word, so that no colour is needed to see it. English in every language, as the log itself.
QString written(const LogLine& line, const QString& timeFormat) {
    return QStringLiteral("%1  %2  %3")
        .arg(line.time.toString(timeFormat), levelWord(line.level).leftJustified(7), line.text);
}

} // namespace

LogWindow::LogWindow(QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_levelName(new QLabel(this))
    , m_level(new QComboBox(this))
    , m_note(new QLabel(this))
    , m_copy(new QPushButton(this))
    , m_text(new QPlainTextEdit(this)) {
    setObjectName(QStringLiteral("logWindow"));
    resize(860, 420);
    m_level->setObjectName(QStringLiteral("logLevel"));
    m_copy->setObjectName(QStringLiteral("copyReport"));
    m_text->setReadOnly(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setMaximumBlockCount(mostLines);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_levelName->setBuddy(m_level);
    for (const auto level : {LogLevel::Detail, LogLevel::Information, LogLevel::Warning, LogLevel::Error})
        m_level->addItem(QString(), static_cast<int>(level));
    m_level->setCurrentIndex(m_level->findData(static_cast<int>(LogLevel::Information)));

    auto* row = new QHBoxLayout;
    row->addWidget(m_levelName);
    row->addWidget(m_level);
    row->addStretch(1);
    row->addWidget(m_note);
    row->addWidget(m_copy);
    auto* column = new QVBoxLayout(this);
    column->addLayout(row);
    column->addWidget(m_text, 1);

    connect(m_level, &QComboBox::currentIndexChanged, this, &LogWindow::fill);
    connect(m_copy, &QPushButton::clicked, this, &LogWindow::copyReport);
    retranslate();
}

void LogWindow::append(const LogLine& line) {
    m_lines.push_back(line);
    if (m_lines.size() > static_cast<std::size_t>(mostLines))
        m_lines.pop_front();
    m_note->clear();
    if (isShown(line))
        m_text->appendPlainText(written(line, QStringLiteral("HH:mm:ss.zzz")));
}

void LogWindow::setSystemInformation(const QString& text) {
    m_system = text;
}

void LogWindow::setLeastLevel(LogLevel level) {
    m_level->setCurrentIndex(m_level->findData(static_cast<int>(level)));
}

QString LogWindow::report() const {
    QStringList lines{m_system.trimmed(), QString()};
    const auto shown = std::min(m_lines.size(), static_cast<std::size_t>(reportLines));
    lines << QStringLiteral("Log, last %1 of %2 lines:").arg(shown).arg(m_lines.size());
    std::for_each(m_lines.end() - static_cast<std::ptrdiff_t>(shown), m_lines.end(),
                  [&](const LogLine& line) { lines << written(line, QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")); });
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void LogWindow::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LogWindow::copyReport() {
    QGuiApplication::clipboard()->setText(report());
    m_note->setText(tr("Copied. It may name folders and files of yours; read it before you send it."));
    Q_EMIT reportCopied();
}

void LogWindow::fill() {
    QStringList shown;
    for (const auto& line : m_lines) {
        if (isShown(line))
            shown << written(line, QStringLiteral("HH:mm:ss.zzz"));
    }
    m_text->setPlainText(shown.join(QLatin1Char('\n')));
    m_text->moveCursor(QTextCursor::End);
}

void LogWindow::retranslate() {
    setWindowTitle(tr("Log"));
    m_levelName->setText(tr("&Show:"));
    m_level->setItemText(0, tr("Everything"));
    m_level->setItemText(1, tr("What happened"));
    m_level->setItemText(2, tr("Warnings and errors"));
    m_level->setItemText(3, tr("Errors only"));
    m_level->setAccessibleName(tr("Which lines are shown"));
    m_note->clear();
    m_copy->setText(tr("&Copy report"));
    m_copy->setToolTip(tr("Puts version, machine and the last lines on the clipboard. Nothing is sent."));
    m_text->setAccessibleName(tr("Lines of the log"));
}

bool LogWindow::isShown(const LogLine& line) const {
    return static_cast<int>(line.level) >= m_level->currentData().toInt();
}

} // namespace limpid
