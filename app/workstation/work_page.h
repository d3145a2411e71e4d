// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/image_browser.h"
#include "browser/image_filter_model.h"
#include "compare/compare_mode.h"

#include <QList>
#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace limpid {

class CompareBar;
class CompareView;
class DegradationPanel;
class FilterBar;
class ImageListModel;

/// The open folder: all images as a grid, or one image large above a filmstrip, and beside it, if wanted, why it is
/// poor. Both show the same images in the same order with the same selection. Row numbers are those of the
/// ImageListModel.
class WorkPage : public QWidget {
    Q_OBJECT

public:
    /// `images` must outlive the page.
    explicit WorkPage(ImageListModel& images, QWidget* parent = nullptr);
    ~WorkPage() override;

    CompareView& compare() const { return *m_compare; }
    /// Closed at first.
    DegradationPanel& degradation() const { return *m_degradation; }
    /// Whether one image is shown large.
    bool showsOneImage() const;
    int currentRow() const { return m_grid->currentRow(); }
    QList<int> selectedRows() const { return m_grid->selectedRows(); }
    /// Makes an image the current one and gives the keyboard to the images.
    void beginAt(int row);
    /// Makes an image the current one in the comparison, and shows all images where the filters hide it.
    void open(int row);
    /// Puts the cursor into the field for names.
    void beginFinding();

public Q_SLOTS:
    /// Single shows the enhanced image alone, Compare the mode of comparison that was used last.
    void show(limpid::BrowserView view);

Q_SIGNALS:
    void currentRowChanged(int row);
    void selectedRowsChanged();
    void thumbnailsWanted(const QList<int>& rows);
    void thumbnailsUnwanted(const QList<int>& rows);
    void flagRequested(const QList<int>& rows, limpid::ImageFlag flag);
    void starsRequested(const QList<int>& rows, int stars);
    void keySheetRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void connectBrowser(ImageBrowser& browser);
    void retranslate();

    ImageFilterModel m_filter;
    FilterBar* m_filterBar;
    ImageBrowser* m_grid;
    ImageBrowser* m_strip;
    CompareBar* m_compareBar;
    CompareView* m_compare;
    DegradationPanel* m_degradation;
    QStackedWidget* m_views;
    CompareMode m_comparing = CompareMode::Split; ///< The mode used last that sets two images against each other.
};

} // namespace limpid
