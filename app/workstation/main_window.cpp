// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main_window.h"

#include "browser/image_browser.h"
#include "common/message_bar.h"
#include "common/start_page.h"
#include "compare/compare_view.h"
#include "dashboard/training_dashboard.h"
#include "error_sentence.h"
#include "paths.h"

#include <QAction>
#include <QCloseEvent>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStatusBar>
#include <QUrl>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace limpid {

MainWindow::MainWindow(WorkstationParts parts, QWidget* parent)
    : QMainWindow(parent)
    , m_catalog(std::move(parts.catalog))
    , m_actions(*this)
    , m_enhance(std::move(parts.enhancement))
    , m_pages(new QStackedWidget(this))
    , m_problemBar(new MessageBar(this))
    , m_outcomeBar(new MessageBar(this))
    , m_counts(new QLabel(this))
    , m_browser(new ImageBrowser(ImageBrowser::Shape::Grid, this))
    , m_compare(new CompareView(this))
    , m_dashboard(new TrainingDashboard(this))
    , m_dock(new QDockWidget(tr("Training"), this))
    , m_models(new QComboBox(this))
    , m_note(new QLabel(this))
    , m_zoom(new QLabel(this))
    , m_modelName(new QLabel(this))
    , m_device(new QLabel(this))
    , m_flow(std::make_unique<AdaptationFlow>(std::move(parts.adaptation), m_catalog, *m_dashboard, *m_outcomeBar,
                                              *this)) {
    setWindowTitle(tr("Limpid"));
    setAcceptDrops(true);
    resize(1360, 860);
    buildCentre();
    buildDock();
    buildStatusLine();
    m_models->setAccessibleName(tr("Model"));
    m_models->setToolTip(tr("The model that enhances, and that adapting starts from"));
    m_models->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_models->setMinimumContentsLength(12);
    m_actions.arrange(*this, m_models, m_dock->toggleViewAction());
    fillModels({});
    connectActions();
    connectFolder();
    connectEnhancing();
    connectAdapting();
    updateActions();
    showMissingModel();
}

MainWindow::~MainWindow() {
    // The widgets outlive the members, and must report nothing to a window or a folder half gone.
    disconnect(m_browser, nullptr, this, nullptr);
    disconnect(m_browser, nullptr, &m_folder, nullptr);
    disconnect(m_compare, nullptr, this, nullptr);
    m_flow.reset();
}

void MainWindow::openFolder(const QString& path) {
    m_folder.open(toPath(QFileInfo(path).absoluteFilePath()));
}

void MainWindow::exportTo(const QString& path) {
    if (m_shown)
        m_exporter.save(m_shown->image, toPath(path), m_folder.images());
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!isBusy(m_flow->state())) {
        event->accept();
        return;
    }
    event->ignore();
    if (!m_closing)
        askBeforeClosing();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const auto urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.front().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    openFolder(event->mimeData()->urls().constFirst().toLocalFile());
    event->acceptProposedAction();
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    // Space shows the original while the list has the focus too: that is where a person steps through a folder.
    if (watched != m_browser)
        return QMainWindow::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) // nobody would hear of the key being let go
        m_compare->holdOriginal(false);
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::KeyRelease)
        return false;
    const auto* pressed = static_cast<QKeyEvent*>(event);
    if (pressed->key() != Qt::Key_Space)
        return false;
    if (!pressed->isAutoRepeat())
        m_compare->holdOriginal(event->type() == QEvent::KeyPress);
    return true;
}

void MainWindow::buildCentre() {
    auto* start = new StartPage(m_pages);
    connect(start, &StartPage::openRequested, this, &MainWindow::chooseFolder);
    connect(start, &StartPage::dropped, &m_folder, &OpenedFolder::openDropped);

    m_browser->setObjectName(QStringLiteral("images"));
    m_browser->setModel(&m_folder.model());
    m_browser->installEventFilter(this);
    m_compare->setObjectName(QStringLiteral("compare"));
    m_counts->setObjectName(QStringLiteral("counts"));
    m_counts->setContentsMargins(10, 8, 10, 8);
    m_counts->setTextFormat(Qt::PlainText);
    auto* left = new QWidget(m_pages);
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(0);
    leftColumn->addWidget(m_counts);
    leftColumn->addWidget(m_browser, 1);

    auto* workspace = new QSplitter(Qt::Horizontal, m_pages);
    workspace->setChildrenCollapsible(false);
    workspace->addWidget(left);
    workspace->addWidget(m_compare);
    workspace->setStretchFactor(1, 1);
    workspace->setSizes({260, 1100});
    m_pages->addWidget(start);
    m_pages->addWidget(workspace);

    m_problemBar->setObjectName(QStringLiteral("problemBar"));
    m_outcomeBar->setObjectName(QStringLiteral("outcomeBar"));
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    column->addWidget(m_problemBar);
    column->addWidget(m_outcomeBar);
    column->addWidget(m_pages, 1);
    setCentralWidget(centre);
}

void MainWindow::buildDock() {
    m_dock->setObjectName(QStringLiteral("trainingDock"));
    m_dock->setWidget(m_dashboard);
    m_dock->setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    m_dashboard->setMinimumWidth(330);
    addDockWidget(Qt::RightDockWidgetArea, m_dock);
    m_dock->hide();
}

void MainWindow::buildStatusLine() {
    m_note->setTextFormat(Qt::PlainText);
    statusBar()->addWidget(m_note, 1);
    m_device->setObjectName(QStringLiteral("device"));
    m_modelName->setObjectName(QStringLiteral("modelName"));
    auto* chip = new QLabel(tr("Research use only \u00b7 not a medical device"), this);
    chip->setStyleSheet(
        QStringLiteral("border: 1px solid palette(mid); border-radius: 9px; padding: 1px 9px; margin: 2px 4px;"));
    for (auto* label : {m_zoom, m_modelName, m_device, chip})
        statusBar()->addPermanentWidget(label);
}

void MainWindow::connectActions() {
    connect(m_actions.openFolder, &QAction::triggered, this, &MainWindow::chooseFolder);
    connect(m_actions.exportImage, &QAction::triggered, this, &MainWindow::chooseExport);
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.enhance, &QAction::toggled, this, [this] { select(m_row); });
    connect(m_actions.adapt, &QAction::triggered, this, &MainWindow::beginAdapting);
    connect(m_actions.stop, &QAction::triggered, this, [this] { m_flow->stop(); });
    connect(m_actions.fit, &QAction::triggered, m_compare, &CompareView::toggleFit);
    connect(m_actions.zoomIn, &QAction::triggered, m_compare, &CompareView::zoomIn);
    connect(m_actions.zoomOut, &QAction::triggered, m_compare, &CompareView::zoomOut);
    connect(m_actions.about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(m_compare, &CompareView::zoomChanged, this, [this](double zoom, bool fit) {
        const auto percent = tr("%1 %").arg(std::lround(zoom * 100));
        m_zoom->setText(!m_compare->hasOriginal() ? QString() : fit ? tr("Fit \u00b7 %1").arg(percent) : percent);
    });
    connect(m_models, &QComboBox::activated, this, [this] {
        m_modelName->setText(tr("Model %1").arg(m_models->currentText()));
        select(m_row);
    });
}

void MainWindow::connectFolder() {
    connect(&m_folder, &OpenedFolder::opened, this, &MainWindow::showFolder);
    connect(&m_folder, &OpenedFolder::unreadableFound, this, &MainWindow::showCounts);
    connect(&m_folder, &OpenedFolder::openFailed, this,
            [this](const QString& sentence) { showProblem(sentence, false); });
    connect(m_browser, &ImageBrowser::currentRowChanged, this, &MainWindow::select);
    connect(&m_folder, &OpenedFolder::listed, this, &MainWindow::showCounts);
    connect(&m_folder, &OpenedFolder::notesFailed, this,
            [this](const QString& sentence) { showProblem(sentence, false); });
    connect(m_browser, &ImageBrowser::thumbnailsWanted, &m_folder, &OpenedFolder::wantThumbnails);
    connect(m_browser, &ImageBrowser::thumbnailsUnwanted, &m_folder, &OpenedFolder::dropThumbnails);
    connect(m_browser, &ImageBrowser::flagRequested, &m_folder, &OpenedFolder::setFlag);
    connect(m_browser, &ImageBrowser::starsRequested, &m_folder, &OpenedFolder::setStars);
    connect(&m_exporter, &ImageExporter::saved, this,
            [this](const QString& path) { m_note->setText(tr("Written: %1").arg(shownPath(toPath(path)))); });
    connect(&m_exporter, &ImageExporter::failed, this,
            [this](const QString& sentence) { showProblem(sentence, false); });
}

void MainWindow::connectEnhancing() {
    connect(&m_enhance, &EnhanceController::deviceKnown, m_device, &QLabel::setText);
    connect(&m_enhance, &EnhanceController::originalRead, this, [this](const QImage& image) {
        m_compare->setOriginal(image);
        const bool enhancing = m_actions.enhance->isChecked() && chosenModel();
        m_compare->setPending(enhancing ? tr("Enhancing\u2026") : QString());
        m_note->setText(tr("%1 \u00d7 %2 pixels").arg(image.width()).arg(image.height()));
    });
    connect(&m_enhance, &EnhanceController::enhanced, this, &MainWindow::showEnhanced);
    connect(&m_enhance, &EnhanceController::readFailed, this, [this](const QString& sentence) {
        m_compare->clear();
        showProblem(sentence, true);
    });
    connect(&m_enhance, &EnhanceController::enhanceFailed, this, [this](const QString& sentence) {
        m_compare->setPending({});
        showProblem(sentence, true);
    });
}

void MainWindow::connectAdapting() {
    connect(m_flow.get(), &AdaptationFlow::stateChanged, this, &MainWindow::updateActions);
    connect(m_flow.get(), &AdaptationFlow::runStarted, m_dock, &QWidget::show);
    connect(m_flow.get(), &AdaptationFlow::modelAccepted, this, [this](const QString& path) {
        fillModels(toPath(path));
        select(m_row);
    });
    connect(m_flow.get(), &AdaptationFlow::answered, this, &MainWindow::updateActions);
    connect(m_flow.get(), &AdaptationFlow::runEnded, this, [this] {
        updateActions();
        if (m_closing)
            QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
        else if (m_question)
            m_question->reject(); // it asks about a run that is over
    });
}

void MainWindow::chooseFolder() {
    const auto from = m_folder.path().empty() ? QDir::homePath() : toQString(m_folder.path());
    const auto path = QFileDialog::getExistingDirectory(this, tr("Open folder"), from);
    if (!path.isEmpty())
        openFolder(path);
}

void MainWindow::chooseExport() {
    if (!m_shown || m_row < 0)
        return;
    const auto stem = toQString(m_folder.images()[static_cast<std::size_t>(m_row)].stem());
    const QDir pictures(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    const auto folder = pictures.exists() ? pictures : QDir::home();
    const auto path = QFileDialog::getSaveFileName(this, tr("Export enhanced image"),
                                                   folder.filePath(tr("%1_enhanced.png").arg(stem)),
                                                   tr("Images (*.png *.tif *.tiff *.jpg *.jpeg)"));
    if (!path.isEmpty())
        exportTo(path);
}

void MainWindow::beginAdapting() {
    const auto model = chosenModel();
    if (!model)
        return;
    m_flow->begin({m_folder.path(), static_cast<int>(m_folder.images().size()), *model, m_models->currentText(),
                   m_device->text()});
}

void MainWindow::showAbout() {
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About Limpid"),
                                tr("<h3>Limpid %1</h3>").arg(QStringLiteral(LIMPID_VERSION)), QMessageBox::Ok, this);
    box->setInformativeText(tr(
        "<p>Makes poor medical images readable and adapts itself to the clinic it stands in. Everything is computed "
        "on this machine, and nothing leaves it.</p>"
        "<p><b>For research use only. Limpid is not a medical device; no diagnosis may rest on its images.</b></p>"
        "<p>Free software under the GNU General Public License, version 3 or later. Built with Qt, LibTorch, OpenCV, "
        "Little CMS, Exiv2 and QCustomPlot.</p>"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::askBeforeClosing() {
    if (m_question)
        return;
    m_question = new QMessageBox(QMessageBox::Question, tr("Close Limpid"), tr("Limpid is still adapting."),
                                 QMessageBox::NoButton, this);
    m_question->setInformativeText(tr("If it stops now, the best model so far is kept for this clinic."));
    auto* stop = m_question->addButton(tr("Stop, keep and close"), QMessageBox::AcceptRole);
    stop->setObjectName(QStringLiteral("stopAndClose"));
    auto* keep = m_question->addButton(tr("Keep running"), QMessageBox::RejectRole);
    keep->setObjectName(QStringLiteral("keepRunning"));
    m_question->setDefaultButton(keep);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    connect(stop, &QPushButton::clicked, this, [this] {
        m_closing = true;
        if (isBusy(m_flow->state()))
            m_flow->stopAndKeep();
        else
            QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
    });
    m_question->open();
}

void MainWindow::showFolder() {
    // First of all: the list chooses its first image by itself when it is shown.
    m_row = -1;
    m_problemBar->dismiss();
    showMissingModel();
    m_pages->setCurrentIndex(1);
    setWindowTitle(tr("%1 \u2013 Limpid").arg(shownPath(m_folder.path())));
    showCounts();
    m_browser->setCurrentIndex(m_folder.model().index(0));
    m_browser->setFocus();
    updateActions();
}

void MainWindow::showCounts() {
    const int count = m_folder.model().rowCount();
    auto text = count == 1 ? tr("One image") : tr("%n images", nullptr, count);
    if (const int unreadable = m_folder.model().unreadableCount(); unreadable > 0)
        text += tr(" \u00b7 %n unreadable", nullptr, unreadable);
    m_counts->setText(text);
}

void MainWindow::select(int row) {
    m_row = row;
    m_shown.reset();
    m_note->clear();
    if (std::exchange(m_problemOfImage, false))
        m_problemBar->dismiss();
    updateActions();
    if (row < 0 || row >= static_cast<int>(m_folder.images().size())) {
        m_enhance.cancel();
        m_compare->clear();
        return;
    }
    // The image before stays until this one is read: an empty view in between would hinder comparing.
    m_compare->setPending(tr("Reading\u2026"));
    const auto model = m_actions.enhance->isChecked() ? chosenModel() : std::nullopt;
    m_enhance.request(m_folder.images()[static_cast<std::size_t>(row)], model);
}

void MainWindow::showEnhanced(const EnhancedPicture& picture) {
    m_shown = picture;
    m_compare->setEnhanced(picture.shown, m_models->currentText());
    auto text = tr("%1 \u00d7 %2 pixels \u00b7 enhanced in %3 s")
                    .arg(picture.shown.width())
                    .arg(picture.shown.height())
                    .arg(QLocale().toString(picture.seconds, 'f', 1));
    if (!picture.note.isEmpty())
        text += QStringLiteral(" \u00b7 ") + picture.note;
    m_note->setText(text);
    updateActions();
}

void MainWindow::showProblem(const QString& sentence, bool ofImage) {
    m_problemOfImage = ofImage;
    m_problemBar->say(MessageBar::Kind::Problem, sentence);
}

void MainWindow::showMissingModel() {
    if (!m_catalog.base())
        showProblem(errorSentence(m_catalog.base().error()), false);
}

void MainWindow::fillModels(const std::filesystem::path& chosen) {
    m_models->clear();
    for (const auto& entry : m_catalog.entries()) {
        m_models->addItem(entry.label, toQString(entry.path));
        if (entry.path == chosen)
            m_models->setCurrentIndex(m_models->count() - 1);
    }
    m_models->setEnabled(m_models->count() > 0);
    m_modelName->setText(m_models->count() > 0 ? tr("Model %1").arg(m_models->currentText()) : tr("No model"));
}

std::optional<std::filesystem::path> MainWindow::chosenModel() const {
    if (m_models->currentIndex() < 0)
        return std::nullopt;
    return toPath(m_models->currentData().toString());
}

void MainWindow::updateActions() {
    m_actions.adapt->setEnabled(!m_folder.images().empty() && chosenModel() && m_flow->canBegin());
    m_actions.stop->setEnabled(canStop(m_flow->state()));
    m_actions.exportImage->setEnabled(m_shown.has_value());
}

} // namespace limpid
