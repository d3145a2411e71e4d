// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/image_filter_model.h"

#include "browser/image_list_model.h"

#include <cmath>
#include <limits>

namespace limpid {

namespace {

/// What a row is ordered by, as a number; NaN where it is not known.
double orderValue(const ImageListModel::Row& row, ImageOrder order) {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    switch (order) {
    case ImageOrder::Date:
        return row.file.date.isValid() ? static_cast<double>(row.file.date.toMSecsSinceEpoch()) : unknown;
    case ImageOrder::Quality: {
        // By the class first, and within a class by how far the probabilities lean to the good side.
        const auto label = row.quality.label();
        return label == ImageQuality::Unknown ? unknown
                                              : static_cast<int>(label) + (row.quality.good - row.quality.reject) / 4;
    }
    case ImageOrder::Gain:
        return row.gain();
    case ImageOrder::Name:
        break;
    }
    return unknown;
}

} // namespace

ImageFilterModel::ImageFilterModel(ImageListModel& images, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_images(images) {
    setSourceModel(&images);
    sort(0, Qt::AscendingOrder);
}

void ImageFilterModel::setFilter(const ImageFilter& filter) {
    if (filter == m_filter)
        return;
    m_filter = filter;
    invalidateFilter();
    Q_EMIT filterChanged();
}

void ImageFilterModel::sortBy(ImageOrder order, Qt::SortOrder direction) {
    if (order == m_order && direction == sortOrder())
        return;
    m_order = order;
    if (direction == sortOrder())
        invalidate(); // sort() would take the rows for sorted already
    else
        sort(0, direction);
    Q_EMIT orderChanged();
}

bool ImageFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const {
    Q_UNUSED(sourceParent);
    const auto& row = m_images.row(sourceRow);
    return (!m_filter.quality || row.quality.label() == *m_filter.quality) &&
           (!m_filter.decision || row.decision == *m_filter.decision) && (!m_filter.byHand || row.byHand) &&
           (!m_filter.shown || row.shown == m_filter.shown) && (!m_filter.flag || row.flag == *m_filter.flag) &&
           (m_filter.modality.isEmpty() || row.modality == m_filter.modality) && row.stars >= m_filter.leastStars &&
           (m_filter.text.isEmpty() || row.file.name.contains(m_filter.text, Qt::CaseInsensitive));
}

bool ImageFilterModel::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const auto& one = m_images.row(left.row());
    const auto& other = m_images.row(right.row());
    if (m_order == ImageOrder::Name)
        return one.nameKey < other.nameKey;
    // Falling order is made by asking with the sides swapped; what must not turn round is swapped back here.
    const bool rising = sortOrder() == Qt::AscendingOrder;
    const double a = orderValue(one, m_order);
    const double b = orderValue(other, m_order);
    if (std::isnan(a) != std::isnan(b))
        return rising ? std::isnan(b) : std::isnan(a);
    if (a < b || a > b)
        return a < b;
    return rising ? one.nameKey < other.nameKey : other.nameKey < one.nameKey;
}

} // namespace limpid
