// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/image_traits.h"

#include <QListView>

#include <utility>

namespace limpid {

class ImageCellDelegate;

/// What the window can show instead of the grid.
enum class BrowserView { Grid, Single, Compare };

/// The images of a folder as a grid or as a filmstrip; both can show one model and share one selection model. The model
/// is an ImageListModel or a proxy upon one; every row number in the interface, visibleRows() apart, is a row of the
/// ImageListModel. Says for which rows thumbnails are wanted: those on screen, and a screenful before and after them.
///
/// Keys: arrows, Home, End, Page Up and Page Down move; P, X, U, 0-5, G, E, Enter, C and ? ask by signal. The view
/// changes no value by itself.
class ImageBrowser : public QListView {
    Q_OBJECT

public:
    enum class Shape { Grid, Filmstrip };

    explicit ImageBrowser(Shape shape, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    void keyboardSearch(const QString& text) override;

    /// Rows of the view's own model that are on screen now, inclusive; {0, -1} if none.
    std::pair<int, int> visibleRows() const;
    /// -1 for none.
    int currentRow() const;
    /// Makes one image the current and only selected one; passed over if a filter hides it.
    void setCurrentRow(int row);
    /// In the order of the view.
    QList<int> selectedRows() const;

Q_SIGNALS:
    /// The current image changed, by mouse, keyboard or code; -1 for none.
    void currentRowChanged(int row);
    void selectedRowsChanged();
    /// Thumbnails are wanted for these rows, the most urgent first. Replaces what this view wanted before.
    void thumbnailsWanted(const QList<int>& rows);
    /// These rows were wanted and have scrolled away.
    void thumbnailsUnwanted(const QList<int>& rows);
    void flagRequested(const QList<int>& rows, limpid::ImageFlag flag);
    void starsRequested(const QList<int>& rows, int stars);
    void viewRequested(limpid::BrowserView view);
    void keySheetRequested();

protected:
    void changeEvent(QEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void resizeEvent(QResizeEvent* event) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void showEvent(QShowEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void retranslate();
    void arrangeCells();
    bool request(int key);
    void tellWanted();
    int sourceRow(QModelIndex index) const;

    Shape m_shape;
    ImageCellDelegate* m_cells;
    QList<int> m_wanted;
    bool m_telling = false; ///< tellWanted() will come as soon as the event loop is back.
};

} // namespace limpid

Q_DECLARE_METATYPE(limpid::BrowserView)
