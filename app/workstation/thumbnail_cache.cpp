// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "thumbnail_cache.h"

#include "paths.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <system_error>
#include <utility>

namespace limpid {

namespace fs = std::filesystem;

namespace {

constexpr int quality = 88;
constexpr auto ending = ".jpg";
constexpr auto unfinished = ".part";

QByteArray digest(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

std::string keyOf(const fs::path& path, qint64 time, qint64 bytes) {
    std::error_code unknown;
    auto text = QByteArray::fromStdString(fs::absolute(path, unknown).lexically_normal().string());
    text += '\n' + QByteArray::number(time) + '\n' + QByteArray::number(bytes);
    return digest(text).toHex().toStdString();
}

std::string keyOf(const FoundImage& image) {
    return keyOf(image.path, image.date.isValid() ? image.date.toMSecsSinceEpoch() : 0, image.bytes);
}

std::string keyOfFolder(const fs::path& folder) {
    // No file has this size.
    return keyOf(folder / "", 0, -2);
}

/// A JPEG file with the SHA-256 of its bytes behind its end, where no reader looks: a decoder would show half a picture
/// of a damaged file without a word.
QByteArray pack(const QImage& thumbnail) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!thumbnail.save(&buffer, "JPG", quality))
        return {};
    return bytes + digest(bytes);
}

QImage unpack(const QByteArray& bytes) {
    constexpr int mark = 32;
    if (bytes.size() <= mark || digest(bytes.chopped(mark)) != bytes.last(mark))
        return {};
    return QImage::fromData(bytes.chopped(mark), "JPG");
}

/// Written aside and then given its name. Not flushed to the disk, which would take longer than making the thumbnail:
/// what a power cut leaves behind is found out by its checksum.
bool writeAside(const fs::path& path, const QByteArray& bytes) {
    auto aside = path;
    aside.replace_extension(unfinished);
    QFile file(toQString(aside));
    std::error_code error;
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush()) {
        file.close();
        fs::rename(aside, path, error);
        if (!error)
            return true;
    }
    fs::remove(aside, error);
    return false;
}

QByteArray readAll(const fs::path& path) {
    QFile file(toQString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

ThumbnailCache::ThumbnailCache(fs::path folder, std::int64_t limit)
    : m_folder(std::move(folder))
    , m_limit(limit) {}

QImage ThumbnailCache::find(const FoundImage& image) {
    return load(keyOf(image));
}

void ThumbnailCache::store(const FoundImage& image, const QImage& thumbnail) {
    save(keyOf(image), thumbnail);
}

QImage ThumbnailCache::findFolder(const fs::path& folder) {
    return load(keyOfFolder(folder));
}

void ThumbnailCache::storeFolder(const fs::path& folder, const QImage& thumbnail) {
    save(keyOfFolder(folder), thumbnail);
}

std::int64_t ThumbnailCache::bytes() {
    const std::lock_guard lock(m_mutex);
    learn();
    return m_bytes;
}

void ThumbnailCache::clear() {
    const std::lock_guard lock(m_mutex);
    learn();
    std::error_code ignored;
    for (const auto& key : m_uses)
        fs::remove(m_folder / (key + ending), ignored);
    m_uses.clear();
    m_entries.clear();
    m_bytes = 0;
}

QImage ThumbnailCache::load(const std::string& key) {
    {
        const std::lock_guard lock(m_mutex);
        learn();
        if (!m_entries.contains(key))
            return {};
    }
    const auto path = m_folder / (key + ending);
    const auto bytes = readAll(path);
    auto thumbnail = unpack(bytes);
    const std::lock_guard lock(m_mutex);
    std::error_code ignored;
    if (thumbnail.isNull()) {
        fs::remove(path, ignored);
        forget(key);
    } else if (const auto entry = m_entries.find(key); entry != m_entries.end()) { // not dropped meanwhile
        touch(key, entry->second.bytes);
        fs::last_write_time(path, fs::file_time_type::clock::now(), ignored); // the order survives until next time
    }
    return thumbnail;
}

void ThumbnailCache::save(const std::string& key, const QImage& thumbnail) {
    const auto bytes = pack(thumbnail);
    if (bytes.isEmpty() || bytes.size() > m_limit)
        return;
    // Under the lock, so that no other thread drops the file between its writing and its entry.
    const std::lock_guard lock(m_mutex);
    learn();
    std::error_code error;
    if (fs::create_directories(m_folder, error))
        fs::permissions(m_folder, fs::perms::owner_all, error); // patients' pictures are for this user's eyes
    if (!writeAside(m_folder / (key + ending), bytes))
        return;
    touch(key, bytes.size());
    while (m_bytes > m_limit) {
        const auto oldest = m_uses.front();
        fs::remove(m_folder / (oldest + ending), error);
        forget(oldest);
    }
}

void ThumbnailCache::learn() {
    if (std::exchange(m_learnt, true))
        return;
    struct Found {
        fs::file_time_type used;
        std::string key;
        std::int64_t bytes;
    };
    std::vector<Found> files;
    std::error_code error;
    for (fs::directory_iterator entries(m_folder, error); !error && entries != fs::directory_iterator();
         entries.increment(error)) {
        std::error_code unknown;
        if (entries->path().extension() == unfinished)
            fs::remove(entries->path(), unknown); // the program ended while it was written
        if (entries->path().extension() != ending)
            continue;
        const auto used = entries->last_write_time(unknown);
        const auto bytes = static_cast<std::int64_t>(entries->file_size(unknown));
        if (!unknown)
            files.push_back({used, entries->path().stem().string(), bytes});
    }
    std::ranges::sort(files, {}, &Found::used);
    for (const auto& file : files)
        touch(file.key, file.bytes);
}

void ThumbnailCache::touch(const std::string& key, std::int64_t bytes) {
    forget(key);
    m_entries[key] = {bytes, m_uses.insert(m_uses.end(), key)};
    m_bytes += bytes;
}

void ThumbnailCache::forget(const std::string& key) {
    const auto entry = m_entries.find(key);
    if (entry == m_entries.end())
        return;
    m_bytes -= entry->second.bytes;
    m_uses.erase(entry->second.use);
    m_entries.erase(entry);
}

} // namespace limpid
