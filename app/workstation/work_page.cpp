// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "work_page.h"

#include "browser/filter_bar.h"
#include "browser/image_list_model.h"
#include "compare/compare_bar.h"
#include "compare/compare_view.h"
#include "compare/degradation_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace limpid {

WorkPage::WorkPage(ImageListModel& images, QWidget* parent)
    : QWidget(parent)
    , m_filter(images)
    , m_filterBar(new FilterBar(m_filter, this))
    , m_grid(new ImageBrowser(ImageBrowser::Shape::Grid, this))
    , m_strip(new ImageBrowser(ImageBrowser::Shape::Filmstrip, this))
    , m_compareBar(new CompareBar(this))
    , m_compare(new CompareView(this))
    , m_degradation(new DegradationPanel(this))
    , m_views(new QStackedWidget(this)) {
    m_grid->setObjectName(QStringLiteral("grid"));
    m_strip->setObjectName(QStringLiteral("filmstrip"));
    m_compare->setObjectName(QStringLiteral("compare"));
    m_degradation->setObjectName(QStringLiteral("degradationPanel"));
    m_degradation->hide();
    m_grid->setModel(&m_filter);
    m_strip->setModel(&m_filter);
    m_strip->setSelectionModel(m_grid->selectionModel());
    m_compareBar->drive(*m_compare);

    auto* large = new QWidget(m_views);
    auto* largeColumn = new QVBoxLayout(large);
    largeColumn->setContentsMargins(0, 0, 0, 0);
    largeColumn->setSpacing(0);
    largeColumn->addWidget(m_compareBar);
    auto* image = new QHBoxLayout;
    image->setSpacing(0);
    image->addWidget(m_compare, 1);
    image->addWidget(m_degradation);
    largeColumn->addLayout(image, 1);
    largeColumn->addWidget(m_strip);
    m_views->addWidget(m_grid);
    m_views->addWidget(large);
    m_views->setCurrentIndex(1);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filterBar);
    column->addWidget(m_views, 1);

    connectBrowser(*m_grid);
    connectBrowser(*m_strip);
    // One selection model serves both, so one of them is enough.
    connect(m_grid, &ImageBrowser::currentRowChanged, this, &WorkPage::currentRowChanged);
    connect(m_grid, &ImageBrowser::selectedRowsChanged, this, &WorkPage::selectedRowsChanged);
    connect(m_grid, &ImageBrowser::doubleClicked, this, [this] { show(BrowserView::Compare); });
    connect(m_compare, &CompareView::modeChanged, this, [this](CompareMode mode) {
        if (mode != CompareMode::Flip)
            m_comparing = mode;
    });
    retranslate();
}

WorkPage::~WorkPage() {
    // The selection model belongs to the grid; the strip must not look at it while both go away.
    disconnect(m_grid, nullptr, this, nullptr);
    disconnect(m_strip, nullptr, this, nullptr);
}

void WorkPage::beginAt(int row) {
    m_grid->setCurrentRow(row);
    (m_views->currentIndex() == 0 ? m_grid : m_strip)->setFocus();
}

void WorkPage::open(int row) {
    if (!m_filter.mapFromSource(m_filter.images().index(row)).isValid())
        m_filterBar->clearFilters();
    show(BrowserView::Compare);
    beginAt(row);
}

void WorkPage::beginFinding() {
    m_filterBar->beginFinding();
}

bool WorkPage::showsOneImage() const {
    return m_views->currentIndex() == 1;
}

void WorkPage::show(BrowserView view) {
    m_views->setCurrentIndex(view == BrowserView::Grid ? 0 : 1);
    if (view == BrowserView::Grid) {
        m_grid->setFocus();
        return;
    }
    m_compare->setMode(view == BrowserView::Single ? CompareMode::Flip : m_comparing);
    m_strip->setFocus();
}

bool WorkPage::eventFilter(QObject* watched, QEvent* event) {
    // Space shows the original while the images have the focus too: that is where a person steps through a folder.
    if (event->type() == QEvent::FocusOut) // nobody would hear of the key being let go
        m_compare->holdOriginal(false);
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    if (!key || m_views->currentIndex() == 0)
        return QWidget::eventFilter(watched, event);
    const auto* pressed = static_cast<QKeyEvent*>(event);
    if (pressed->key() == Qt::Key_B && event->type() == QEvent::KeyPress) {
        m_compare->flipOver();
        return true;
    }
    if (pressed->key() != Qt::Key_Space && pressed->key() != Qt::Key_Backslash)
        return false;
    if (!pressed->isAutoRepeat())
        m_compare->holdOriginal(event->type() == QEvent::KeyPress);
    return true;
}

void WorkPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WorkPage::connectBrowser(ImageBrowser& browser) {
    browser.installEventFilter(this);
    connect(&browser, &ImageBrowser::thumbnailsWanted, this, &WorkPage::thumbnailsWanted);
    connect(&browser, &ImageBrowser::thumbnailsUnwanted, this, &WorkPage::thumbnailsUnwanted);
    connect(&browser, &ImageBrowser::flagRequested, this, &WorkPage::flagRequested);
    connect(&browser, &ImageBrowser::starsRequested, this, &WorkPage::starsRequested);
    connect(&browser, &ImageBrowser::viewRequested, this, &WorkPage::show);
    connect(&browser, &ImageBrowser::keySheetRequested, this, &WorkPage::keySheetRequested);
}

void WorkPage::retranslate() {
    m_grid->setAccessibleName(tr("Images of the folder"));
    m_strip->setAccessibleName(tr("Images of the folder, in one row"));
}

} // namespace limpid
