// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/adaptation_control.h"

namespace limpid {

void AdaptationControl::requestPause() {
    const std::scoped_lock lock(m_mutex);
    m_pause = true;
}

void AdaptationControl::resume() {
    {
        const std::scoped_lock lock(m_mutex);
        m_pause = false;
    }
    m_changed.notify_all();
}

void AdaptationControl::setOverride(int image, PickOverride decision) {
    const std::scoped_lock lock(m_mutex);
    if (decision == PickOverride::None)
        m_overrides.erase(image);
    else
        m_overrides[image] = decision;
}

PickOverride AdaptationControl::overrideOf(int image) const {
    const std::scoped_lock lock(m_mutex);
    const auto found = m_overrides.find(image);
    return found == m_overrides.end() ? PickOverride::None : found->second;
}

void AdaptationControl::setThresholds(const std::optional<PickThresholds>& thresholds) {
    const std::scoped_lock lock(m_mutex);
    m_thresholds = thresholds;
}

std::optional<PickThresholds> AdaptationControl::thresholds() const {
    const std::scoped_lock lock(m_mutex);
    return m_thresholds;
}

} // namespace limpid
