// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inference/folder_adaptation.h"

#include <string>
#include <vector>

namespace limpid {

/// Numbers as the report writes them, so that they look alike everywhere.

/// With so many decimals; a dash for what is no number.
std::string numberInWords(double value, int decimals);
/// "24.31 dB, SSIM 0.812".
std::string scoresInWords(double psnr, double ssim);
/// "+1.20 dB".
std::string gainInWords(double decibels);
/// "42 s", "3 min 20 s" or "2 h 5 min".
std::string timeInWords(double seconds);
/// "1 photograph", "3 photographs".
std::string countInWords(int count, const std::string& singular);
/// That a folder holds two kinds of photographs, as one sentence: `smaller` of `images` are of the smaller kind.
std::string mixedFolderInWords(int smaller, int images);
/// How often a guard chose which result, as one sentence.
std::string guardInWords(const std::vector<GuardedImage>& decided);
/// How images were compared, as one sentence.
std::string protocolInWords(int workingSize);

} // namespace limpid
