// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/reference_measurement.h"

#include "imaging/image_folder.h"
#include "imaging/image_reader.h"
#include "imaging/working_frame.h"
#include "inference/tensor_image.h"
#include "methods/same/network_range.h"
#include "metrics/protocol.h"

#include <algorithm>
#include <map>
#include <utility>

namespace limpid {

namespace fs = std::filesystem;

namespace {

ProbeScores compare(const torch::Tensor& output, const torch::Tensor& reference, const torch::Tensor& mask) {
    const auto scores = compareImages(output, reference * mask, mask, MetricProtocol::FieldOfView);
    return {scores.psnr, scores.ssim};
}

void add(ProbeScores& sum, const ProbeScores& scores, double weight) {
    sum.psnr += scores.psnr * weight;
    sum.ssim += scores.ssim * weight;
}

} // namespace

Result<torch::Tensor> framedReference(const fs::path& photograph, const fs::path& reference, int size) {
    const auto image = readImage(photograph);
    if (!image)
        return fail(image.error());
    const auto good = readImage(reference);
    if (!good)
        return fail(good.error());
    if (good->width() != image->width() || good->height() != image->height())
        return fail(ErrorCode::InvalidArgument, {reference.string(), "it has another size than its photograph"});
    return toTensor(toWorkingFrame(*good, findFieldOfView(*image), size).pixels);
}

std::optional<fs::path> referencesBeside(const fs::path& images) {
    // The path may end with a slash.
    const auto own = images.has_filename() ? images : images.parent_path();
    const auto beside = own.parent_path() / "references";
    const auto photographs = listImages(own);
    if (!photographs)
        return std::nullopt;
    for (const auto& folder : {beside / "images", beside}) {
        const auto references = listImages(folder);
        if (!references)
            continue;
        for (const auto& reference : *references) {
            const auto photograph = std::find_if(photographs->begin(), photographs->end(),
                                                 [&](const auto& path) { return path.stem() == reference.stem(); });
            if (photograph == photographs->end())
                continue;
            const auto one = readImage(*photograph);
            const auto other = readImage(reference);
            if (one && other && one->pixels.size() == other->pixels.size())
                return folder;
            break; // the others will be no better
        }
    }
    return std::nullopt;
}

Result<ReferenceMeasurement> measureAgainstReferences(const ReferenceFolders& folders, const TrainingData& clinic,
                                                      StructurePreservingUnet& source, StructurePreservingUnet& adapted,
                                                      const ComputeFormat& format, Progress progress) {
    const auto files = listImages(folders.references);
    if (!files)
        return fail(files.error());
    std::map<std::string, fs::path> references;
    for (const auto& file : *files)
        references.emplace(file.stem().string(), file);

    const torch::NoGradGuard noGrad;
    source->eval();
    adapted->eval();
    ReferenceMeasurement measurement;
    auto& rows = measurement.scores.rows;
    const auto count = clinic.images.size(0);
    for (int64_t i = 0; i < count; ++i) {
        progress.set(static_cast<double>(i) / static_cast<double>(count));
        const auto& name = clinic.names[static_cast<std::size_t>(i)];
        const auto found = references.find(fs::path(name).stem().string());
        if (found == references.end())
            continue;
        const auto reference =
            framedReference(folders.images / name, found->second, static_cast<int>(clinic.images.size(2)));
        if (!reference) {
            measurement.failures.push_back({found->second, reference.error()});
            continue;
        }
        const auto mask = clinic.fieldOfView.slice(0, i, i + 1).to(torch::kFloat);
        const auto input = clinic.images.slice(0, i, i + 1).to(torch::kFloat) / 255.0 * mask;
        ReferenceRow row;
        row.name = name;
        row.reference = found->second;
        row.input = compare(input[0], *reference, mask[0]);
        row.source = compare(restore(source, format, input, mask).image[0], *reference, mask[0]);
        row.adapted = compare(restore(adapted, format, input, mask).image[0], *reference, mask[0]);
        rows.push_back(std::move(row));
    }
    if (rows.empty())
        return fail(ErrorCode::DataMissing, {"A reference of the same name and size", folders.references.string()});
    auto& scores = measurement.scores;
    const double share = 1.0 / static_cast<double>(rows.size());
    for (const auto& row : rows) {
        add(scores.input, row.input, share);
        add(scores.source, row.source, share);
        add(scores.adapted, row.adapted, share);
        scores.worseShare += row.isWorse() ? share : 0.0;
    }
    return measurement;
}

} // namespace limpid
