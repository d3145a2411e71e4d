// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "task/atomic_file.h"

#include <array>
#include <cerrno>
#include <random>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <pthread.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace limpid {

namespace fs = std::filesystem;

namespace {

tl::unexpected<Error> failWriting(int error, const fs::path& path) {
    auto detail = std::system_category().message(error);
    switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return fail(ErrorCode::DiskFull, {path.string()}, std::move(detail));
    case EEXIST:
        return fail(ErrorCode::OutputExists, {path.string()}, std::move(detail));
    case ENOENT:
        return fail(ErrorCode::FolderNotFound, {path.parent_path().string()}, std::move(detail));
    case ENOTDIR:
        return fail(ErrorCode::NotAFolder, {path.parent_path().string()}, std::move(detail));
    default:
        return fail(ErrorCode::WriteFailed, {path.string()}, std::move(detail));
    }
}

/// Keeps SIGXFSZ from ending the program while one thread writes: a file above the size limit is an error to report.
class FileSizeSignalGuard {
public:
    FileSizeSignalGuard() {
        sigemptyset(&m_signal);
        sigaddset(&m_signal, SIGXFSZ);
        pthread_sigmask(SIG_BLOCK, &m_signal, &m_before);
    }
    ~FileSizeSignalGuard() {
        // The signal that came while it was blocked is taken here, since unblocking would deliver it.
        if (sigismember(&m_before, SIGXFSZ) == 0) {
            const timespec atOnce{};
            while (sigtimedwait(&m_signal, nullptr, &atOnce) == -1 && errno == EINTR) {
            }
        }
        pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }
    FileSizeSignalGuard(const FileSizeSignalGuard&) = delete;
    FileSizeSignalGuard& operator=(const FileSizeSignalGuard&) = delete;

private:
    sigset_t m_signal;
    sigset_t m_before;
};

/// A file that is removed again unless it was given its final name.
class TemporaryFile {
public:
    explicit TemporaryFile(fs::path target)
        : m_target(std::move(target)) {}
    ~TemporaryFile() {
        close();
        if (!m_path.empty())
            ::unlink(m_path.c_str());
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    Result<void> open();
    Result<void> write(std::span<const std::byte> bytes);
    /// Flushes the bytes and moves the file to the target.
    Result<void> publish(bool overwrite);

private:
    void close() {
        if (m_descriptor >= 0)
            ::close(std::exchange(m_descriptor, -1));
    }
    int renameWithoutReplacing() const;

    fs::path m_target;
    fs::path m_path;
    int m_descriptor = -1;
};

constexpr std::string_view temporaryPrefix = ".limpid-";
constexpr std::string_view temporarySuffix = ".part";

/// Locks a temporary file for as long as it stays open, so that removeLeftovers() sees who is at work; the kernel gives
/// the lock back when a program dies. Fails where removeLeftovers() came first, not where there are no locks.
bool lockTemporary(int descriptor) {
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return errno != EWOULDBLOCK;
    struct stat status {};
    return ::fstat(descriptor, &status) == 0 && status.st_nlink > 0;
}

std::string randomSuffix() {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    std::random_device device;
    std::uniform_int_distribution<std::size_t> pick(0, letters.size() - 1);
    std::string suffix(12, ' ');
    for (auto& letter : suffix)
        letter = letters[pick(device)];
    return suffix;
}

Result<void> TemporaryFile::open() {
    constexpr int attempts = 16;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        auto candidate =
            m_target.parent_path() / std::string(temporaryPrefix).append(randomSuffix()).append(temporarySuffix);
        // 0666 lets the person's umask decide, as for any new file of theirs.
        m_descriptor = ::open(candidate.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (m_descriptor >= 0 && lockTemporary(m_descriptor)) {
            m_path = std::move(candidate);
            return {};
        }
        if (m_descriptor >= 0)
            close();
        else if (errno != EEXIST)
            return failWriting(errno, m_target);
    }
    return fail(ErrorCode::WriteFailed, {m_target.string()}, "no free name for a temporary file");
}

Result<void> TemporaryFile::write(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return failWriting(errno, m_target);
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

int TemporaryFile::renameWithoutReplacing() const {
    if (::renameat2(AT_FDCWD, m_path.c_str(), AT_FDCWD, m_target.c_str(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
        return errno;
    // Some network and USB file systems lack that call: take the name with an empty file of ours, then replace it.
    const int reservation = ::open(m_target.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (reservation < 0)
        return errno;
    ::close(reservation);
    if (::rename(m_path.c_str(), m_target.c_str()) == 0)
        return 0;
    const int error = errno;
    ::unlink(m_target.c_str());
    return error;
}

Result<void> TemporaryFile::publish(bool overwrite) {
    struct stat before {};
    if (overwrite && ::stat(m_target.c_str(), &before) == 0 && S_ISREG(before.st_mode)) {
        // File systems without permissions refuse this, and then there is nothing to keep.
        [[maybe_unused]] const int kept = ::fchmod(m_descriptor, before.st_mode & 07777);
    }
    if (::fsync(m_descriptor) != 0 && errno != EINVAL)
        return failWriting(errno, m_target);
    // Closing a second descriptor tells what closing this one would; this one holds the lock until the file has its
    // name.
    const int second = ::fcntl(m_descriptor, F_DUPFD_CLOEXEC, 0);
    if (second < 0 || ::close(second) != 0)
        return failWriting(errno, m_target);

    int error = 0;
    if (!overwrite)
        error = renameWithoutReplacing();
    else if (::rename(m_path.c_str(), m_target.c_str()) != 0)
        error = errno;
    if (error != 0)
        return failWriting(error, m_target);
    m_path.clear();
    return {};
}

/// Makes the new name itself survive a power cut. Not every file system can, and the file is complete either way.
void flushFolder(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

} // namespace

Result<void> writeFileAtomically(const fs::path& path, const ByteSource& source, bool overwrite) {
    std::error_code error;
    const auto target = fs::absolute(path, error);
    if (error || !target.has_filename())
        return fail(ErrorCode::WriteFailed, {path.string()}, error.message());
    // Checked here as well so that no work is done in vain; what counts is the check while renaming.
    if (!overwrite && fs::symlink_status(target, error).type() != fs::file_type::not_found && !error)
        return fail(ErrorCode::OutputExists, {path.string()});

    const FileSizeSignalGuard guard;
    TemporaryFile file(target);
    if (auto opened = file.open(); !opened)
        return opened;
    const ByteSink sink = [&file](std::span<const std::byte> bytes) {
        return file.write(bytes);
    };
    if (auto filled = source(sink); !filled)
        return filled;
    if (auto published = file.publish(overwrite); !published)
        return published;
    flushFolder(target.parent_path());
    return {};
}

Result<void> writeFileAtomically(const fs::path& path, std::span<const std::byte> bytes, bool overwrite) {
    return writeFileAtomically(
        path, [bytes](const ByteSink& sink) { return sink(bytes); }, overwrite);
}

int removeLeftovers(const fs::path& folder) {
    int removed = 0;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const auto name = entry->path().filename().string();
        if (!name.starts_with(temporaryPrefix) || !name.ends_with(temporarySuffix))
            continue;
        const int descriptor = ::open(entry->path().c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
        if (descriptor < 0)
            continue;
        struct stat status {};
        // Where a file system has no locks, a file at work and a file left behind look alike: it stays.
        if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) &&
            ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 && ::unlink(entry->path().c_str()) == 0)
            ++removed;
        ::close(descriptor);
    }
    return removed;
}

} // namespace limpid
