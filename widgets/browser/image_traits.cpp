// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/image_traits.h"

#include <QCoreApplication>

namespace limpid {

ImageQuality QualityShares::label() const {
    if (good <= 0 && usable <= 0 && reject <= 0)
        return ImageQuality::Unknown;
    if (good > usable && good > reject)
        return ImageQuality::Good;
    return usable > reject ? ImageQuality::Usable : ImageQuality::Reject;
}

QString qualityWords(ImageQuality quality) {
    switch (quality) {
    case ImageQuality::Good:
        return QCoreApplication::translate("limpid::ImageTraits", "Quality good");
    case ImageQuality::Usable:
        return QCoreApplication::translate("limpid::ImageTraits", "Quality usable");
    case ImageQuality::Reject:
        return QCoreApplication::translate("limpid::ImageTraits", "Quality reject",
                                           "the assessor's class for images too poor to judge by");
    case ImageQuality::Unknown:
        break;
    }
    return {};
}

QString decisionWords(PickerVerdict decision) {
    switch (decision) {
    case PickerVerdict::Accepted:
        return QCoreApplication::translate("limpid::ImageTraits", "Accepted by the picker");
    case PickerVerdict::Rejected:
        return QCoreApplication::translate("limpid::ImageTraits", "Rejected by the picker");
    case PickerVerdict::Unknown:
        break;
    }
    return {};
}

QString flagWords(ImageFlag flag) {
    switch (flag) {
    case ImageFlag::Pick:
        return QCoreApplication::translate("limpid::ImageTraits", "Flagged as pick");
    case ImageFlag::Reject:
        return QCoreApplication::translate("limpid::ImageTraits", "Flagged as reject");
    case ImageFlag::None:
        break;
    }
    return {};
}

QString starWords(int stars) {
    return stars > 0 ? QCoreApplication::translate("limpid::ImageTraits", "%n stars", nullptr, stars) : QString();
}

} // namespace limpid
