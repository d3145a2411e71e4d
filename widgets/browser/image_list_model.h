// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>
#include <QImage>
#include <QString>
#include <QStringList>

#include <vector>

namespace limpid {

/// The images of a folder, one row each, in the order given. Knows names, thumbnails and reasons, not files: whoever
/// owns the folder fills them in.
class ImageListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        ReasonRole = Qt::UserRole + 1, ///< QString: why the image cannot be read; empty if it can, or is not known yet.
        StateRole,                     ///< int: a State.
    };
    enum class State { Waiting, Ready, Unreadable };

    /// Thumbnails are shown at this side, in logical pixels.
    static constexpr int thumbnailSide = 64;

    explicit ImageListModel(QObject* parent = nullptr);

    /// Replaces all rows; thumbnails are waited for.
    void setNames(const QStringList& names);
    /// Rows that are out of range are passed over, because the folder may have changed meanwhile.
    void setThumbnail(int row, const QImage& thumbnail);
    void setUnreadable(int row, const QString& reason);

    State state(int row) const;
    int unreadableCount() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        QString name;
        State state = State::Waiting;
        QImage thumbnail;
        QString reason;
    };
    bool holds(int row) const;
    QString toolTip(const Row& row) const;

    std::vector<Row> m_rows;
    int m_unreadable = 0;
};

} // namespace limpid
