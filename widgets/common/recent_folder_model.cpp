// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/recent_folder_model.h"

namespace limpid {

void RecentFolderModel::setItems(const QList<RecentFolderItem>& items) {
    beginResetModel();
    m_items = items;
    endResetModel();
}

int RecentFolderModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant RecentFolderModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& item = m_items[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return item.name;
    case Qt::DecorationRole:
        return item.thumbnail.isNull() ? QVariant() : QVariant(item.thumbnail);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return item.missing ? tr("%1: not there at the moment. Perhaps its drive is not plugged in, or it was moved.")
                                  .arg(item.shownPath)
                            : tr("%1 in %2").arg(item.name, item.shownPath);
    case PathRole:
        return item.path;
    case ShownPathRole:
        return item.shownPath;
    case MissingRole:
        return item.missing;
    default:
        return {};
    }
}

} // namespace limpid
