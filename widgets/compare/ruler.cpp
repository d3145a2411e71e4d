// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/ruler.h"

#include <QCoreApplication>
#include <QLocale>

namespace limpid {

namespace {

/// Lends its context to the words of this file.
struct Lengths {
    Q_DECLARE_TR_FUNCTIONS(limpid::Ruler)
};

} // namespace

QString Ruler::text() const {
    const QLocale locale;
    auto text = Lengths::tr("%1 px").arg(locale.toString(pixels(), 'f', 1));
    if (micrometres() >= 999.5)
        text += Lengths::tr(" \u00b7 %1 mm").arg(locale.toString(micrometres() / 1000.0, 'f', 2));
    else if (spacing > 0.0)
        text += Lengths::tr(" \u00b7 %1 \u00b5m").arg(locale.toString(micrometres(), 'f', micrometres() < 10 ? 1 : 0));
    return text;
}

} // namespace limpid
