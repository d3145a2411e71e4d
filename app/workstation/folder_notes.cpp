// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "folder_notes.h"

#include "paths.h"
#include "task/atomic_file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <span>
#include <system_error>

namespace limpid {

namespace fs = std::filesystem;

namespace {

constexpr int version = 1;

QString flagName(ImageFlag flag) {
    switch (flag) {
    case ImageFlag::Pick:
        return QStringLiteral("pick");
    case ImageFlag::Reject:
        return QStringLiteral("reject");
    case ImageFlag::None:
        break;
    }
    return {};
}

ImageFlag flagOf(const QString& name) {
    for (const auto flag : {ImageFlag::Pick, ImageFlag::Reject})
        if (name == flagName(flag))
            return flag;
    return ImageFlag::None;
}

fs::path notesFile(const fs::path& notesFolder, const fs::path& folder) {
    std::error_code unknown;
    auto whole = fs::weakly_canonical(folder, unknown);
    if (unknown)
        whole = folder;
    const auto name = QCryptographicHash::hash(QByteArray::fromStdString((whole / "").lexically_normal().string()),
                                               QCryptographicHash::Sha256);
    return notesFolder / (name.toHex().toStdString() + ".json");
}

} // namespace

FolderNotes::FolderNotes(const fs::path& notesFolder, const fs::path& folder)
    : m_file(notesFile(notesFolder, folder))
    , m_folder(toQString(folder)) {}

QString FolderNotes::load() {
    clear();
    removeLeftovers(m_file.parent_path()); // what was being written when the program was killed
    QFile file(toQString(m_file));
    if (!file.exists())
        return {};
    const auto words = [](const char* text) {
        return QCoreApplication::translate("limpid::FolderNotes", text);
    };
    if (!file.open(QIODevice::ReadOnly))
        return words(QT_TRANSLATE_NOOP("limpid::FolderNotes",
                                       "The stars and flags of %1 cannot be read, so none are shown; check who may "
                                       "read %2."))
            .arg(shownPath(toPath(m_folder)), shownPath(m_file));
    if (read(file.readAll()))
        return {};
    clear();
    file.close();
    auto aside = m_file;
    aside += ".damaged-" + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-hhmmss")).toStdString();
    std::error_code error;
    fs::rename(m_file, aside, error);
    return words(QT_TRANSLATE_NOOP("limpid::FolderNotes",
                                   "The stars and flags of %1 are damaged and begin anew; the damaged file was kept as "
                                   "%2."))
        .arg(shownPath(toPath(m_folder)), shownPath(error ? m_file : aside));
}

void FolderNotes::setNote(const QString& image, const ImageNote& note) {
    if (note == ImageNote{})
        m_notes.remove(image);
    else
        m_notes.insert(image, note);
}

void FolderNotes::setScale(const QSize& image, double micrometresPerPixel) {
    if (micrometresPerPixel > 0.0 && !image.isEmpty())
        m_scales.insert({image.width(), image.height()}, micrometresPerPixel);
    else
        m_scales.remove({image.width(), image.height()});
}

QByteArray FolderNotes::toJson() const {
    QJsonObject images;
    for (auto it = m_notes.cbegin(); it != m_notes.cend(); ++it) {
        QJsonObject note;
        if (it->stars > 0)
            note.insert(QStringLiteral("stars"), it->stars);
        if (it->flag != ImageFlag::None)
            note.insert(QStringLiteral("flag"), flagName(it->flag));
        images.insert(it.key(), note);
    }
    QJsonObject whole{
        {QStringLiteral("version"), version}, {QStringLiteral("folder"), m_folder}, {QStringLiteral("images"), images}};
    QJsonArray scales;
    for (auto it = m_scales.cbegin(); it != m_scales.cend(); ++it)
        scales.append(QJsonObject{{QStringLiteral("width"), it.key().first},
                                  {QStringLiteral("height"), it.key().second},
                                  {QStringLiteral("micrometresPerPixel"), it.value()}});
    if (!scales.isEmpty())
        whole.insert(QStringLiteral("scales"), scales);
    return QJsonDocument(whole).toJson(QJsonDocument::Indented);
}

void FolderNotes::clear() {
    m_notes.clear();
    m_scales.clear();
}

bool FolderNotes::read(const QByteArray& json) {
    const auto document = QJsonDocument::fromJson(json);
    const auto whole = document.object();
    const auto images = whole.value(QStringLiteral("images"));
    if (whole.value(QStringLiteral("version")).toInt() != version || !images.isObject())
        return false;
    const auto notes = images.toObject();
    for (auto it = notes.begin(); it != notes.end(); ++it) {
        if (!it->isObject())
            return false;
        const auto note = it->toObject();
        setNote(it.key(), {std::clamp(note.value(QStringLiteral("stars")).toInt(), 0, mostStars),
                           flagOf(note.value(QStringLiteral("flag")).toString())});
    }
    for (const auto& entry : whole.value(QStringLiteral("scales")).toArray()) {
        const auto scale = entry.toObject();
        setScale({scale.value(QStringLiteral("width")).toInt(), scale.value(QStringLiteral("height")).toInt()},
                 scale.value(QStringLiteral("micrometresPerPixel")).toDouble());
    }
    return true;
}

Result<void> writeNotes(const fs::path& file, const QByteArray& json) {
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (error)
        return fail(error == std::errc::permission_denied ? ErrorCode::PermissionDenied : ErrorCode::WriteFailed,
                    {file.parent_path().string()}, error.message());
    return writeFileAtomically(file, std::as_bytes(std::span(json.constData(), static_cast<std::size_t>(json.size()))),
                               true);
}

} // namespace limpid
