// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QString>

namespace limpid {

/// How readable a photograph is, as the quality assessor's most probable class; in rising order.
enum class ImageQuality { Unknown, Reject, Usable, Good };
/// What the picker decided about the image in the latest epoch.
enum class PickerVerdict { Unknown, Accepted, Rejected };
/// What the person decided about the image.
enum class ImageFlag { None, Pick, Reject };

/// The quality assessor's probabilities, each 0..1; all zero means unknown.
struct QualityShares {
    double good = 0;
    double usable = 0;
    double reject = 0;

    /// The most probable class; on a tie the worse one, so that no image is called better than it may be.
    ImageQuality label() const;
};

/// What is known of an image's file before it is read.
struct ImageFile {
    QString name;
    QDateTime date;    ///< Of the last change; invalid if unknown.
    qint64 bytes = -1; ///< -1 if unknown.
};

/// Most stars an image can have.
constexpr int mostStars = 5;

/// The words a person reads for these values, translated. Empty for what is unknown or not set.
QString qualityWords(ImageQuality quality);
QString decisionWords(PickerVerdict decision, bool byHand);
QString flagWords(ImageFlag flag);
QString starWords(int stars);
/// A gain as a number with its sign and two digits.
QString gainText(double gain);

} // namespace limpid

Q_DECLARE_METATYPE(limpid::ImageFlag)
