// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared_device.h"

#include <utility>

namespace limpid {

SharedDevice::SharedDevice(std::string wanted)
    : m_wanted(std::move(wanted)) {}

Result<DeviceChoice> SharedDevice::choice() {
    const std::scoped_lock lock(m_mutex);
    if (!m_choice)
        m_choice = chooseDevice(m_wanted);
    return *m_choice;
}

} // namespace limpid
