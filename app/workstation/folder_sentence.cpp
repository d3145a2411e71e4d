// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "folder_sentence.h"

#include "paths.h"

#include <QCoreApplication>

namespace limpid {

namespace {

QString words(const char* text, int count = -1) {
    return QCoreApplication::translate("limpid::FolderSentence", text, nullptr, count);
}

} // namespace

QString noImagesSentence(const std::filesystem::path& folder, const FolderContents& contents) {
    const auto name = shownPath(folder);
    if (!contents.folderWithImages.empty())
        return words(QT_TRANSLATE_NOOP("limpid::FolderSentence",
                                       "%1 holds no photographs itself, but its folder %2 does; open that one."))
            .arg(name, toQString(contents.folderWithImages));
    if (contents.dicom > 0)
        return words(QT_TRANSLATE_N_NOOP("limpid::FolderSentence",
                                         "%1 holds %n DICOM files, which Limpid does not read yet; export the "
                                         "photographs as JPEG, PNG or TIFF and open that folder."),
                     contents.dicom)
            .arg(name);
    if (contents.videos > 0)
        return words(QT_TRANSLATE_N_NOOP("limpid::FolderSentence",
                                         "%1 holds %n videos but no photographs; save single pictures from them as "
                                         "JPEG, PNG or TIFF and open that folder."),
                     contents.videos)
            .arg(name);
    if (contents.raw > 0)
        return words(QT_TRANSLATE_N_NOOP("limpid::FolderSentence",
                                         "%1 holds %n images in formats that Limpid does not read (camera raw, HEIC or "
                                         "a device's own); export them as JPEG, PNG or TIFF and open that folder."),
                     contents.raw)
            .arg(name);
    if (contents.archives > 0)
        return words(QT_TRANSLATE_N_NOOP("limpid::FolderSentence",
                                         "%1 holds %n packed archives; unpack the photographs and open the folder that "
                                         "comes out."),
                     contents.archives)
            .arg(name);
    if (contents.folders > 0)
        return words(QT_TRANSLATE_NOOP("limpid::FolderSentence",
                                       "%1 holds only further folders. Perhaps the photographs are deeper in one of "
                                       "them; open the folder that holds the photographs themselves."))
            .arg(name);
    if (contents.documents > 0 || contents.others > 0)
        return words(QT_TRANSLATE_NOOP("limpid::FolderSentence",
                                       "%1 holds files, but none that Limpid can read (JPEG, PNG, TIFF, BMP, PPM and "
                                       "WebP). Perhaps it is the wrong folder, or the photographs have not been "
                                       "exported yet."))
            .arg(name);
    return words(QT_TRANSLATE_NOOP("limpid::FolderSentence",
                                   "%1 is empty. Perhaps the photographs have not been copied there yet, or it is a "
                                   "drive or network folder that is not connected."))
        .arg(name);
}

} // namespace limpid
