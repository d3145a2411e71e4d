// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/image_traits.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

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

QString decisionWords(PickerVerdict decision, bool byHand) {
    switch (decision) {
    case PickerVerdict::Accepted:
        return byHand ? QCoreApplication::translate("limpid::ImageTraits", "Pseudo-label accepted by hand")
                      : QCoreApplication::translate("limpid::ImageTraits", "Pseudo-label accepted by the picker");
    case PickerVerdict::Rejected:
        return byHand ? QCoreApplication::translate("limpid::ImageTraits", "Pseudo-label rejected by hand")
                      : QCoreApplication::translate("limpid::ImageTraits", "Pseudo-label rejected by the picker");
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

QString gainText(double gain) {
    const auto digits = QLocale().toString(std::abs(gain), 'f', 2);
    const bool none = std::abs(gain) < 0.005;
    return none ? digits : (gain < 0 ? QStringLiteral("\u2212") : QStringLiteral("+")) + digits;
}

} // namespace limpid
