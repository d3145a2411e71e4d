// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/imaging/made_files.h"
#include "core/imaging/made_profiles.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

using namespace made;

namespace {

namespace fs = std::filesystem;

void save(const fs::path& path, const QByteArray& bytes) {
    std::ofstream(path, std::ios::binary).write(bytes.constData(), bytes.size());
}

/// One small file of every format and of every way in which a file may differ that the reader knows of.
void writeImages(const fs::path& folder) {
    const auto colour = corners();
    const auto grey = corners(CV_8UC1);
    cv::Mat deep;
    colour.convertTo(deep, CV_16U, 257.0);
    for (const auto* extension : {".jpg", ".png", ".tif", ".bmp", ".ppm", ".webp"})
        save(folder / ("colour" + std::string(extension)), encoded(extension, colour));
    for (const auto* extension : {".jpg", ".png", ".tif", ".pgm"})
        save(folder / ("grey" + std::string(extension)), encoded(extension, grey));
    for (const auto* extension : {".png", ".tif", ".ppm"})
        save(folder / ("deep" + std::string(extension)), encoded(extension, deep));
    const auto jpeg = encoded(".jpg", colour);
    for (int orientation = 1; orientation <= 8; ++orientation)
        save(folder / ("turned" + std::to_string(orientation) + ".jpg"), jpegWith(jpeg, jpegExif(orientation)));
    save(folder / "big-endian.jpg", jpegWith(jpeg, jpegExif(6, true)));
    save(folder / "profile.jpg", jpegWith(jpeg, jpegProfile(wideProfile())));
    save(folder / "profile.png", pngWith(encoded(".png", colour), pngProfile(swappedProfile())));
    save(folder / "bomb.png", pngBomb(60000U, 60000U));
    save(folder / "tags.tif", tiff(colour, TiffTags{}));
    save(folder / "text.pgm", "P2\n# comment\n3 2\n255\n0 1 2\n3 4 255\n");
    save(folder / "bits.pbm", "P4\n16 2\nabcd");
}

QByteArray safetensors(const QByteArray& header, int dataBytes) {
    return number(static_cast<std::uint32_t>(header.size()), 4, false) + QByteArray(4, '\0') + header +
           QByteArray(dataBytes, '\1');
}

void writeSafetensors(const fs::path& folder) {
    save(folder / "empty", safetensors("{}", 0));
    save(folder / "two", safetensors(R"({"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},)"
                                     R"("b":{"dtype":"BOOL","shape":[3],"data_offsets":[16,19]}})",
                                     19));
    save(folder / "scalar", safetensors(R"({"a":{"dtype":"I64","shape":[],"data_offsets":[0,8]}})", 8));
    save(folder / "nothing", safetensors(R"({"a":{"dtype":"F16","shape":[0,7],"data_offsets":[0,0]}})", 0));
    save(folder / "checkpoint",
         safetensors(R"({"__metadata__":{"format":"limpid-checkpoint-1","architecture":"same-unet",)"
                     R"("configuration":"{\"levels\":3}","modality":"fundus","normalisation":"-1..1","card":"{}",)"
                     R"("parent_sha256":""},"w":{"dtype":"BF16","shape":[4],"data_offsets":[0,8]}})",
                     8));
}

/// For the import of clinics: a 1, the list of contents, a zero byte and the only model, which is "limpid".
void writeClinics(const fs::path& folder) {
    const auto seed = [](const QByteArray& list, const QByteArray& model) {
        return QByteArray(1, '\1') + list + QByteArray(1, '\0') + model;
    };
    const QByteArray head = R"({"format":"limpid-clinic","version":1,"name":"Eye clinic",)";
    const QByteArray hash = "9bb90a3e8ee6c0a9f4ddee53bb8bd0e4f3f5f982df789669949aadf1b405bf4a";
    save(folder / "empty", seed(head + R"("in_use":"","runs":[],"models":[],"enhancements":[]})", {}).chopped(1));
    save(folder / "one",
         seed(head + R"("in_use":")" + hash +
                  R"(","runs":[{"configuration":{},"seed":1,"started":"2026-01-01T00:00:00Z",)"
                  R"("ended":"2026-01-01T00:05:00Z","outcome":"adapted","report":null,"decisions":[)"
                  R"({"image":"a.png","input_sha256":"","accepted":true,"reason":"","scores":null}],"overrides":[)"
                  R"({"image":"a.png","input_sha256":"","pick":false}]}],"models":[{"sha256":")" +
                  hash +
                  R"(","parent":"","created":"2026-01-01T00:05:00Z","bytes":6,"run":0}],"enhancements":[)"
                  R"({"input":"a.png","output":"b.png","written":"","program":"","device":"",)"
                  R"("input_sha256":"","output_sha256":"","model_sha256":"","parameters":{}}]})",
              "limpid"));
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: limpid-fuzz-seeds FOLDER\n";
        return 2;
    }
    const fs::path folder(argv[1]);
    fs::create_directories(folder / "images");
    fs::create_directories(folder / "safetensors");
    writeImages(folder / "images");
    writeSafetensors(folder / "safetensors");
    fs::create_directories(folder / "clinics");
    writeClinics(folder / "clinics");
    return 0;
}
