// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QTranslator>

class QCoreApplication;

namespace limpid {

/// Changes the language of the whole window while it runs: installs Limpid's words and Qt's own, and sets how numbers
/// and dates are written. Every widget then gets QEvent::LanguageChange. Window's thread only.
class LanguageSwitch {
public:
    explicit LanguageSwitch(QCoreApplication& program);
    /// Takes the words out of the program again.
    ~LanguageSwitch();
    LanguageSwitch(const LanguageSwitch&) = delete;
    LanguageSwitch& operator=(const LanguageSwitch&) = delete;

    /// `language` as in Settings::language; empty follows the system. One that Limpid does not speak means English.
    void choose(const QString& language);
    /// The language on show: one of interfaceLanguages(), or empty before the first choice.
    QString language() const { return m_language; }

private:
    void remove();

    QCoreApplication& m_program;
    QTranslator m_own;
    QTranslator m_qt;
    QString m_language;
};

/// The language of interfaceLanguages() that serves a system best whose languages are these, by preference, written as
/// QLocale::uiLanguages() does: "zh-Hans-CN", "en-US".
QString bestLanguage(const QStringList& wanted);

} // namespace limpid
