// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "imaging/image.h"

#include <QObject>
#include <QThreadPool>

#include <filesystem>
#include <vector>

namespace limpid {

/// Writes enhanced images in a thread of its own, and never over an original. Signals come in the thread that owns the
/// object.
class ImageExporter : public QObject {
    Q_OBJECT

public:
    explicit ImageExporter(QObject* parent = nullptr);
    /// Waits for what is being written.
    ~ImageExporter() override;

    /// Writes `image` to `target`, which is replaced if it exists, unless it is one of `originals`.
    void save(const Image& image, const std::filesystem::path& target,
              const std::vector<std::filesystem::path>& originals);

Q_SIGNALS:
    void saved(const QString& path);
    void failed(const QString& sentence);

private:
    QThreadPool m_pool;
};

} // namespace limpid
