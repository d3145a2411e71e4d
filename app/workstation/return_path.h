// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <mutex>

namespace limpid {

/// The way back from a thread to an object that may be gone by then. Copies lead to the same object.
class ReturnPath {
public:
    explicit ReturnPath(QObject& owner)
        : m_end(std::make_shared<End>()) {
        m_end->owner = &owner;
    }

    /// Calls `report` in the owner's thread, soon; not at all if close() or the owner's end comes first. Any thread.
    void post(std::function<void()> report) const {
        const std::scoped_lock lock(m_end->mutex);
        if (m_end->owner != nullptr)
            QMetaObject::invokeMethod(m_end->owner, std::move(report), Qt::QueuedConnection);
    }
    /// Nothing is posted from now on. To be called before the owner is gone, in its thread.
    void close() const {
        const std::scoped_lock lock(m_end->mutex);
        m_end->owner = nullptr;
    }

private:
    struct End {
        std::mutex mutex;
        QObject* owner = nullptr;
    };
    std::shared_ptr<End> m_end;
};

} // namespace limpid
