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

ProbeScores ClinicProbe::measure(StructurePreservingUnet& network, const ComputeFormat& format) const {
    torch::NoGradGuard noGrad;
    network->eval();
    ScoreSum sum(m_references.options());
    const auto count = m_references.size(0);
    for (int64_t begin = 0; begin < count; begin += chunk) {
        const auto end = std::min(begin + chunk, count);
        sum.add(restored(network, format, begin, end), m_references.slice(0, begin, end),
                m_fieldOfView.slice(0, begin, end));
    }
    return sum.mean(count);
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

ProbeScores ClinicProbe::measureSource(StructurePreservingUnet& source, const ComputeFormat& format) {
    torch::NoGradGuard noGrad;
    source->eval();
    std::vector<torch::Tensor> restorations;
    for (int64_t begin = 0; begin < m_count; begin += chunk)
        restorations.push_back(restored(source, format, begin, std::min(begin + chunk, m_count)));
    m_bySource = torch::cat(restorations);
    return measure(source, format);
}

std::vector<ProbeScores> ClinicProbe::measureEach(StructurePreservingUnet& network, const ComputeFormat& format) const {
    const auto all = m_references.size(0);
    const double share = static_cast<double>(m_count) / static_cast<double>(all);
    std::vector<ProbeScores> each(static_cast<std::size_t>(m_count));
    for (int64_t row = 0; row < all; ++row) {
        const auto image = restored(network, format, row, row + 1);
        const auto reference = m_references.slice(0, row, row + 1);
        const auto mask = m_fieldOfView.slice(0, row, row + 1);
        auto& scores = each[static_cast<std::size_t>(row % m_count)];
        scores.psnr += share * psnr(image, reference, mask).item<double>();
        scores.ssim += share * ssim(image, reference, SsimWindow::gaussian11(), mask).item<double>();
    }
    return each;
}

std::vector<ProbeComparison> ClinicProbe::compare(StructurePreservingUnet& source, StructurePreservingUnet& adapted,
                                                  const ComputeFormat& format) const {
    torch::NoGradGuard noGrad;
    source->eval();
    adapted->eval();
    const auto ofSource = measureEach(source, format);
    const auto ofAdapted = measureEach(adapted, format);
    std::vector<ProbeComparison> comparisons;
    for (int64_t row = 0; row < m_count; ++row) {
        const auto reference = m_references.slice(0, row, row + 1);
        const auto mask = m_fieldOfView.slice(0, row, row + 1);
        const auto degraded = m_degraded.slice(0, row, row + 1);
        const auto bySource = restored(source, format, row, row + 1);
        const auto byAdapted = restored(adapted, format, row, row + 1);
        const auto against = [&](const torch::Tensor& image) {
            return psnr(image, reference, mask).item<double>();
        };
        ProbeComparison comparison;
        comparison.reference = previewOf(reference[0], previewSide);
        comparison.degraded = previewOf(degraded[0], previewSide);
        comparison.source = previewOf(bySource[0], previewSide);
        comparison.adapted = previewOf(byAdapted[0], previewSide);
        comparison.degradedPsnr = against(degraded);
        comparison.sourcePsnr = against(bySource);
        comparison.adaptedPsnr = against(byAdapted);
        const auto place = static_cast<std::size_t>(row);
        comparison.sourceMeanPsnr = ofSource[place].psnr;
        comparison.sourceMeanSsim = ofSource[place].ssim;
        comparison.adaptedMeanPsnr = ofAdapted[place].psnr;
        comparison.adaptedMeanSsim = ofAdapted[place].ssim;
        comparisons.push_back(std::move(comparison));
    }
    return comparisons;
}

} // namespace limpid
