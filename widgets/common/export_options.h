// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace limpid {

enum class ExportFormat { Png, Tiff, Jpeg };

/// How and where enhanced images are written.
struct ExportOptions {
    ExportFormat format = ExportFormat::Png;
    int jpegQuality = 95;    ///< 1..100; for JPEG only.
    bool nativeDepth = true; ///< 16 bits per channel where the photograph has them; else 8. JPEG always has 8.
    bool overwrite = false;  ///< Whether files that an export wrote before may be replaced.
    QString folder;          ///< Where to; made if it is not there. Never the photographs' own.

    bool operator==(const ExportOptions&) const = default;
};

/// One image that was not written.
struct ExportFailure {
    QString name;     ///< The photograph's file name.
    QString sentence; ///< Why, and what to do.
};

/// How an export ended.
struct ExportOutcome {
    int written = 0;
    int notTried = 0; ///< Left when it was cancelled, or when the disk was full.
    bool cancelled = false;
    QList<ExportFailure> failures;
};

} // namespace limpid
