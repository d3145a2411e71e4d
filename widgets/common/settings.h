// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/theme.h"

#include <QString>
#include <QStringList>

namespace limpid {

/// What a person can set, in one place. The values here are the defaults.
struct Settings {
    /// "auto", "cpu" or "cuda:N" with N from 0.
    QString device = QStringLiteral("auto");
    /// Threads that compute on the CPU; 0 lets Limpid choose.
    int threads = 0;
    /// Side of the square at which the network works, in pixels.
    int workingSize = 256;
    /// Photographs of one training step.
    int batchSize = 4;
    /// Most disk space for thumbnails, in megabytes (1024 * 1024 bytes).
    int thumbnailCacheMegabytes = 512;
    /// "en" or "zh_CN"; empty: the system's, or English where Limpid does not speak it.
    QString language;
    ThemeChoice theme = ThemeChoice::System;

    bool operator==(const Settings&) const = default;
};

/// The least and the most of each number of Settings, and the step from one value to the next.
struct SettingBounds {
    int least;
    int most;
    int step;

    /// The nearest value that is allowed.
    int nearest(int value) const;
};

constexpr SettingBounds threadBounds{0, 256, 1};
constexpr SettingBounds workingSizeBounds{256, 1024, 32};
constexpr SettingBounds batchSizeBounds{1, 64, 1};
constexpr SettingBounds thumbnailCacheBounds{64, 16384, 64};

/// The languages of the window, as Settings::language names them; the system's choice is not among them.
QStringList interfaceLanguages();

/// Whether `device` is written as Settings::device demands. Says nothing about what the machine has.
bool isDeviceName(const QString& device);

/// The settings with every value that is not allowed replaced: numbers by the nearest one, all else by the default.
Settings withinBounds(Settings settings);

} // namespace limpid
