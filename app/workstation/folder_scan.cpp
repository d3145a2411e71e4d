// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "folder_scan.h"

#include "imaging/image_folder.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>
#include <system_error>

namespace limpid {

namespace fs = std::filesystem;

namespace {

constexpr auto dicomEndings = std::to_array<std::string_view>({".dcm", ".dicom", ".dic", ".ima"});
constexpr auto videoEndings =
    std::to_array<std::string_view>({".mp4", ".avi", ".mov", ".mkv", ".wmv", ".m4v", ".mpg", ".mpeg", ".webm"});
constexpr auto rawEndings =
    std::to_array<std::string_view>({".cr2", ".cr3", ".nef", ".arw", ".dng", ".raw", ".orf", ".rw2", ".heic", ".heif",
                                     ".avif", ".jp2", ".gif", ".e2e", ".fda", ".fds", ".vol"});
constexpr auto documentEndings =
    std::to_array<std::string_view>({".pdf", ".doc", ".docx", ".xls", ".xlsx", ".csv", ".txt", ".ppt", ".pptx"});
constexpr auto archiveEndings = std::to_array<std::string_view>({".zip", ".rar", ".7z", ".tar", ".gz", ".tgz"});

/// More files than these are not opened to see whether they are DICOM, and more folders not to see what they hold.
constexpr int mostLookedInto = 8;
constexpr int mostEntriesLookedAt = 200;

template <std::size_t count>
bool isOneOf(std::string_view ending, const std::array<std::string_view, count>& endings) {
    return std::ranges::find(endings, ending) != endings.end();
}

bool hasDicomMark(const fs::path& path) {
    std::error_code unknown;
    if (!fs::is_regular_file(path, unknown)) // a pipe would be waited for
        return false;
    std::ifstream file(path, std::ios::binary);
    std::array<char, 132> head{};
    file.read(head.data(), head.size());
    return file && std::string_view(head.data() + 128, 4) == "DICM";
}

bool holdsImages(const fs::path& folder) {
    std::error_code error;
    int looked = 0;
    for (fs::directory_iterator entries(folder, error);
         !error && entries != fs::directory_iterator() && looked < mostEntriesLookedAt; entries.increment(error)) {
        ++looked;
        if (looksLikeImage(entries->path().filename().native()))
            return true;
    }
    return false;
}

FoundImage describe(const fs::directory_entry& entry) {
    FoundImage image{entry.path(), {}, -1};
    std::error_code unknown;
    if (const auto size = entry.file_size(unknown); !unknown)
        image.bytes = static_cast<qint64>(size);
    if (const auto time = entry.last_write_time(unknown); !unknown) {
        const auto since = std::chrono::file_clock::to_sys(time).time_since_epoch();
        image.date =
            QDateTime::fromMSecsSinceEpoch(std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
    }
    return image;
}

/// Counts what is no image.
class OtherEntries {
public:
    void add(const fs::directory_entry& entry, const std::string& name, FolderContents& contents) {
        std::error_code unknown;
        if (name.starts_with('.'))
            return;
        if (entry.is_directory(unknown)) {
            ++contents.folders;
            m_folders.push_back(entry.path());
            return;
        }
        auto ending = entry.path().extension().string();
        std::ranges::transform(ending, ending.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        if (isOneOf(ending, dicomEndings) || name == "DICOMDIR" || (ending.empty() && looksLikeDicom(entry.path())))
            ++contents.dicom;
        else if (isOneOf(ending, videoEndings))
            ++contents.videos;
        else if (isOneOf(ending, rawEndings))
            ++contents.raw;
        else if (isOneOf(ending, documentEndings))
            ++contents.documents;
        else if (isOneOf(ending, archiveEndings))
            ++contents.archives;
        else
            ++contents.others;
    }

    std::string folderWithImages() {
        std::ranges::sort(m_folders, [](const fs::path& left, const fs::path& right) {
            return naturallyBefore(left.filename().native(), right.filename().native());
        });
        m_folders.resize(std::min<std::size_t>(m_folders.size(), mostLookedInto));
        const auto found = std::ranges::find_if(m_folders, holdsImages);
        return found == m_folders.end() ? std::string() : found->filename().string();
    }

private:
    bool looksLikeDicom(const fs::path& path) { return m_opened++ < mostLookedInto && hasDicomMark(path); }

    std::vector<fs::path> m_folders;
    int m_opened = 0;
};

void handOver(FoundImages& found, const std::function<void(FoundImages)>& takeBatch) {
    if (found.empty())
        return;
    std::ranges::sort(found, [](const FoundImage& left, const FoundImage& right) {
        return naturallyBefore(left.path.filename().native(), right.path.filename().native());
    });
    takeBatch(std::exchange(found, {}));
}

Result<void> requireFolder(const fs::path& folder) {
    std::error_code error;
    const auto status = fs::status(folder, error);
    if (error == std::errc::permission_denied)
        return fail(ErrorCode::PermissionDenied, {folder.string()}, error.message());
    if (!fs::exists(status))
        return fail(ErrorCode::FolderNotFound, {folder.string()});
    if (!fs::is_directory(status))
        return fail(ErrorCode::NotAFolder, {folder.string()});
    return {};
}

} // namespace

Result<FolderContents> scanFolder(const fs::path& folder, std::chrono::milliseconds pace, const std::stop_token& stop,
                                  const std::function<void(FoundImages)>& takeBatch) {
    if (auto there = requireFolder(folder); !there)
        return fail(std::move(there.error()));
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    if (error == std::errc::permission_denied)
        return fail(ErrorCode::PermissionDenied, {folder.string()}, error.message());

    FolderContents contents;
    OtherEntries others;
    FoundImages found;
    auto handedOver = std::chrono::steady_clock::now();
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        std::error_code unknown;
        const auto name = entries->path().filename().string();
        if (!looksLikeImage(name) || entries->is_directory(unknown)) {
            others.add(*entries, name, contents);
            continue;
        }
        ++contents.images;
        found.push_back(describe(*entries));
        if (const auto now = std::chrono::steady_clock::now(); now - handedOver >= pace) {
            handOver(found, takeBatch);
            handedOver = now;
        }
    }
    if (error)
        return fail(ErrorCode::ReadFailed, {folder.string()}, error.message());
    handOver(found, takeBatch);
    if (contents.images == 0)
        contents.folderWithImages = others.folderWithImages();
    return contents;
}

} // namespace limpid
