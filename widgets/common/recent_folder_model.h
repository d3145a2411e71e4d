// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>
#include <QImage>
#include <QList>
#include <QString>

namespace limpid {

/// A folder that was open before, as the start page shows it.
struct RecentFolderItem {
    QString path;         ///< Identifies the folder; handed back in signals.
    QString name;         ///< Large.
    QString shownPath;    ///< Small, below the name.
    QImage thumbnail;     ///< Of one of its images; may be null.
    bool missing = false; ///< It is not there at the moment.
};

/// The recent folders, newest first.
class RecentFolderModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        PathRole = Qt::UserRole + 1, ///< QString
        ShownPathRole,               ///< QString
        MissingRole,                 ///< bool
    };

    using QAbstractListModel::QAbstractListModel;

    void setItems(const QList<RecentFolderItem>& items);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<RecentFolderItem> m_items;
};

} // namespace limpid
