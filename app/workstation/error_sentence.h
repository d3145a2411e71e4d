// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/error.h"

#include <QString>

namespace limpid {

/// The sentence the window shows for an error: what happened, the likeliest causes, what to do next. Where the command
/// line's words fit the window too, they are taken as they are.
QString errorSentence(const Error& error);

/// The same for one image in the list, whose row says already where the image is: names it without its folder.
QString errorSentenceForRow(Error error);

} // namespace limpid
