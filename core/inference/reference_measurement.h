// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inference/folder_adaptation.h"
#include "methods/same/structure_preserving_unet.h"
#include "nn/compute_format.h"
#include "storage/training_data.h"

#include <filesystem>
#include <optional>

namespace limpid {

/// Where a clinic's photographs and their references lie.
struct ReferenceFolders {
    std::filesystem::path images;
    std::filesystem::path references; ///< Good versions, of the same stems and sizes.
};

/// The references that are known of a folder of photographs because they lie beside it, as the sample clinic lays them:
/// in ../references/images or ../references. None where no photograph has one of its stem and size there.
std::optional<std::filesystem::path> referencesBeside(const std::filesystem::path& images);

/// A reference in its photograph's working frame of `size` pixels, [3, size, size] in [0, 1]. Fails with what reading
/// either fails with, and with InvalidArgument where they have different sizes.
Result<torch::Tensor> framedReference(const std::filesystem::path& photograph, const std::filesystem::path& reference,
                                      int size);

/// What measuring gave, and the images that could not be measured.
struct ReferenceMeasurement {
    ReferenceScores scores;
    std::vector<FolderAdaptationOutcome::Failure> failures;
};

/// Compares the inputs and two networks' outputs with references at the clinic's working size (fov protocol). `clinic`
/// is what prepareData made of `folders.images`; each reference is cut as its photograph was. For evaluation only:
/// nothing is learned from references. Fails with DataMissing where no reference fits.
Result<ReferenceMeasurement> measureAgainstReferences(const ReferenceFolders& folders, const TrainingData& clinic,
                                                      StructurePreservingUnet& source, StructurePreservingUnet& adapted,
                                                      const ComputeFormat& format, Progress progress);

} // namespace limpid
