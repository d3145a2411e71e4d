// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/image_list_model.h"

namespace limpid {

ImageListModel::ImageListModel(QObject* parent)
    : QAbstractListModel(parent) {}

void ImageListModel::setNames(const QStringList& names) {
    beginResetModel();
    m_rows.clear();
    m_rows.reserve(static_cast<std::size_t>(names.size()));
    for (const auto& name : names)
        m_rows.push_back({name, State::Waiting, {}, {}});
    m_unreadable = 0;
    endResetModel();
}

void ImageListModel::setThumbnail(int row, const QImage& thumbnail) {
    if (!holds(row))
        return;
    auto& changed = m_rows[static_cast<std::size_t>(row)];
    if (changed.state == State::Unreadable)
        --m_unreadable;
    changed.state = State::Ready;
    changed.thumbnail = thumbnail;
    changed.reason.clear();
    Q_EMIT dataChanged(index(row), index(row));
}

void ImageListModel::setUnreadable(int row, const QString& reason) {
    if (!holds(row))
        return;
    auto& changed = m_rows[static_cast<std::size_t>(row)];
    if (changed.state != State::Unreadable)
        ++m_unreadable;
    changed.state = State::Unreadable;
    changed.thumbnail = {};
    changed.reason = reason;
    Q_EMIT dataChanged(index(row), index(row));
}

ImageListModel::State ImageListModel::state(int row) const {
    return holds(row) ? m_rows[static_cast<std::size_t>(row)].state : State::Waiting;
}

int ImageListModel::unreadableCount() const {
    return m_unreadable;
}

int ImageListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ImageListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::DecorationRole:
        return row.thumbnail.isNull() ? QVariant() : QVariant(row.thumbnail);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return toolTip(row);
    case ReasonRole:
        return row.reason;
    case StateRole:
        return static_cast<int>(row.state);
    default:
        return {};
    }
}

bool ImageListModel::holds(int row) const {
    return row >= 0 && row < rowCount();
}

QString ImageListModel::toolTip(const Row& row) const {
    return row.reason.isEmpty() ? row.name : tr("%1: cannot be read. %2").arg(row.name, row.reason);
}

} // namespace limpid
