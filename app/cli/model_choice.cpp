// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model_choice.h"

#include "inference/model_library.h"
#include "storage/clinics/clinic_folders.h"
#include "storage/clinics/clinic_store.h"

#include <CLI/CLI.hpp>

namespace limpid {

void ModelChoice::add(CLI::App& parser, bool withClinic) {
    auto* named = parser.add_option("--model", model, "Name of a shipped model, or a file")->capture_default_str();
    if (withClinic)
        parser.add_option("--clinic", clinic, "Use the model that was adapted to this clinic")->excludes(named);
    parser.add_option("--device", device, "auto, cpu or cuda:N")->capture_default_str();
    parser.add_option("--precision", precision, "auto, float32 or bfloat16")->capture_default_str();
    parser.add_option("--working-size", workingSize, "Side at which the network works, pixels")
        ->check(CLI::Range(64, 2048))
        ->capture_default_str();
}

Result<std::filesystem::path> ModelChoice::modelFile() const {
    if (!clinic.empty()) {
        auto store = ClinicStore::openToRead(ClinicFolders::defaultRoot());
        return store ? store->modelInUse(clinic) : fail(std::move(store.error()));
    }
    return ModelLibrary(ModelLibrary::shippedFolder()).find(model);
}

Result<DeviceChoice> ModelChoice::chosenDevice() const {
    return chooseDevice(device, precision);
}

} // namespace limpid
