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
    {
        const std::scoped_lock lock(m_mutex);
        if (decision == PickOverride::None)
            m_decisions.overrides.erase(image);
        else
            m_decisions.overrides[image] = decision;
    }
    noteChange();
}

PickOverride AdaptationControl::overrideOf(int image) const {
    const std::scoped_lock lock(m_mutex);
    const auto found = m_decisions.overrides.find(image);
    return found == m_decisions.overrides.end() ? PickOverride::None : found->second;
}

void AdaptationControl::setThresholds(const std::optional<PickThresholds>& thresholds) {
    {
        const std::scoped_lock lock(m_mutex);
        m_decisions.thresholds = thresholds;
    }
    noteChange();
}

std::optional<PickThresholds> AdaptationControl::thresholds() const {
    const std::scoped_lock lock(m_mutex);
    return m_decisions.thresholds;
}

HandDecisions AdaptationControl::decisions() const {
    const std::scoped_lock lock(m_mutex);
    return m_decisions;
}

void AdaptationControl::restore(const HandDecisions& earlier) {
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto& [image, decision] : earlier.overrides)
            m_decisions.overrides.try_emplace(image, decision);
        if (!m_decisions.thresholds)
            m_decisions.thresholds = earlier.thresholds;
    }
    noteChange();
}

void AdaptationControl::noteChange() {
    {
        const std::scoped_lock lock(m_mutex);
        ++m_changes;
    }
    m_changed.notify_all();
}

} // namespace limpid
