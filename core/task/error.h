// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace limpid {

/// What went wrong, as a code that the window translates and the command line prints in English.
/// The comment after each code names its arguments, in order.
enum class ErrorCode {
    // Files and folders
    FileNotFound,      ///< path
    FolderNotFound,    ///< path
    NotAFolder,        ///< path
    NoImagesInFolder,  ///< path
    PermissionDenied,  ///< path
    FileEmpty,         ///< path
    NotAnImage,        ///< path
    ImageTruncated,    ///< path
    ImageDamaged,      ///< path
    ImageTooLarge,     ///< path, width, height, limit in megapixels
    ImageTooSmall,     ///< path, width, height, smallest side
    UnsupportedFormat, ///< path, format
    OutputExists,      ///< path
    OutputIsInput,     ///< path
    DiskFull,          ///< path
    WriteFailed,       ///< path
    ReadFailed,        ///< path
    // Models
    ModelNotFound,       ///< name or path
    ModelCorrupt,        ///< path, reason
    ModelMismatch,       ///< path, readable difference
    UnknownArchitecture, ///< path, architecture
    WrongModality,       ///< what was found, what the model wants
    // Training and adaptation
    TooFewImages,     ///< found, needed
    TrainingDiverged, ///< epoch, batch, what became NaN
    NothingPicked,    ///< images judged
    ProbeNotCredible, ///< reason
    DataMissing,      ///< what is missing, where
    NothingToResume,  ///< clinic
    CannotResume,     ///< path, reason
    // Machine
    DeviceUnavailable, ///< device asked for, reason
    OutOfMemory,       ///< what was being done
    // Use
    InvalidArgument, ///< argument, reason
    ClinicNotFound,  ///< name
    ClinicBusy,      ///< name, and who holds it: program, process, host, since
    ClinicExists,    ///< name
    StoreTooNew,     ///< path, version of its layout
    StoreDamaged,    ///< path, reason
    ArchiveUnusable, ///< path, reason
    Cancelled,       ///< nothing
    Internal,        ///< what was being done
};

/// One failure. `code` and `arguments` make the sentence a person reads; `detail` is for the log only.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::vector<std::string> arguments;
    std::string detail;
};

/// The code's name as written in the enum, for logs and JSON.
std::string_view codeName(ErrorCode code);

/// One clear English sentence that says what happened and what to do next. Never empty.
std::string englishSentence(const Error& error);

} // namespace limpid
