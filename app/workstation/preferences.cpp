// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preferences.h"

#include <QApplication>

#include <utility>

namespace limpid {

Preferences::Preferences(QApplication& program, std::unique_ptr<QSettings> storage)
    : m_storage(std::move(storage))
    , m_store(*m_storage)
    , m_settings(m_store.load())
    , m_theme(program)
    , m_language(program) {
    apply();
}

bool Preferences::change(const Settings& settings) {
    m_settings = settings;
    apply();
    return m_store.save(settings);
}

void Preferences::apply() {
    m_theme.choose(m_settings.theme);
    m_language.choose(m_settings.language);
}

} // namespace limpid
