// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "image_exporter.h"

#include "error_sentence.h"
#include "imaging/image_writer.h"
#include "paths.h"
#include "worker_guard.h"

#include <algorithm>
#include <system_error>

namespace limpid {

namespace fs = std::filesystem;

namespace {

Result<void> write(const Image& image, const fs::path& target, const std::vector<fs::path>& originals) {
    const bool isOriginal = std::any_of(originals.begin(), originals.end(), [&](const fs::path& original) {
        std::error_code ignored;
        return fs::equivalent(original, target, ignored);
    });
    if (isOriginal)
        return fail(ErrorCode::OutputIsInput, {target.string()});
    WriteOptions options;
    options.overwrite = true; // the dialog has asked
    return writeImage(image, target, options);
}

} // namespace

ImageExporter::ImageExporter(QObject* parent)
    : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

ImageExporter::~ImageExporter() {
    m_pool.waitForDone();
}

void ImageExporter::save(const Image& image, const fs::path& target, const std::vector<fs::path>& originals) {
    m_pool.start([this, image, target, originals] {
        const auto written = guarded("writing " + target.string(), [&] { return write(image, target, originals); });
        QMetaObject::invokeMethod(
            this,
            [this, target, written] {
                if (written)
                    Q_EMIT saved(toQString(target));
                else
                    Q_EMIT failed(errorSentence(written.error()));
            },
            Qt::QueuedConnection);
    });
}

} // namespace limpid
