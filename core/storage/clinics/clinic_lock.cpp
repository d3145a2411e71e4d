// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/clinic_lock.h"

#include "storage/clinics/clinic_folders.h"
#include "task/utc_time.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sstream>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace limpid {

namespace fs = std::filesystem;

namespace {

struct flock wholeFile() {
    struct flock range {};
    range.l_type = F_WRLCK;
    range.l_whence = SEEK_SET;
    return range;
}

std::string thisHost() {
    std::array<char, 256> name{};
    ::gethostname(name.data(), name.size() - 1);
    return name.data();
}

void writeHolder(int descriptor) {
    std::string words;
    for (const auto& line :
         {std::string(program_invocation_short_name), std::to_string(::getpid()), thisHost(), utcNow()})
        words.append(line).append("\n");
    // Words for people only: a lock whose file could not be filled holds just as well.
    if (::ftruncate(descriptor, 0) == 0)
        static_cast<void>(::pwrite(descriptor, words.data(), words.size(), 0) < 0);
}

LockHolder readHolder(int descriptor) {
    std::array<char, 1024> bytes{};
    const auto count = ::pread(descriptor, bytes.data(), bytes.size(), 0);
    std::istringstream lines(std::string(bytes.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0))));
    LockHolder holder;
    for (auto* field : {&holder.program, &holder.process, &holder.host, &holder.since}) {
        std::getline(lines, *field);
        // Anybody may have written to that file, and this goes to a terminal.
        std::replace_if(
            field->begin(), field->end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
        if (field->empty())
            field->assign(1, '?');
    }
    return holder;
}

bool isStill(int descriptor, const fs::path& file) {
    struct stat opened {};
    struct stat named {};
    return ::fstat(descriptor, &opened) == 0 && ::stat(file.c_str(), &named) == 0 && opened.st_ino == named.st_ino &&
           opened.st_dev == named.st_dev;
}

tl::unexpected<Error> failOpening(const fs::path& folder, int error) {
    auto detail = std::system_category().message(error);
    if (error == ENOENT)
        return fail(ErrorCode::FolderNotFound, {folder.string()}, std::move(detail));
    if (error == EACCES || error == EROFS || error == EPERM)
        return fail(ErrorCode::PermissionDenied, {folder.string()}, std::move(detail));
    return fail(ErrorCode::WriteFailed, {folder.string()}, std::move(detail));
}

} // namespace

Result<ClinicLock> ClinicLock::take(const fs::path& folder, const std::string& clinic) {
    const auto file = folder / ClinicFolders::lockFile;
    constexpr int attempts = 16;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (descriptor < 0)
            return failOpening(folder, errno);
        ClinicLock lock(descriptor);
        // Belongs to the opened file and not to the process, so that two parts of one program keep each other out too.
        auto range = wholeFile();
        if (::fcntl(descriptor, F_OFD_SETLK, &range) != 0) {
            if (errno != EAGAIN && errno != EACCES)
                return failOpening(folder, errno);
            const auto holder = readHolder(descriptor);
            return fail(ErrorCode::ClinicBusy, {clinic, holder.program, holder.process, holder.host, holder.since});
        }
        // Whoever had it may have removed the clinic, and the file with it.
        if (!isStill(descriptor, file))
            continue;
        writeHolder(descriptor);
        return lock;
    }
    return fail(ErrorCode::WriteFailed, {folder.string()}, "the lock's file is being replaced again and again");
}

std::optional<LockHolder> ClinicLock::holder(const fs::path& folder) {
    const auto file = folder / ClinicFolders::lockFile;
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0)
        return std::nullopt;
    auto range = wholeFile();
    std::optional<LockHolder> found;
    if (::fcntl(descriptor, F_OFD_GETLK, &range) == 0 && range.l_type != F_UNLCK)
        found = readHolder(descriptor);
    ::close(descriptor);
    return found;
}

ClinicLock::~ClinicLock() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

ClinicLock::ClinicLock(ClinicLock&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

ClinicLock& ClinicLock::operator=(ClinicLock&& other) noexcept {
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

} // namespace limpid
