// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/image_list_model.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <utility>

namespace limpid {

namespace {

/// The C locale knows no natural order, and it is the one of a machine that is not set up.
QLocale collationLocale() {
    return QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale();
}

} // namespace

ImageListModel::ImageListModel(QObject* parent)
    : QAbstractListModel(parent)
    , m_collator(collationLocale()) {
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

void ImageListModel::clear() {
    beginResetModel();
    m_rows.clear();
    m_withThumbnail.clear();
    m_unreadable = 0;
    const bool hadModalities = !m_modalities.isEmpty();
    m_modalities.clear();
    endResetModel();
    if (hadModalities)
        Q_EMIT modalitiesChanged();
}

void ImageListModel::appendRows(const QList<ImageFile>& files) {
    if (files.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(files.size()) - 1);
    for (const auto& file : files)
        m_rows.push_back({.file = file, .nameKey = m_collator.sortKey(file.name)});
    endInsertRows();
}

void ImageListModel::setNames(const QStringList& names) {
    clear();
    QList<ImageFile> files;
    files.reserve(names.size());
    for (const auto& name : names)
        files.push_back({name, {}, -1});
    appendRows(files);
}

void ImageListModel::setThumbnailLimit(int limit) {
    m_thumbnailLimit = std::max(1, limit);
    dropOldestThumbnails();
}

QList<int> ImageListModel::missingThumbnails(const QList<int>& rows) {
    ++m_requests;
    QList<int> missing;
    for (const int number : rows) {
        if (!holds(number))
            continue;
        auto& wanted = m_rows[static_cast<std::size_t>(number)];
        wanted.asked = m_requests;
        if (wanted.state == State::Waiting)
            missing.push_back(number);
    }
    return missing;
}

void ImageListModel::setThumbnail(int row, const QImage& thumbnail) {
    if (!holds(row))
        return;
    auto& changed = m_rows[static_cast<std::size_t>(row)];
    if (changed.state == State::Unreadable)
        --m_unreadable;
    if (changed.state != State::Ready)
        m_withThumbnail.push_back(row);
    changed.state = State::Ready;
    changed.thumbnail = thumbnail;
    changed.reason.clear();
    tell(row, {Qt::DecorationRole, StateRole, ReasonRole});
    dropOldestThumbnails();
}

void ImageListModel::setUnreadable(int row, const QString& reason) {
    if (!holds(row))
        return;
    auto& changed = m_rows[static_cast<std::size_t>(row)];
    if (changed.state != State::Unreadable)
        ++m_unreadable;
    std::erase(m_withThumbnail, row);
    changed.state = State::Unreadable;
    changed.thumbnail = {};
    changed.reason = reason;
    tell(row, {Qt::DecorationRole, StateRole, ReasonRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
}

void ImageListModel::setQuality(int row, const QualityShares& quality) {
    if (!holds(row))
        return;
    m_rows[static_cast<std::size_t>(row)].quality = quality;
    tell(row, {QualityRole});
}

void ImageListModel::setGain(int row, double gain) {
    if (!holds(row))
        return;
    m_rows[static_cast<std::size_t>(row)].gain = gain;
    tell(row, {GainRole});
}

void ImageListModel::setDecision(int row, PickerVerdict decision) {
    if (!holds(row))
        return;
    m_rows[static_cast<std::size_t>(row)].decision = decision;
    tell(row, {DecisionRole});
}

void ImageListModel::setModality(int row, const QString& modality) {
    if (!holds(row))
        return;
    m_rows[static_cast<std::size_t>(row)].modality = modality;
    tell(row, {ModalityRole});
    if (!modality.isEmpty() && !m_modalities.contains(modality)) {
        m_modalities.push_back(modality);
        Q_EMIT modalitiesChanged();
    }
}

void ImageListModel::setStars(int row, int stars) {
    if (!holds(row))
        return;
    m_rows[static_cast<std::size_t>(row)].stars = std::clamp(stars, 0, mostStars);
    tell(row, {StarsRole});
}

void ImageListModel::setFlag(int row, ImageFlag flag) {
    if (!holds(row))
        return;
    m_rows[static_cast<std::size_t>(row)].flag = flag;
    tell(row, {FlagRole});
}

ImageListModel::State ImageListModel::state(int row) const {
    return holds(row) ? m_rows[static_cast<std::size_t>(row)].state : State::Waiting;
}

int ImageListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ImageListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& shown = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return shown.file.name;
    case Qt::DecorationRole:
        return shown.thumbnail.isNull() ? QVariant() : QVariant(shown.thumbnail);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return imageDescription(shown);
    case ReasonRole:
        return shown.reason;
    case StateRole:
        return static_cast<int>(shown.state);
    case DateRole:
        return shown.file.date;
    case BytesRole:
        return shown.file.bytes;
    case QualityRole:
        return static_cast<int>(shown.quality.label());
    case GainRole:
        return shown.gain;
    case DecisionRole:
        return static_cast<int>(shown.decision);
    case ModalityRole:
        return shown.modality;
    case StarsRole:
        return shown.stars;
    case FlagRole:
        return static_cast<int>(shown.flag);
    default:
        return {};
    }
}

bool ImageListModel::holds(int row) const {
    return row >= 0 && row < rowCount();
}

void ImageListModel::tell(int row, const QList<int>& roles) {
    Q_EMIT dataChanged(index(row), index(row), roles);
}

void ImageListModel::dropOldestThumbnails() {
    while (thumbnailCount() > m_thumbnailLimit) {
        const auto oldest = std::ranges::min_element(
            m_withThumbnail, {}, [this](int row) { return m_rows[static_cast<std::size_t>(row)].asked; });
        const int row = *oldest;
        m_withThumbnail.erase(oldest);
        auto& dropped = m_rows[static_cast<std::size_t>(row)];
        dropped.thumbnail = {};
        dropped.state = State::Waiting;
        tell(row, {Qt::DecorationRole, StateRole});
    }
}

QString imageDescription(const ImageListModel::Row& row) {
    if (!row.reason.isEmpty())
        return ImageListModel::tr("%1: cannot be read. %2").arg(row.file.name, row.reason);
    QStringList lines{row.file.name};
    const QLocale locale;
    if (row.file.date.isValid())
        lines << locale.toString(row.file.date, QLocale::ShortFormat);
    if (row.file.bytes >= 0)
        lines << locale.formattedDataSize(row.file.bytes);
    lines << row.modality;
    if (const auto label = row.quality.label(); label != ImageQuality::Unknown) {
        const auto percent = [](double share) {
            return static_cast<int>(std::lround(100 * share));
        };
        lines << ImageListModel::tr("%1 (good %2 %, usable %3 %, reject %4 %)")
                     .arg(qualityWords(label))
                     .arg(percent(row.quality.good))
                     .arg(percent(row.quality.usable))
                     .arg(percent(row.quality.reject));
    }
    if (!std::isnan(row.gain))
        lines << ImageListModel::tr("Gain %1").arg(locale.toString(row.gain, 'f', 2));
    lines << decisionWords(row.decision) << flagWords(row.flag) << starWords(row.stars);
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace limpid
