// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "error_sentence.h"

#include "task/error_words.h"

#include <QCoreApplication>

#include <filesystem>

namespace limpid {

namespace {

/// Words of the window's own, for errors whose words for the command line name its options; null for all others.
const char* ownWords(ErrorCode code) {
    switch (code) {
    case ErrorCode::FolderNotFound:
        return QT_TRANSLATE_NOOP("limpid::Error",
                                 "There is no folder %1. Perhaps it was moved or renamed, its drive is not plugged in, "
                                 "or the name has a typing error.");
    case ErrorCode::FileNotFound:
        return QT_TRANSLATE_NOOP("limpid::Error", "%1 is not there any more. Perhaps it was moved or deleted, or its "
                                                  "drive was unplugged; open the folder again.");
    case ErrorCode::NotAFolder:
        return QT_TRANSLATE_NOOP("limpid::Error", "%1 is a file, not a folder. Open the folder that holds it.");
    case ErrorCode::NoImagesInFolder:
        return QT_TRANSLATE_NOOP(
            "limpid::Error", "%1 holds no image that Limpid can read. Perhaps the photographs are in a folder below "
                             "it, they are DICOM or raw files (Limpid reads JPEG, PNG, TIFF, BMP, PPM and WebP), or "
                             "they have not been exported yet.");
    case ErrorCode::ModelNotFound:
        return QT_TRANSLATE_NOOP(
            "limpid::Error", "There is no model %1, so nothing can be enhanced with it. Perhaps it was moved, or "
                             "Limpid was not installed completely; install it again or start it with --model FILE.");
    case ErrorCode::OutputExists:
        return QT_TRANSLATE_NOOP("limpid::Error", "%1 exists already and was left alone; choose another name.");
    case ErrorCode::OutputIsInput:
        return QT_TRANSLATE_NOOP(
            "limpid::Error",
            "Writing to %1 could touch an original, and originals are never touched; choose another place.");
    case ErrorCode::DiskFull:
        return QT_TRANSLATE_NOOP("limpid::Error",
                                 "The disk is full, so %1 was not written; free some space and try again.");
    case ErrorCode::DeviceUnavailable:
        return QT_TRANSLATE_NOOP(
            "limpid::Error",
            "The device %1 cannot be used (%2); choose another one in the settings, or let Limpid choose.");
    case ErrorCode::NothingToResume:
        return QT_TRANSLATE_NOOP("limpid::Error",
                                 "The clinic %1 has no unfinished run to go on with; start a new one.");
    case ErrorCode::CannotResume:
        return QT_TRANSLATE_NOOP("limpid::Error", "The unfinished run in %1 cannot be resumed (%2); start a new one.");
    case ErrorCode::ClinicNotFound:
        return QT_TRANSLATE_NOOP("limpid::Error",
                                 "There is no clinic called %1. Perhaps its model was moved or deleted; choose another "
                                 "model, or adapt to the clinic again.");
    default:
        return nullptr;
    }
}

} // namespace

QString errorSentence(const Error& error) {
    const char* words = ownWords(error.code);
    const auto sentence =
        QCoreApplication::translate("limpid::Error", words != nullptr ? words : wordingOf(error.code).words);
    // One pass over the placeholders, so that a file called "%1" stays what it is.
    QString filled;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const bool placeholder =
            sentence[i] == QLatin1Char('%') && i + 1 < sentence.size() && sentence[i + 1].isDigit();
        if (!placeholder) {
            filled += sentence[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(sentence[++i].digitValue() - 1);
        filled += index < error.arguments.size() ? QString::fromStdString(error.arguments[index])
                                                 : QCoreApplication::translate("limpid::Error", "(unknown)");
    }
    return filled;
}

QString errorSentenceForRow(Error error) {
    if (!error.arguments.empty() && error.arguments.front().find('/') != std::string::npos)
        error.arguments.front() = std::filesystem::path(error.arguments.front()).filename().string();
    return errorSentence(error);
}

} // namespace limpid
