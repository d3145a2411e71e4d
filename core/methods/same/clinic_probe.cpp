// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/clinic_probe.h"

#include "methods/same/network_range.h"
#include "methods/same/preview.h"
#include "metrics/psnr.h"
#include "metrics/ssim.h"

#include <algorithm>

namespace limpid {

namespace {

constexpr int64_t chunk = 4;
/// Side of the pictures that are compared, pixels.
constexpr int64_t previewSide = 256;

/// Sums of PSNR and SSIM over images.
class ScoreSum {
public:
    explicit ScoreSum(const torch::TensorOptions& options)
        : m_psnr(torch::zeros({}, options))
        , m_ssim(torch::zeros({}, options)) {}

    void add(const torch::Tensor& images, const torch::Tensor& references, const torch::Tensor& mask) {
        m_psnr += psnr(images, references, mask).sum();
        m_ssim += ssim(images, references, SsimWindow::gaussian11(), mask).sum();
    }

    ProbeScores mean(int64_t images) const {
        const auto count = static_cast<double>(images);
        return {m_psnr.item<double>() / count, m_ssim.item<double>() / count};
    }

private:
    torch::Tensor m_psnr;
    torch::Tensor m_ssim;
};

/// Standard deviation of the pixels inside the masks, over channels and images.
double spread(const torch::Tensor& images, const torch::Tensor& masks) {
    const auto inside = masks.expand_as(images);
    const auto count = inside.sum({2, 3}, true).clamp_min(1.0);
    const auto mean = (images * inside).sum({2, 3}, true) / count;
    const auto variance = ((images - mean) * inside).square().sum({2, 3}, true) / count;
    return variance.sqrt().mean().item<double>();
}

} // namespace

ClinicProbe::ClinicProbe(const torch::Tensor& references, const torch::Tensor& fieldOfView, int variants,
                         Degradation& degradation)
    : m_count(references.size(0))
    , m_references(references.repeat({variants, 1, 1, 1}))
    , m_fieldOfView(fieldOfView.repeat({variants, 1, 1, 1}))
    , m_degraded(degradation.apply(m_references, m_fieldOfView).images) {}

torch::Tensor ClinicProbe::restored(StructurePreservingUnet& network, const ComputeFormat& format, int64_t begin,
                                    int64_t end) const {
    return restore(network, format, m_degraded.slice(0, begin, end), m_fieldOfView.slice(0, begin, end)).image;
}

ProbeScores ClinicProbe::measureKeeping(StructurePreservingUnet& network, const ComputeFormat& format,
                                        torch::Tensor* firsts) const {
    torch::NoGradGuard noGrad;
    network->eval();
    ScoreSum sum(m_references.options());
    std::vector<torch::Tensor> kept;
    const auto count = m_references.size(0);
    for (int64_t begin = 0; begin < count; begin += chunk) {
        const auto end = std::min(begin + chunk, count);
        const auto images = restored(network, format, begin, end);
        sum.add(images, m_references.slice(0, begin, end), m_fieldOfView.slice(0, begin, end));
        if (begin < m_count)
            kept.push_back(images.slice(0, 0, m_count - begin));
    }
    if (firsts != nullptr)
        *firsts = torch::cat(kept);
    return sum.mean(count);
}

ProbeScores ClinicProbe::measure(StructurePreservingUnet& network, const ComputeFormat& format) const {
    return measureKeeping(network, format, nullptr);
}

ProbeScores ClinicProbe::measureSource(StructurePreservingUnet& source, const ComputeFormat& format) {
    return measureKeeping(source, format, &m_bySource);
}

ClinicProbe::Pair ClinicProbe::measurePair(StructurePreservingUnet& student, StructurePreservingUnet& teacher,
                                           const ComputeFormat& format) const {
    torch::NoGradGuard noGrad;
    student->eval();
    teacher->eval();
    const auto options = m_references.options();
    ScoreSum ofStudent(options), ofTeacher(options), ofBoth(options);
    std::vector<torch::Tensor> firstByTeacher; // of the references' first degradations
    const auto count = m_references.size(0);
    for (int64_t begin = 0; begin < count; begin += chunk) {
        const auto end = std::min(begin + chunk, count);
        const auto references = m_references.slice(0, begin, end);
        const auto mask = m_fieldOfView.slice(0, begin, end);
        const auto byStudent = restored(student, format, begin, end);
        const auto byTeacher = restored(teacher, format, begin, end);
        ofStudent.add(byStudent, references, mask);
        ofTeacher.add(byTeacher, references, mask);
        ofBoth.add(byStudent, byTeacher, mask);
        if (begin < m_count)
            firstByTeacher.push_back(byTeacher.slice(0, 0, m_count - begin));
    }
    Pair pair{ofStudent.mean(count), ofTeacher.mean(count), ofBoth.mean(count)};
    if (m_bySource.defined()) {
        const auto now = torch::cat(firstByTeacher);
        const auto mask = m_fieldOfView.slice(0, 0, m_count);
        pair.contrast = spread(now, mask) / std::max(spread(m_bySource, mask), 1e-6);
        pair.likeness = psnr(now, m_bySource, mask).clamp_max(psnrOfRounding).mean().item<double>();
    }
    return pair;
}

std::vector<ProbeComparison> ClinicProbe::compare(StructurePreservingUnet& source, StructurePreservingUnet& adapted,
                                                  const ComputeFormat& format) const {
    torch::NoGradGuard noGrad;
    source->eval();
    adapted->eval();
    std::vector<ProbeComparison> comparisons(static_cast<std::size_t>(m_count));
    const auto all = m_references.size(0);
    const double share = static_cast<double>(m_count) / static_cast<double>(all);
    for (int64_t row = 0; row < all; ++row) {
        const auto reference = m_references.slice(0, row, row + 1);
        const auto mask = m_fieldOfView.slice(0, row, row + 1);
        const auto bySource = restored(source, format, row, row + 1);
        const auto byAdapted = restored(adapted, format, row, row + 1);
        const auto psnrOf = [&](const torch::Tensor& image) {
            return psnr(image, reference, mask).item<double>();
        };
        const auto ssimOf = [&](const torch::Tensor& image) {
            return ssim(image, reference, SsimWindow::gaussian11(), mask).item<double>();
        };
        auto& comparison = comparisons[static_cast<std::size_t>(row % m_count)];
        const double sourcePsnr = psnrOf(bySource);
        const double adaptedPsnr = psnrOf(byAdapted);
        comparison.sourceMeanPsnr += share * sourcePsnr;
        comparison.sourceMeanSsim += share * ssimOf(bySource);
        comparison.adaptedMeanPsnr += share * adaptedPsnr;
        comparison.adaptedMeanSsim += share * ssimOf(byAdapted);
        if (row >= m_count)
            continue; // pictures are of the first degradation
        const auto degraded = m_degraded.slice(0, row, row + 1);
        comparison.reference = previewOf(reference[0], previewSide);
        comparison.degraded = previewOf(degraded[0], previewSide);
        comparison.source = previewOf(bySource[0], previewSide);
        comparison.adapted = previewOf(byAdapted[0], previewSide);
        comparison.degradedPsnr = psnrOf(degraded);
        comparison.sourcePsnr = sourcePsnr;
        comparison.adaptedPsnr = adaptedPsnr;
    }
    return comparisons;
}

} // namespace limpid
