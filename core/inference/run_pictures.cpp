// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/run_pictures.h"

#include "inference/reference_measurement.h"
#include "methods/same/network_range.h"
#include "methods/same/preview.h"

#include <algorithm>
#include <string>
#include <utility>

namespace limpid {

namespace {

constexpr std::size_t mostOfAKind = 3;

double gain(const ReferenceRow& row) {
    return row.adapted.psnr - row.source.psnr;
}

/// Makes the pictures of photographs by their names.
class Painter {
public:
    Painter(const FolderAdaptationOutcome& outcome, const TrainingData& clinic, StructurePreservingUnet& source,
            StructurePreservingUnet& adapted, const ComputeFormat& format)
        : m_outcome(outcome)
        , m_clinic(clinic)
        , m_source(source)
        , m_adapted(adapted)
        , m_format(format) {
        m_source->eval();
        m_adapted->eval();
    }

    RunPicture paint(RunPicture::Kind kind, const std::string& name) const {
        const auto found = std::find(m_clinic.names.begin(), m_clinic.names.end(), name);
        const auto place = static_cast<int64_t>(found - m_clinic.names.begin());
        const auto side = m_clinic.images.size(2);
        const auto mask = m_clinic.fieldOfView.slice(0, place, place + 1).to(torch::kFloat);
        const auto input = m_clinic.images.slice(0, place, place + 1).to(torch::kFloat) / 255.0 * mask;
        RunPicture picture;
        picture.kind = kind;
        picture.name = name;
        picture.input = previewOf(input[0], side);
        picture.source = previewOf(restore(m_source, m_format, input, mask).image[0], side);
        if (m_outcome.summary.choice != AdaptationChoice::SourceKept)
            picture.adapted = previewOf(restore(m_adapted, m_format, input, mask).image[0], side);
        return picture;
    }

    RunPicture paint(RunPicture::Kind kind, const ReferenceRow& row) const {
        auto picture = paint(kind, row.name);
        const auto side = static_cast<int>(m_clinic.images.size(2));
        if (const auto reference = framedReference(m_outcome.folder / row.name, row.reference, side))
            picture.reference = previewOf(*reference, side);
        return picture;
    }

private:
    const FolderAdaptationOutcome& m_outcome;
    const TrainingData& m_clinic;
    StructurePreservingUnet& m_source;
    StructurePreservingUnet& m_adapted;
    const ComputeFormat& m_format;
};

} // namespace

std::vector<RunPicture> runPictures(const FolderAdaptationOutcome& outcome, const TrainingData& clinic,
                                    StructurePreservingUnet& source, StructurePreservingUnet& adapted,
                                    const ComputeFormat& format) {
    const torch::NoGradGuard noGrad;
    const Painter painter(outcome, clinic, source, adapted, format);
    std::vector<RunPicture> pictures;
    if (outcome.reference && outcome.summary.choice != AdaptationChoice::SourceKept) {
        auto rows = outcome.reference->rows;
        std::stable_sort(rows.begin(), rows.end(),
                         [](const ReferenceRow& a, const ReferenceRow& b) { return gain(a) > gain(b); });
        const auto most = std::min(mostOfAKind, (rows.size() + 1) / 2);
        const auto least = std::min(mostOfAKind, rows.size() - most);
        for (std::size_t i = 0; i < most; ++i)
            pictures.push_back(painter.paint(RunPicture::Kind::MostGained, rows[i]));
        for (std::size_t i = 0; i < least; ++i)
            pictures.push_back(painter.paint(RunPicture::Kind::LeastGained, rows[rows.size() - 1 - i]));
    }
    std::vector<ImageDecision> rejected;
    for (const auto& decision : outcome.decisions) {
        if (!decision.decision.accepted)
            rejected.push_back(decision);
    }
    std::stable_sort(rejected.begin(), rejected.end(),
                     [](const ImageDecision& a, const ImageDecision& b) { return a.decision.good < b.decision.good; });
    rejected.resize(std::min(mostOfAKind, rejected.size()));
    for (const auto& refused : rejected) {
        pictures.push_back(painter.paint(RunPicture::Kind::Rejected, refused.name));
        pictures.back().reason = refused.decision.reason;
    }
    return pictures;
}

} // namespace limpid
