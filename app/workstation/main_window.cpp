// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main_window.h"

#include "common/message_bar.h"
#include "common/start_page.h"
#include "compare/compare_view.h"
#include "dashboard/training_dashboard.h"
#include "error_sentence.h"
#include "paths.h"
#include "picker/picker_page.h"
#include "status_line.h"
#include "task/atomic_file.h"
#include "work_page.h"

#include <QAction>
#include <QCloseEvent>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QStatusBar>
#include <QUrl>
#include <QVBoxLayout>

#include <span>
#include <utility>

namespace limpid {

MainWindow::MainWindow(WorkstationParts parts, Preferences& preferences, QWidget* parent)
    : QMainWindow(parent)
    , m_preferences(preferences)
    , m_catalog(std::move(parts.catalog))
    , m_actions(*this)
    , m_folder(parts.places)
    , m_recent(preferences.storage(), m_folder.thumbnails())
    , m_state(preferences.storage())
    , m_enhance(std::move(parts.enhancement))
    , m_pages(new QStackedWidget(this))
    , m_start(new StartPage(m_pages))
    , m_work(new WorkPage(m_folder.model(), m_pages))
    , m_picker(new PickerPage(m_labels, m_pages))
    , m_problemBar(new MessageBar(this))
    , m_outcomeBar(new MessageBar(this))
    , m_dashboard(new TrainingDashboard(this))
    , m_dock(new QDockWidget(this))
    , m_models(new QComboBox(this))
    , m_status(new StatusLine(*statusBar()))
    , m_dialogs({m_preferences, m_folder.thumbnails(), *m_status, m_actions, m_catalog.clinicRoot()}, *this)
    , m_export(std::move(parts.exporting), *this)
    , m_flow(std::make_unique<AdaptationFlow>(std::move(parts.adaptation), m_catalog,
                                              AdaptationFlow::Views{*m_dashboard, m_labels, *m_picker, *m_outcomeBar},
                                              *this)) {
    setAcceptDrops(true);
    resize(1360, 860);
    buildCentre();
    buildDock();
    m_models->setObjectName(QStringLiteral("models"));
    m_models->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_models->setMinimumContentsLength(12);
    m_actions.arrange(*this, m_models, m_dock->toggleViewAction());
    fillModels({});
    connectActions();
    connectViews();
    connectStart(parts.sampleClinic);
    connectFolder();
    connectWorkPage();
    connectEnhancing();
    connectAdapting();
    retranslate();
    m_state.restore(*this);
    m_dock->hide(); // nothing runs yet
    updateActions();
    showMissingModel();
}

MainWindow::~MainWindow() {
    // The widgets outlive the members, and must report nothing to a window or a folder half gone.
    for (QObject* widget : std::initializer_list<QObject*>{m_work, m_start, m_picker, m_dashboard})
        disconnect(widget, nullptr, nullptr, nullptr);
    m_flow.reset();
    // They show models that are members.
    delete m_work;
    delete m_picker;
}

void MainWindow::openFolder(const QString& path) {
    m_folder.open(toPath(QFileInfo(path).absoluteFilePath()));
}

void MainWindow::log(const LogLine& line) {
    m_dialogs.log(line);
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::ThemeChange)
        m_preferences.theme().followSystem();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!isBusy(m_flow->state())) {
        m_state.save(*this);
        m_dialogs.closeLog();
        event->accept();
        return;
    }
    event->ignore();
    if (!m_closing)
        askBeforeClosing();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const auto urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.front().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    QStringList paths;
    for (const auto& url : event->mimeData()->urls())
        paths << url.toLocalFile();
    m_folder.openDropped(paths);
    event->acceptProposedAction();
}

void MainWindow::buildCentre() {
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_work);
    m_pages->addWidget(m_picker);
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
}

void MainWindow::connectActions() {
    connect(m_actions.openFolder, &QAction::triggered, this, &MainWindow::chooseFolder);
    connect(m_actions.startPage, &QAction::triggered, this, [this] { showPage(Start); });
    connect(m_actions.exportImages, &QAction::triggered, this, &MainWindow::beginExport);
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.enhance, &QAction::toggled, this, [this] { select(m_row); });
    connect(m_actions.adapt, &QAction::triggered, this, &MainWindow::beginAdapting);
    connect(m_actions.stop, &QAction::triggered, this, [this] { m_flow->stop(); });
    connect(m_actions.settings, &QAction::triggered, &m_dialogs, &WindowDialogs::showSettings);
    connect(m_actions.resetLayout, &QAction::triggered, this, [this] {
        m_state.reset();
        addDockWidget(Qt::RightDockWidgetArea, m_dock);
        resize(1360, 860);
    });
    connect(m_actions.keySheet, &QAction::triggered, &m_dialogs, &WindowDialogs::showKeys);
    connect(m_actions.log, &QAction::triggered, &m_dialogs, &WindowDialogs::showLog);
    connect(&m_dialogs, &WindowDialogs::failed, this,
            [this](const QString& sentence) { showProblem(sentence, false); });
    connect(m_actions.about, &QAction::triggered, &m_dialogs, &WindowDialogs::showAbout);
    connect(m_models, &QComboBox::activated, this, [this] {
        m_status->setModel(m_models->currentText());
        m_compared.clear();
        select(m_row);
    });
}

void MainWindow::connectViews() {
    const auto view = [this](QAction* action, BrowserView wanted) {
        connect(action, &QAction::triggered, this, [this, wanted] {
            showPage(Work);
            m_work->show(wanted);
        });
    };
    view(m_actions.grid, BrowserView::Grid);
    view(m_actions.single, BrowserView::Single);
    view(m_actions.compare, BrowserView::Compare);
    connect(m_actions.pseudoLabels, &QAction::toggled, this, [this](bool wanted) {
        if (wanted)
            showPage(PseudoLabels);
        else if (m_pages->currentIndex() == PseudoLabels)
            showPage(m_folder.images().empty() ? Start : Work);
    });
    connect(m_actions.find, &QAction::triggered, m_work, &WorkPage::beginFinding);
    connect(m_actions.fit, &QAction::triggered, &m_work->compare(), &CompareView::toggleFit);
    connect(m_actions.zoomIn, &QAction::triggered, &m_work->compare(), &CompareView::zoomIn);
    connect(m_actions.zoomOut, &QAction::triggered, &m_work->compare(), &CompareView::zoomOut);
}

void MainWindow::connectStart(const QString& sampleClinic) {
    m_start->setSampleAvailable(!sampleClinic.isEmpty());
    connect(m_start, &StartPage::openRequested, this, &MainWindow::chooseFolder);
    connect(m_start, &StartPage::sampleRequested, this, [this, sampleClinic] { openFolder(sampleClinic); });
    connect(m_start, &StartPage::folderChosen, this, &MainWindow::openFolder);
    connect(m_start, &StartPage::removeRequested, &m_recent, &RecentFolders::remove);
    connect(m_start, &StartPage::dropped, &m_folder, &OpenedFolder::openDropped);
    connect(&m_recent, &RecentFolders::changed, this, [this] { m_start->setRecentFolders(m_recent.items()); });
    m_start->setRecentFolders(m_recent.items());
    m_recent.refresh();
}

void MainWindow::connectFolder() {
    connect(&m_folder, &OpenedFolder::opened, this, &MainWindow::showFolder);
    connect(&m_folder, &OpenedFolder::listed, this, [this] {
        showCounts();
        updateActions();
    });
    connect(&m_folder, &OpenedFolder::unreadableFound, this, &MainWindow::showCounts);
    connect(&m_folder, &OpenedFolder::openFailed, this,
            [this](const QString& sentence) { showProblem(sentence, false); });
    connect(&m_folder, &OpenedFolder::notesFailed, this,
            [this](const QString& sentence) { showProblem(sentence, false); });
    connect(&m_export, &ExportFlow::written, this, [this](int images, const QString& folder) {
        m_status->setNote(tr("%n images written to %1", nullptr, images).arg(folder));
    });
}

void MainWindow::connectWorkPage() {
    connect(m_work, &WorkPage::currentRowChanged, this, &MainWindow::select);
    connect(m_work, &WorkPage::thumbnailsWanted, &m_folder, &OpenedFolder::wantThumbnails);
    connect(m_work, &WorkPage::thumbnailsUnwanted, &m_folder, &OpenedFolder::dropThumbnails);
    connect(m_work, &WorkPage::flagRequested, &m_folder, &OpenedFolder::setFlag);
    connect(m_work, &WorkPage::starsRequested, &m_folder, &OpenedFolder::setStars);
    connect(m_work, &WorkPage::keySheetRequested, &m_dialogs, &WindowDialogs::showKeys);
    const auto& compare = m_work->compare();
    connect(&compare, &CompareView::zoomChanged, this,
            [this](double zoom, bool fit) { m_status->setZoom(zoom, fit, m_work->compare().hasOriginal()); });
    connect(&compare, &CompareView::pixelHovered, this,
            [this](const PixelReadout& readout) { m_status->setPixel(readout.text()); });
}

void MainWindow::connectEnhancing() {
    connect(&m_enhance, &EnhanceController::deviceKnown, m_status, &StatusLine::setDevice);
    connect(&m_enhance, &EnhanceController::originalRead, this, [this](const QImage& image) {
        m_work->compare().setOriginal(image);
        const bool enhancing = m_actions.enhance->isChecked() && !chosenModel().empty();
        m_work->compare().setPending(enhancing ? tr("Enhancing\u2026") : QString());
        m_status->setNote(tr("%1 \u00d7 %2 pixels").arg(image.width()).arg(image.height()));
    });
    connect(&m_enhance, &EnhanceController::enhanced, this, &MainWindow::showEnhanced);
    connect(&m_enhance, &EnhanceController::readFailed, this, [this](const QString& sentence) {
        m_work->compare().clear();
        showProblem(sentence, true);
    });
    connect(&m_enhance, &EnhanceController::enhanceFailed, this, [this](const QString& sentence) {
        m_work->compare().setPending({});
        showProblem(sentence, true);
    });
}

void MainWindow::connectAdapting() {
    connect(m_flow.get(), &AdaptationFlow::stateChanged, this, &MainWindow::updateActions);
    connect(m_flow.get(), &AdaptationFlow::runStarted, m_dock, &QWidget::show);
    connect(m_flow.get(), &AdaptationFlow::comparisonWanted, this, [this](const QString& candidate) {
        m_compared = toPath(candidate);
        showPage(Work);
        m_work->show(BrowserView::Compare);
        select(m_row);
    });
    connect(m_flow.get(), &AdaptationFlow::modelAccepted, this,
            [this](const QString& path) { fillModels(toPath(path)); });
    connect(m_flow.get(), &AdaptationFlow::answered, this, [this] {
        m_compared.clear();
        updateActions();
        select(m_row);
    });
    connect(m_flow.get(), &AdaptationFlow::runEnded, this, [this] {
        updateActions();
        if (m_closing)
            QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
        else if (m_question)
            m_question->reject(); // it asks about a run that is over
    });
    connect(m_dashboard, &TrainingDashboard::exportRequested, this, [this](CurveFormat format) {
        const auto* suffix = format == CurveFormat::Png ? "png" : format == CurveFormat::Svg ? "svg" : "csv";
        saveRunFile(tr("Export curves"), QStringLiteral("curves.") + QLatin1String(suffix),
                    m_dashboard->exported(format));
    });
    connect(m_picker, &PickerPage::exportRequested, this, [this](PickFormat format) {
        const auto* suffix = format == PickFormat::Csv ? "csv" : "json";
        saveRunFile(tr("Export pseudo-labels"), QStringLiteral("pseudo-labels.") + QLatin1String(suffix),
                    m_picker->exported(format));
    });
}

void MainWindow::retranslate() {
    m_actions.retranslate();
    m_dock->setWindowTitle(tr("Training"));
    m_models->setAccessibleName(tr("Model"));
    m_models->setToolTip(tr("The model that enhances, and that adapting starts from"));
    m_dialogs.retranslate();
    m_status->retranslate();
    showCounts();
}

void MainWindow::chooseFolder() {
    const auto from = m_folder.path().empty() ? QDir::homePath() : toQString(m_folder.path());
    const auto path = QFileDialog::getExistingDirectory(this, tr("Open folder"), from);
    if (!path.isEmpty())
        openFolder(path);
}

void MainWindow::beginExport() {
    ExportStart start;
    for (const auto row : m_work->selectedRows())
        start.selected.push_back(m_folder.images()[static_cast<std::size_t>(row)]);
    start.all = m_folder.images();
    start.model = chosenModel();
    start.modelLabel = m_models->currentText();
    m_export.begin(start);
}

void MainWindow::beginAdapting() {
    if (chosenModel().empty())
        return;
    m_flow->begin({m_folder.path(), static_cast<int>(m_folder.images().size()), chosenModel(), m_models->currentText(),
                   m_status->device()});
}

void MainWindow::saveRunFile(const QString& title, const QString& suffix, const QByteArray& bytes) {
    const auto name = toQString(m_folder.path().filename()) + QLatin1Char('-') + suffix;
    const auto path = QFileDialog::getSaveFileName(this, title, QDir::home().filePath(name));
    if (path.isEmpty())
        return;
    const auto content = std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    if (const auto written = writeFileAtomically(toPath(path), content, /*overwrite=*/true); !written)
        showProblem(errorSentence(written.error()), false);
    else
        m_status->setNote(tr("Written: %1").arg(path));
}

void MainWindow::askBeforeClosing() {
    if (m_question)
        return;
    m_question = new QMessageBox(QMessageBox::Question, tr("Close Limpid"), tr("Limpid is still adapting."),
                                 QMessageBox::NoButton, this);
    m_question->setInformativeText(tr("If it stops now, the best model so far can be kept for this clinic."));
    auto* stop = m_question->addButton(tr("Stop, keep and close"), QMessageBox::AcceptRole);
    stop->setObjectName(QStringLiteral("stopAndClose"));
    auto* discard = m_question->addButton(tr("Cancel, discard and close"), QMessageBox::DestructiveRole);
    discard->setObjectName(QStringLiteral("discardAndClose"));
    auto* keep = m_question->addButton(tr("Keep running"), QMessageBox::RejectRole);
    keep->setObjectName(QStringLiteral("keepRunning"));
    m_question->setDefaultButton(keep);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    const auto closeAfter = [this](void (AdaptationFlow::*end)()) {
        m_closing = true;
        if (isBusy(m_flow->state()))
            (m_flow.get()->*end)();
        else
            QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
    };
    connect(stop, &QPushButton::clicked, this, [closeAfter] { closeAfter(&AdaptationFlow::stopAndKeep); });
    connect(discard, &QPushButton::clicked, this, [closeAfter] { closeAfter(&AdaptationFlow::discard); });
    m_question->open();
}

void MainWindow::showPage(Page page) {
    m_pages->setCurrentIndex(page);
    const QSignalBlocker quiet(m_actions.pseudoLabels);
    m_actions.pseudoLabels->setChecked(page == PseudoLabels);
}

void MainWindow::showFolder() {
    // First of all: the list chooses its first image by itself when it is shown.
    m_row = -1;
    m_problemBar->dismiss();
    m_start->clearProblem();
    showPage(Work);
    showMissingModel();
    m_recent.add(m_folder.path());
    showCounts();
    m_work->beginAt(0);
    updateActions();
}

void MainWindow::showCounts() {
    if (m_folder.path().empty()) {
        setWindowTitle(tr("Limpid"));
        return;
    }
    const int count = m_folder.model().rowCount();
    auto text = tr("%n images", nullptr, count);
    if (const int unreadable = m_folder.model().unreadableCount(); unreadable > 0)
        text += tr(" \u00b7 %n unreadable", nullptr, unreadable);
    setWindowTitle(tr("%1 \u2013 %2 \u2013 Limpid").arg(shownPath(m_folder.path()), text));
}

void MainWindow::select(int row) {
    m_row = row;
    m_status->setNote({});
    if (std::exchange(m_problemOfImage, false))
        m_problemBar->dismiss();
    updateActions();
    if (row < 0 || row >= static_cast<int>(m_folder.images().size())) {
        m_enhance.cancel();
        m_work->compare().clear();
        return;
    }
    // The image before stays until this one is read: an empty view in between would hinder comparing.
    m_work->compare().setPending(tr("Reading\u2026"));
    std::vector<std::filesystem::path> models;
    if (m_actions.enhance->isChecked() && !chosenModel().empty()) {
        models.push_back(chosenModel());
        if (!m_compared.empty())
            models.push_back(m_compared);
    }
    m_enhance.request(m_folder.images()[static_cast<std::size_t>(row)], models);
}

void MainWindow::showEnhanced(int which, const EnhancedPicture& picture) {
    auto& compare = m_work->compare();
    compare.setResult(which, picture.shown, which == 0 ? m_models->currentText() : tr("new model"));
    if (which == 0)
        compare.setStructure(picture.structure);
    else
        compare.showResult(which); // who asked for a comparison wants to see the new one
    compare.setPending({});
    auto text = tr("%1 \u00d7 %2 pixels \u00b7 enhanced in %3 s")
                    .arg(picture.shown.width())
                    .arg(picture.shown.height())
                    .arg(QLocale().toString(picture.seconds, 'f', 1));
    if (!picture.note.isEmpty())
        text += QStringLiteral(" \u00b7 ") + picture.note;
    m_status->setNote(text);
}

void MainWindow::showProblem(const QString& sentence, bool ofImage) {
    m_problemOfImage = ofImage;
    if (m_pages->currentIndex() == Start)
        m_start->showProblem(sentence);
    else
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
    m_status->setModel(m_models->currentText());
}

std::filesystem::path MainWindow::chosenModel() const {
    return m_models->currentIndex() < 0 ? std::filesystem::path() : toPath(m_models->currentData().toString());
}

void MainWindow::updateActions() {
    const bool usable = !m_folder.images().empty() && !chosenModel().empty();
    m_actions.adapt->setEnabled(usable && m_flow->canBegin());
    m_actions.stop->setEnabled(canStop(m_flow->state()));
    m_actions.exportImages->setEnabled(usable);
    for (auto* action : {m_actions.grid, m_actions.single, m_actions.compare, m_actions.find})
        action->setEnabled(!m_folder.images().empty());
}

} // namespace limpid
