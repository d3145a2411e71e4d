// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/bounded_queue.h"

#include <cstddef>
#include <exception>
#include <functional>
#include <optional>
#include <thread>
#include <utility>

namespace limpid {

/// Makes items 0 .. count-1 in order on a thread of its own, at most `capacity` ahead of the one that takes them: files
/// are decoded while the previous ones are worked on. next() is for one thread.
template <typename T>
class ReadAhead {
public:
    using Maker = std::function<T(std::size_t)>;

    ReadAhead(std::size_t count, std::size_t capacity, Maker make)
        : m_queue(capacity)
        , m_thread([this, count, maker = std::move(make)] { produce(count, maker); }) {}

    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    /// Drops what was made ahead and waits for the item being made.
    ~ReadAhead() {
        m_queue.close();
        m_thread.join();
    }

    /// The next item; nothing after the last. What the maker threw is thrown here, in the item's place.
    std::optional<T> next() {
        auto item = m_queue.pop();
        if (!item)
            return std::nullopt;
        if (item->thrown)
            std::rethrow_exception(item->thrown);
        return std::move(item->value);
    }

private:
    struct Item {
        std::optional<T> value;
        std::exception_ptr thrown;
    };

    void produce(std::size_t count, const Maker& make) {
        for (std::size_t index = 0; index < count; ++index) {
            Item item;
            try {
                item.value.emplace(make(index));
            } catch (...) {
                item.thrown = std::current_exception();
            }
            if (!m_queue.push(std::move(item)))
                return;
        }
        m_queue.close();
    }

    BoundedQueue<Item> m_queue;
    std::thread m_thread;
};

} // namespace limpid
