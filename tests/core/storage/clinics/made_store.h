// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/clinics/clinic_folders.h"
#include "storage/clinics/clinic_run.h"
#include "storage/clinics/clinic_store.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <utility>

namespace limpid::test {

/// A store in a folder of its own, which goes with the object.
class MadeStore {
public:
    std::filesystem::path root() const { return std::filesystem::path(m_folder.path().toStdString()) / "clinics"; }
    std::filesystem::path beside(const char* name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    std::filesystem::path database() const { return root() / ClinicFolders::databaseFile; }

    ClinicStore open() const {
        auto store = ClinicStore::open(root());
        if (!store)
            qFatal("%s %s", englishSentence(store.error()).c_str(), store.error().detail.c_str());
        return std::move(*store);
    }

private:
    QTemporaryDir m_folder;
};

inline void writeText(const std::filesystem::path& file, const std::string& text) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
}

inline std::string textIn(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// How a run with a new model ends.
inline ClinicRun::Ending ending(bool use = true) {
    ClinicRun::Ending ended;
    ended.configuration = R"({"epochs":2})";
    ended.seed = 7;
    ended.report = R"({"epochs":[1,2],"model":"/home/eye/model","reference":{"images":[{"name":"Jane Doe.png"}]},)"
                   R"("guard":[{"name":"b.png","used":"adapted","cause":"gains","forecast":1.5},)"
                   R"({"name":"Jane Doe.png","used":"source","cause":"no gain","forecast":0.25}]})";
    ended.decisions = {{"b.png", std::string(64, 'b'), false, "The structure judge refuses it.", R"({"good":0.9})"},
                       {"Jane Doe.png", std::string(64, 'a'), true, "Both judges accept it.", R"({"good":0.95})"}};
    ended.overrides = {{"b.png", std::string(64, 'b'), true}};
    ended.modelWritten = true;
    ended.parent = std::string(64, 'c');
    ended.use = use;
    return ended;
}

/// Runs an adaptation of the clinic whose model holds `words`; the model's file, or nothing where it failed.
inline std::optional<std::filesystem::path> adapt(ClinicStore& store, const std::string& clinic,
                                                  const std::string& words, bool use = true) {
    auto run = ClinicRun::begin(store, {clinic, R"({"epochs":2})", 7, false});
    if (!run)
        return std::nullopt;
    writeText(run->modelFile(), words);
    const auto file = run->modelFile();
    return run->finish(ending(use)) ? std::optional(file) : std::nullopt;
}

} // namespace limpid::test
