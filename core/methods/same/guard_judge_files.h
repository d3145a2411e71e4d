// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

namespace limpid {

/// Where the networks that a RestorationGuard asks are kept; free of LibTorch.
struct GuardJudgeFiles {
    std::filesystem::path quality;
    std::filesystem::path structure; ///< Empty: vessels are not judged by it.
    std::filesystem::path estimator; ///< Empty: veil and noise are not looked for.
};

} // namespace limpid
