// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "language_switch.h"

#include "common/settings.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace limpid {

namespace {

/// How numbers and dates are written: as the system does where it has the same language.
QLocale localeOf(const QString& language) {
    const auto system = QLocale::system();
    const QLocale own(language);
    return system.language() == own.language() ? system : own;
}

} // namespace

LanguageSwitch::LanguageSwitch(QCoreApplication& program)
    : m_program(program) {}

LanguageSwitch::~LanguageSwitch() {
    remove();
}

void LanguageSwitch::choose(const QString& language) {
    const auto chosen =
        interfaceLanguages().contains(language) ? language : bestLanguage(QLocale::system().uiLanguages());
    if (chosen == m_language)
        return;
    remove();
    m_language = chosen;
    // Before the translators: widgets write their numbers again when they hear of the change.
    QLocale::setDefault(localeOf(chosen));
    if (m_qt.load(QStringLiteral("qtbase_") + chosen, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        m_program.installTranslator(&m_qt);
    if (m_own.load(QStringLiteral(":/i18n/limpid_") + chosen))
        m_program.installTranslator(&m_own);
}

void LanguageSwitch::remove() {
    m_program.removeTranslator(&m_own);
    m_program.removeTranslator(&m_qt);
}

QString bestLanguage(const QStringList& wanted) {
    for (const auto& language : wanted) {
        const auto primary = language.section(QLatin1Char('-'), 0, 0);
        for (const auto& known : interfaceLanguages()) {
            if (known.section(QLatin1Char('_'), 0, 0) == primary)
                return known;
        }
    }
    return QStringLiteral("en");
}

} // namespace limpid
