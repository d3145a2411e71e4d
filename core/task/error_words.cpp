// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "task/error_words.h"

#include <array>

// Qt's tool that collects what has to be translated knows its words by this mark. Those without it name options of the
// command line, and the window says them in its own way.
#define QT_TRANSLATE_NOOP(context, text) text

namespace limpid {

namespace {

constexpr auto wordings = std::to_array<ErrorWording>({
    {ErrorCode::FileNotFound, "FileNotFound",
     QT_TRANSLATE_NOOP("limpid::Error", "There is no file %1; check the path and try again.")},
    {ErrorCode::FolderNotFound, "FolderNotFound", "There is no folder %1; check the path, or plug the drive in again."},
    {ErrorCode::NotAFolder, "NotAFolder", "%1 is a file, not a folder; name the folder that holds it."},
    {ErrorCode::NoImagesInFolder, "NoImagesInFolder",
     "%1 holds no image that Limpid can read (JPEG, PNG, TIFF, BMP, PPM, WebP); choose the folder with the "
     "photographs."},
    {ErrorCode::PermissionDenied, "PermissionDenied",
     QT_TRANSLATE_NOOP(
         "limpid::Error",
         "%1 may not be opened with your rights; ask for permission or copy it to a folder of your own.")},
    {ErrorCode::FileEmpty, "FileEmpty",
     QT_TRANSLATE_NOOP("limpid::Error", "%1 is empty (0 bytes); copy it from the camera again.")},
    {ErrorCode::NotAnImage, "NotAnImage",
     QT_TRANSLATE_NOOP("limpid::Error", "%1 is not an image, whatever its name says; remove it or export it again.")},
    {ErrorCode::ImageTruncated, "ImageTruncated",
     QT_TRANSLATE_NOOP("limpid::Error", "%1 breaks off in the middle; copy it from the camera again.")},
    {ErrorCode::ImageDamaged, "ImageDamaged",
     QT_TRANSLATE_NOOP("limpid::Error", "%1 is damaged inside; copy it from the camera again.")},
    {ErrorCode::ImageTooLarge, "ImageTooLarge",
     QT_TRANSLATE_NOOP("limpid::Error",
                       "%1 claims %2 x %3 pixels, more than the limit of %4 megapixels; export it smaller.")},
    {ErrorCode::ImageTooSmall, "ImageTooSmall",
     QT_TRANSLATE_NOOP("limpid::Error",
                       "%1 is %2 x %3 pixels, too small to enhance; each side must be at least %4 pixels.")},
    {ErrorCode::UnsupportedFormat, "UnsupportedFormat",
     QT_TRANSLATE_NOOP("limpid::Error",
                       "%1 has a format that Limpid does not support (%2); use PNG, TIFF, JPEG, BMP, PPM or WebP.")},
    {ErrorCode::OutputExists, "OutputExists", "%1 exists already and was left alone; add --force to replace it."},
    {ErrorCode::OutputIsInput, "OutputIsInput",
     "The output folder %1 is the input's; choose another one, since originals are never touched."},
    {ErrorCode::DiskFull, "DiskFull", "The disk is full, so %1 was not written; free some space and run again."},
    {ErrorCode::WriteFailed, "WriteFailed",
     QT_TRANSLATE_NOOP("limpid::Error", "%1 could not be written; check the folder and its permissions.")},
    {ErrorCode::ReadFailed, "ReadFailed",
     QT_TRANSLATE_NOOP("limpid::Error", "%1 could not be read; check the drive and try again.")},
    {ErrorCode::ModelNotFound, "ModelNotFound",
     "There is no model called %1; 'limpid-cli models' lists those there are."},
    {ErrorCode::ModelCorrupt, "ModelCorrupt",
     QT_TRANSLATE_NOOP("limpid::Error", "The model file %1 is damaged (%2); copy it again or choose another model.")},
    {ErrorCode::ModelMismatch, "ModelMismatch",
     QT_TRANSLATE_NOOP(
         "limpid::Error",
         "The model file %1 does not fit the network it names (%2); it was made by another program or version.")},
    {ErrorCode::UnknownArchitecture, "UnknownArchitecture",
     QT_TRANSLATE_NOOP(
         "limpid::Error",
         "The model file %1 is of a kind that this Limpid does not know (%2); update Limpid or choose another model.")},
    {ErrorCode::WrongModality, "WrongModality",
     QT_TRANSLATE_NOOP("limpid::Error",
                       "These look like %1 images, but the model is for %2; choose a model of the right modality.")},
    {ErrorCode::TooFewImages, "TooFewImages",
     QT_TRANSLATE_NOOP(
         "limpid::Error",
         "Only %1 readable images were found and adapting needs at least %2; add more photographs to the folder.")},
    {ErrorCode::TrainingDiverged, "TrainingDiverged",
     QT_TRANSLATE_NOOP("limpid::Error", "Training stopped at epoch %1, batch %2, because the %3 was no longer a "
                                        "number; the last good weights were kept.")},
    {ErrorCode::NothingPicked, "NothingPicked",
     QT_TRANSLATE_NOOP("limpid::Error", "None of the %1 images passed the pseudo-label picker, so there is nothing to "
                                        "learn from; the old model stays in "
                                        "use.")},
    {ErrorCode::ProbeNotCredible, "ProbeNotCredible",
     QT_TRANSLATE_NOOP("limpid::Error", "This clinic's pseudo-references cannot be trusted (%1), so nothing was "
                                        "adapted; the old model stays in use.")},
    {ErrorCode::DataMissing, "DataMissing",
     QT_TRANSLATE_NOOP("limpid::Error", "%1 is missing in %2; prepare the data again.")},
    {ErrorCode::NothingToResume, "NothingToResume",
     "The clinic %1 has no unfinished run to go on with; leave --resume out to start a new one."},
    {ErrorCode::CannotResume, "CannotResume",
     "The unfinished run in %1 cannot be resumed (%2); leave --resume out to start a new one."},
    {ErrorCode::DeviceUnavailable, "DeviceUnavailable",
     "The device %1 cannot be used (%2); choose another with --device, or leave it on auto."},
    {ErrorCode::OutOfMemory, "OutOfMemory",
     QT_TRANSLATE_NOOP("limpid::Error",
                       "The memory ran out while %1; close other programs or choose a smaller batch or working size.")},
    {ErrorCode::InvalidArgument, "InvalidArgument", QT_TRANSLATE_NOOP("limpid::Error", "%1 is not usable: %2.")},
    {ErrorCode::ClinicNotFound, "ClinicNotFound",
     "There is no clinic called %1; 'limpid-cli clinics' lists those there are."},
    {ErrorCode::ClinicBusy, "ClinicBusy",
     QT_TRANSLATE_NOOP("limpid::Error", "The clinic %1 is in use by the program %2 (process %3 on %4, since %5); wait "
                                        "until that has finished, or end it.")},
    {ErrorCode::ClinicExists, "ClinicExists",
     QT_TRANSLATE_NOOP("limpid::Error", "There is a clinic called %1 already; choose another name.")},
    {ErrorCode::StoreTooNew, "StoreTooNew",
     QT_TRANSLATE_NOOP("limpid::Error",
                       "The clinics in %1 were kept by a newer version of Limpid (layout %2), and this "
                       "one leaves them alone; update Limpid.")},
    {ErrorCode::StoreDamaged, "StoreDamaged",
     QT_TRANSLATE_NOOP("limpid::Error",
                       "The clinics' records in %1 cannot be used (%2); put a backup of that file in its place, or "
                       "move the file away: the clinics' models are then found again, but not their history.")},
    {ErrorCode::ArchiveUnusable, "ArchiveUnusable",
     QT_TRANSLATE_NOOP("limpid::Error",
                       "Nothing was imported from %1, because %2; export the clinic again and copy the whole file.")},
    {ErrorCode::Cancelled, "Cancelled",
     QT_TRANSLATE_NOOP("limpid::Error", "Stopped as asked; what was finished before is kept.")},
    {ErrorCode::Internal, "Internal",
     QT_TRANSLATE_NOOP("limpid::Error",
                       "Something went wrong inside Limpid while %1; the log has the details, please report it.")},
});

} // namespace

const ErrorWording& wordingOf(ErrorCode code) {
    for (const auto& wording : wordings) {
        if (wording.code == code)
            return wording;
    }
    return wordings.back();
}

} // namespace limpid
