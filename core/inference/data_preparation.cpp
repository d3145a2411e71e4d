// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/data_preparation.h"

#include "imaging/field_of_view.h"
#include "imaging/image_folder.h"
#include "imaging/image_reader.h"
#include "imaging/working_frame.h"
#include "inference/tensor_image.h"
#include "task/read_ahead.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace limpid {

namespace fs = std::filesystem;

namespace {

/// A structure's share of a pixel above which the smaller mask still shows it.
constexpr double structureShare = 0.4;

struct Item {
    fs::path image;
    std::optional<fs::path> mask;
    std::string stem;
    std::string group;
};

struct ReadItem {
    Result<Image> image;
    std::optional<Result<Image>> mask;
};

struct PreparedItem {
    torch::Tensor image;       ///< [3,S,S] in [0,1]
    torch::Tensor fieldOfView; ///< [1,S,S] of 0 and 1
    torch::Tensor structure;   ///< [1,S,S] of 0 and 1, or undefined
    std::string warning;
};

bool wanted(const PreparationRequest& request, const std::string& stem, const std::string& group) {
    const auto named = [&](const std::set<std::string>& names) {
        return names.contains(stem) || names.contains(group + "/" + stem);
    };
    return !named(request.except) && (!request.only || named(*request.only));
}

Result<std::map<std::string, fs::path>> masksByStem(const fs::path& folder) {
    auto files = listImages(folder);
    if (!files)
        return fail(std::move(files.error()));
    std::map<std::string, fs::path> masks;
    for (auto& file : *files)
        masks.emplace(file.stem().string(), std::move(file));
    return masks;
}

Result<std::vector<Item>> collectItems(const PreparationRequest& request, std::vector<fs::path>& withoutMask) {
    std::vector<Item> items;
    for (const auto& source : request.sources) {
        const auto images = listImages(source.images);
        if (!images)
            return fail(images.error());
        std::map<std::string, fs::path> masks;
        if (source.masks) {
            auto found = masksByStem(*source.masks);
            if (!found)
                return fail(std::move(found.error()));
            masks = std::move(*found);
        }
        for (const auto& image : *images) {
            const auto stem = image.stem().string();
            if (!wanted(request, stem, source.group))
                continue;
            const auto mask = masks.find(stem);
            if (source.masks && mask == masks.end())
                withoutMask.push_back(image);
            items.push_back(
                {image, mask == masks.end() ? std::nullopt : std::optional(mask->second), stem, source.group});
        }
    }
    return items;
}

/// The mask as one 8-bit channel with full scale at its own brightest value: some sets write 1 for structure, not 255.
cv::Mat asCoverage(const Image& mask) {
    cv::Mat grey = mask.pixels;
    if (mask.channels() == 3)
        cv::cvtColor(grey, grey, cv::COLOR_RGB2GRAY);
    double brightest = 0;
    cv::minMaxLoc(grey, nullptr, &brightest);
    cv::Mat coverage;
    grey.convertTo(coverage, CV_8U, brightest > 0 ? 255.0 / brightest : 1.0);
    return coverage;
}

Result<torch::Tensor> structureInFrame(const Image& mask, const Image& image, const FieldOfView& view, int size) {
    const double wideningOfMask = static_cast<double>(mask.width()) * image.height() / image.width() / mask.height();
    constexpr double roundingOfScaledCopies = 0.02;
    if (std::abs(wideningOfMask - 1.0) > roundingOfScaledCopies)
        return fail(ErrorCode::InvalidArgument,
                    {mask.origin.path.string(), "its proportions are not those of its photograph"});
    Image coverage{asCoverage(mask), mask.origin};
    if (coverage.pixels.size() != image.pixels.size())
        cv::resize(coverage.pixels, coverage.pixels, image.pixels.size(), 0, 0, cv::INTER_AREA);
    cv::Mat share;
    cv::extractChannel(toWorkingFrame(coverage, view, size).pixels, share, 0);
    return maskToTensor(share, structureShare);
}

Result<PreparedItem> prepareItem(const ReadItem& read, int size) {
    if (!read.image)
        return fail(read.image.error());
    if (read.mask && !*read.mask)
        return fail(read.mask->error());
    try {
        const auto view = findFieldOfView(*read.image);
        const auto frame = toWorkingFrame(*read.image, view, size);
        PreparedItem item{toTensor(frame.pixels), maskToTensor(frame.mask), {}, view.warning};
        if (read.mask) {
            auto structure = structureInFrame(**read.mask, *read.image, view, size);
            if (!structure)
                return fail(std::move(structure.error()));
            item.structure = std::move(*structure);
        }
        return item;
    } catch (const cv::Exception& error) {
        return fail(ErrorCode::Internal, {"preparing " + read.image->origin.path.string()}, error.what());
    } catch (const c10::Error& error) {
        return fail(ErrorCode::Internal, {"preparing " + read.image->origin.path.string()},
                    error.what_without_backtrace());
    }
}

/// Gathers the images one by one, as bytes, into one tensor of each kind.
class Collector {
public:
    void add(PreparedItem item, const Item& source) {
        m_images.push_back(item.image.mul(255.0).round_().to(torch::kUInt8));
        m_fieldsOfView.push_back(item.fieldOfView.to(torch::kUInt8));
        m_hasStructure.push_back(item.structure.defined());
        m_structures.push_back(item.structure.defined() ? item.structure.to(torch::kUInt8)
                                                        : torch::zeros_like(m_fieldsOfView.back()));
        m_names.push_back(source.image.filename().string());
        m_groups.push_back(source.group);
    }

    bool empty() const { return m_images.empty(); }

    TrainingData take(std::string modality) {
        TrainingData data;
        data.images = torch::stack(m_images);
        data.fieldOfView = torch::stack(m_fieldsOfView);
        data.structures = torch::stack(m_structures);
        data.hasStructure = torch::empty({static_cast<std::int64_t>(m_hasStructure.size())}, torch::kBool);
        std::copy(m_hasStructure.begin(), m_hasStructure.end(), data.hasStructure.data_ptr<bool>());
        data.names = std::move(m_names);
        data.groups = std::move(m_groups);
        data.modality = std::move(modality);
        return data;
    }

private:
    std::vector<torch::Tensor> m_images;
    std::vector<torch::Tensor> m_fieldsOfView;
    std::vector<torch::Tensor> m_structures;
    std::vector<bool> m_hasStructure;
    std::vector<std::string> m_names;
    std::vector<std::string> m_groups;
};

} // namespace

Result<PreparationOutcome> prepareData(const PreparationRequest& request, Progress progress, std::stop_token stop) {
    PreparationOutcome outcome;
    const auto items = collectItems(request, outcome.withoutMask);
    if (!items)
        return fail(items.error());
    constexpr std::size_t imagesAhead = 3;
    ReadAhead<ReadItem> ahead(items->size(), imagesAhead, [&items](std::size_t index) {
        const auto& item = (*items)[index];
        return ReadItem{readImage(item.image), item.mask ? std::optional(readImage(*item.mask)) : std::nullopt};
    });
    Collector collector;
    for (std::size_t index = 0; index < items->size(); ++index) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        const auto& item = (*items)[index];
        auto prepared = prepareItem(*ahead.next(), request.size);
        progress.set(static_cast<double>(index + 1) / static_cast<double>(items->size()), item.stem);
        if (!prepared) {
            outcome.failures.push_back({item.image, std::move(prepared.error())});
            continue;
        }
        if (!prepared->warning.empty())
            outcome.warnings.push_back(item.image.string() + ": " + prepared->warning);
        collector.add(std::move(*prepared), item);
    }
    if (collector.empty())
        return fail(ErrorCode::TooFewImages, {"0", "1"});
    outcome.data = collector.take(request.modality);
    return outcome;
}

} // namespace limpid
