// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/quality_assessor.h"

#include <torch/torch.h>

namespace limpid {

/// An assessor that answers the same three probabilities and one severity for whatever it sees.
inline QualityAssessor constantAssessor(double good, double usable, double reject) {
    const torch::NoGradGuard noGrad;
    QualityAssessorConfig config;
    config.inputSize = 32;
    config.widths = {4, 4};
    QualityAssessor assessor(config);
    auto parameters = assessor->named_parameters();
    parameters["grade.weight"].zero_();
    parameters["severity.weight"].zero_();
    parameters["grade.bias"].copy_(torch::logit(torch::tensor({good, usable, reject})));
    return assessor;
}

} // namespace limpid
