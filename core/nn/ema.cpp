// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/ema.h"

namespace limpid {

void updateTeacher(torch::nn::Module& teacher, const torch::nn::Module& student, double decay) {
    torch::NoGradGuard noGrad;
    const auto teacherParameters = teacher.parameters();
    const auto studentParameters = student.parameters();
    TORCH_CHECK(teacherParameters.size() == studentParameters.size(), "teacher and student differ in structure");
    if (!teacherParameters.empty()) {
        torch::_foreach_mul_(teacherParameters, decay);
        torch::_foreach_add_(teacherParameters, studentParameters, 1.0 - decay);
    }
    auto teacherBuffers = teacher.buffers();
    const auto studentBuffers = student.buffers();
    for (std::size_t i = 0; i < teacherBuffers.size(); ++i) {
        if (teacherBuffers[i].is_floating_point())
            teacherBuffers[i].mul_(decay).add_(studentBuffers[i], 1.0 - decay);
        else
            teacherBuffers[i].copy_(studentBuffers[i]);
    }
}

void copyState(torch::nn::Module& to, const torch::nn::Module& from) {
    updateTeacher(to, from, 0.0);
}

void freeze(torch::nn::Module& network) {
    network.eval();
    for (auto& parameter : network.parameters())
        parameter.requires_grad_(false);
}

int64_t parameterCount(const torch::nn::Module& network) {
    int64_t count = 0;
    for (const auto& parameter : network.parameters())
        count += parameter.numel();
    return count;
}

} // namespace limpid
