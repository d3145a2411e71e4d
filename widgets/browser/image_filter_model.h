// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/image_filter.h"

#include <QSortFilterProxyModel>

namespace limpid {

class ImageListModel;

/// The images of a folder as the person wants to see them: sorted and filtered. By name they stand in natural order
/// (img2 before img10). Images whose date, quality or gain is not known stand last in either direction, and equal ones
/// in the order of their names.
class ImageFilterModel : public QSortFilterProxyModel {
    Q_OBJECT

public:
    /// `images` must outlive the object.
    explicit ImageFilterModel(ImageListModel& images, QObject* parent = nullptr);

    void setFilter(const ImageFilter& filter);
    const ImageFilter& filter() const { return m_filter; }
    void sortBy(ImageOrder order, Qt::SortOrder direction = Qt::AscendingOrder);
    ImageOrder order() const { return m_order; }

    const ImageListModel& images() const { return m_images; }

Q_SIGNALS:
    void filterChanged();
    void orderChanged();

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    const ImageListModel& m_images;
    ImageFilter m_filter;
    ImageOrder m_order = ImageOrder::Name;
};

} // namespace limpid
