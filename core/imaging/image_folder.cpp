// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/image_folder.h"

#include <algorithm>
#include <array>
#include <string>
#include <system_error>

namespace limpid {

namespace fs = std::filesystem;

namespace {

constexpr auto imageExtensions = std::to_array<std::string_view>(
    {".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".tif", ".tiff", ".bmp", ".ppm", ".pgm", ".pnm", ".webp"});

// The C library's own classification depends on the locale and must not see bytes above 127.
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string_view takeNumber(std::string_view text, std::size_t& position) {
    const auto begin = position;
    while (position < text.size() && isDigit(text[position]))
        ++position;
    auto digits = text.substr(begin, position - begin);
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

/// Negative, zero or positive, like a three-way comparison.
int compareNaturally(std::string_view left, std::string_view right) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < left.size() && j < right.size()) {
        if (isDigit(left[i]) && isDigit(right[j])) {
            const auto a = takeNumber(left, i);
            const auto b = takeNumber(right, j);
            if (a.size() != b.size())
                return a.size() < b.size() ? -1 : 1;
            if (const int order = a.compare(b); order != 0)
                return order;
            continue;
        }
        const auto a = static_cast<unsigned char>(lower(left[i++]));
        const auto b = static_cast<unsigned char>(lower(right[j++]));
        if (a != b)
            return a < b ? -1 : 1;
    }
    return static_cast<int>(i < left.size()) - static_cast<int>(j < right.size());
}

bool isHidden(const std::string& name) {
    return name.front() == '.';
}

Result<void> collect(const fs::path& folder, bool recursive, std::vector<fs::path>& found) {
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    if (error) {
        const bool forbidden = error == std::errc::permission_denied;
        return fail(forbidden ? ErrorCode::PermissionDenied : ErrorCode::ReadFailed, {folder.string()},
                    error.message());
    }
    std::vector<fs::path> files;
    std::vector<fs::path> folders;
    for (; entries != fs::directory_iterator(); entries.increment(error)) {
        std::error_code unknown;
        const auto name = entries->path().filename().string();
        if (entries->is_directory(unknown)) {
            if (recursive && !isHidden(name) && !entries->is_symlink(unknown))
                folders.push_back(entries->path());
        } else if (looksLikeImage(name)) {
            files.push_back(entries->path());
        }
    }
    if (error)
        return fail(ErrorCode::ReadFailed, {folder.string()}, error.message());

    const auto byName = [](const fs::path& left, const fs::path& right) {
        return naturallyBefore(left.filename().native(), right.filename().native());
    };
    std::ranges::sort(files, byName);
    std::ranges::sort(folders, byName);
    found.insert(found.end(), files.begin(), files.end());
    for (const auto& inner : folders) {
        // One locked subfolder must not hide the rest of the tree.
        if (auto result = collect(inner, recursive, found);
            !result && result.error().code != ErrorCode::PermissionDenied)
            return result;
    }
    return {};
}

} // namespace

bool looksLikeImage(std::string_view name) {
    if (name.empty() || name.front() == '.' || name.front() == '~' || name.back() == '~')
        return false;
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos)
        return false;
    std::string extension(name.substr(dot));
    std::ranges::transform(extension, extension.begin(), lower);
    return std::ranges::find(imageExtensions, extension) != imageExtensions.end();
}

Result<std::vector<fs::path>> listImages(const fs::path& folder, bool recursive) {
    std::error_code error;
    const auto status = fs::status(folder, error);
    if (error == std::errc::permission_denied)
        return fail(ErrorCode::PermissionDenied, {folder.string()}, error.message());
    if (!fs::exists(status))
        return fail(ErrorCode::FolderNotFound, {folder.string()});
    if (!fs::is_directory(status))
        return fail(ErrorCode::NotAFolder, {folder.string()});
    std::vector<fs::path> found;
    if (auto result = collect(folder, recursive, found); !result)
        return fail(std::move(result.error()));
    if (found.empty())
        return fail(ErrorCode::NoImagesInFolder, {folder.string()});
    return found;
}

Result<void> requireDistinctFolders(const fs::path& inputFolder, const fs::path& outputFolder) {
    std::error_code error;
    bool same = fs::equivalent(inputFolder, outputFolder, error);
    if (error) {
        // One of them does not exist yet: what of it exists is resolved, the rest compared as written.
        std::error_code unresolved;
        const auto input = fs::weakly_canonical(inputFolder, unresolved);
        const auto output = fs::weakly_canonical(outputFolder, unresolved);
        same = !unresolved && (input / "").lexically_normal() == (output / "").lexically_normal();
    }
    if (same)
        return fail(ErrorCode::OutputIsInput, {outputFolder.string()});
    return {};
}

bool naturallyBefore(std::string_view left, std::string_view right) {
    const int order = compareNaturally(left, right);
    return order != 0 ? order < 0 : left < right;
}

} // namespace limpid
