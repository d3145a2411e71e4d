// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/image_list_model.h"

#include "guard/guard_words.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>
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
    setGuarded(false);
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

void ImageListModel::setJudgements(const QList<ImageJudgement>& judgements) {
    int first = rowCount();
    int last = -1;
    bool guarded = m_guarded;
    for (const auto& judgement : judgements) {
        if (!holds(judgement.row))
            continue;
        auto& changed = m_rows[static_cast<std::size_t>(judgement.row)];
        changed.quality = judgement.quality;
        changed.enhanced = judgement.enhanced;
        changed.modality = judgement.modality;
        changed.decision = judgement.decision;
        changed.byHand = judgement.byHand;
        changed.shown = judgement.shown;
        guarded = guarded || judgement.shown;
        first = std::min(first, judgement.row);
        last = std::max(last, judgement.row);
    }
    if (last < first)
        return;
    Q_EMIT dataChanged(
        index(first), index(last),
        {QualityRole, GainRole, ModalityRole, DecisionRole, ByHandRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
    for (const auto& judgement : judgements)
        noteModality(judgement.modality);
    setGuarded(guarded);
}

void ImageListModel::setGuarded(bool guarded) {
    if (guarded == m_guarded)
        return;
    m_guarded = guarded;
    Q_EMIT guardedChanged();
}

void ImageListModel::noteModality(const QString& modality) {
    if (modality.isEmpty() || m_modalities.contains(modality))
        return;
    m_modalities.push_back(modality);
    Q_EMIT modalitiesChanged();
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
        return shown.gain();
    case DecisionRole:
        return static_cast<int>(shown.decision);
    case ByHandRole:
        return shown.byHand;
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

double ImageListModel::Row::gain() const {
    const bool known = quality.label() != ImageQuality::Unknown && enhanced.label() != ImageQuality::Unknown;
    return known ? enhanced.good - quality.good : std::numeric_limits<double>::quiet_NaN();
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
    const auto percent = [](double share) {
        return static_cast<int>(std::lround(100 * share));
    };
    const auto shares = [&](const QString& sentence, const QualityShares& quality) {
        return sentence.arg(qualityWords(quality.label()))
            .arg(percent(quality.good))
            .arg(percent(quality.usable))
            .arg(percent(quality.reject));
    };
    if (row.quality.label() != ImageQuality::Unknown)
        lines << shares(ImageListModel::tr("%1 (good %2 %, usable %3 %, reject %4 %)"), row.quality);
    if (row.enhanced.label() != ImageQuality::Unknown)
        lines << shares(ImageListModel::tr("Enhanced: %1 (good %2 %, usable %3 %, reject %4 %)"), row.enhanced);
    if (const double gain = row.gain(); !std::isnan(gain))
        lines << ImageListModel::tr(
                     "Gain %1: enhancing took the judge's probability of \u201cgood\u201d from %2 % to %3 %")
                     .arg(gainText(gain))
                     .arg(percent(row.quality.good))
                     .arg(percent(row.enhanced.good));
    if (row.shown)
        lines << ImageListModel::tr("Result shown: %1").arg(guardChoiceWords(*row.shown));
    lines << decisionWords(row.decision, row.byHand) << flagWords(row.flag) << starWords(row.stars);
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace limpid
