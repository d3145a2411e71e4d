// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace limpid {

/// Who works on a clinic.
struct LockHolder {
    std::string program;
    std::string process; ///< Its number on that machine.
    std::string host;
    std::string since; ///< UTC.
};

/// The right to change a clinic's files. One program has it at a time, and the kernel takes it back when that program
/// ends, however it ends. Reading needs no such right.
class ClinicLock {
public:
    /// Takes it without waiting; `clinic` is for the message only. Fails with ClinicBusy, which names the holder, or
    /// with FolderNotFound, PermissionDenied or WriteFailed where the lock's file cannot be made.
    static Result<ClinicLock> take(const std::filesystem::path& folder, const std::string& clinic);
    /// Who has it now, this program included; nothing where it is free.
    static std::optional<LockHolder> holder(const std::filesystem::path& folder);

    ~ClinicLock();
    ClinicLock(ClinicLock&& other) noexcept;
    ClinicLock& operator=(ClinicLock&& other) noexcept;

private:
    explicit ClinicLock(int descriptor)
        : m_descriptor(descriptor) {}

    int m_descriptor = -1;
};

} // namespace limpid
