// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QListView>

#include <utility>

namespace limpid {

/// The list of a folder's images. Says which rows a person can see, so that only their thumbnails are decoded.
class ImageBrowser : public QListView {
    Q_OBJECT

public:
    explicit ImageBrowser(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    /// Rows that are on screen now, inclusive; {0, -1} if none.
    std::pair<int, int> visibleRows() const;

Q_SIGNALS:
    /// The current row changed, by mouse, keyboard or code; -1 for none.
    void currentRowChanged(int row);
    /// The rows on screen changed, inclusive.
    void visibleRowsChanged(int first, int last);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void tellVisibleRows();
};

} // namespace limpid
