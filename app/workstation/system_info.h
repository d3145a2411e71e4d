// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace limpid {

/// What the caller knows and the operating system does not tell. Empty: not known, and left out.
struct SystemFacts {
    QString device; ///< The device that Limpid computes on, in words.
    QString openGl; ///< As openGlWords() gives it.
};

/// What somebody who helps from afar has to know of the machine and the program: a line each, plain English, the same
/// in every language. It names no person and no folder. Needs a QGuiApplication for the displays.
QString systemInformation(const SystemFacts& facts = {});

/// Vendor, renderer and version of OpenGL on this display; empty where there is none. Takes a moment: it makes a
/// context. Window's thread only, with a QGuiApplication.
QString openGlWords();

} // namespace limpid
