// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineF>
#include <QString>

namespace limpid {

/// A straight line on the image and its length.
struct Ruler {
    QLineF line;          ///< In image pixels.
    double spacing = 0.0; ///< Micrometres per image pixel; 0 where it is not known.

    bool isNull() const { return line.isNull(); }
    double pixels() const { return line.length(); }
    /// 0 where the spacing is not known.
    double micrometres() const { return pixels() * spacing; }
    /// The length in the user's language, such as "120.0 px · 840 µm" or, from a thousand on, "257.1 px · 1.80 mm".
    QString text() const;
};

} // namespace limpid
