// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/settings.h"

#include <QRegularExpression>

#include <algorithm>

namespace limpid {

int SettingBounds::nearest(int value) const {
    const int inside = std::clamp(value, least, most);
    const int steps = (inside - least + step / 2) / step;
    return std::min(most, least + steps * step);
}

QStringList interfaceLanguages() {
    return {QStringLiteral("en"), QStringLiteral("zh_CN")};
}

bool isDeviceName(const QString& device) {
    static const QRegularExpression form(QStringLiteral("\\A(auto|cpu|cuda:[0-9]{1,2})\\z"));
    return form.match(device).hasMatch();
}

Settings withinBounds(Settings settings) {
    const Settings defaults;
    if (!isDeviceName(settings.device))
        settings.device = defaults.device;
    settings.threads = threadBounds.nearest(settings.threads);
    settings.workingSize = workingSizeBounds.nearest(settings.workingSize);
    settings.batchSize = batchSizeBounds.nearest(settings.batchSize);
    settings.thumbnailCacheMegabytes = thumbnailCacheBounds.nearest(settings.thumbnailCacheMegabytes);
    if (!interfaceLanguages().contains(settings.language))
        settings.language = defaults.language;
    if (settings.theme != ThemeChoice::Light && settings.theme != ThemeChoice::Dark)
        settings.theme = defaults.theme;
    return settings;
}

} // namespace limpid
