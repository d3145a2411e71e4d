// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main_window.h"

#include "common/message_bar.h"
#include "common/start_page.h"
#include "compare/compare_view.h"
#include "dashboard/training_dashboard.h"
#include "error_sentence.h"
#include "guard/guard_page.h"
#include "paths.h"
#include "picker/picker_page.h"
#include "status_line.h"
#include "work_page.h"

#include <QAction>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusBar>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace limpid {

namespace {

/// Of the window's state.
constexpr QLatin1String degradationPart("degradation");

} // namespace

MainWindow::MainWindow(WorkstationParts parts, Preferences& preferences, QWidget* parent)
    : QMainWindow(parent)
    , m_preferences(preferences)
    , m_catalog(std::move(parts.catalog))
    , m_actions(*this)
    , m_folder(parts.places)
    , m_judgements(std::move(parts.quality), m_folder)
    , m_recent(preferences.storage(), m_folder.thumbnails())
    , m_state(preferences.storage())
    , m_pages(new QStackedWidget(this))
    , m_start(new StartPage(m_pages))
    , m_work(new WorkPage(m_folder.model(), m_pages))
    , m_picker(new PickerPage(m_labels, m_pages))
    , m_guarded(new GuardPage(m_pages))
    , m_problemBar(new MessageBar(this))
    , m_outcomeBar(new MessageBar(this))
    , m_leftBar(new MessageBar(this))
    , m_dashboard(new TrainingDashboard(this))
    , m_dock(new QDockWidget(this))
    , m_models(new ModelBox(m_catalog, this))
    , m_status(new StatusLine(*statusBar()))
    , m_images(std::move(parts.enhancement), m_folder, {m_work->compare(), *m_models, *m_status, m_judgements})
    , m_degradation(*m_work, m_judgements, *m_actions.degradation)
    , m_dialogs({m_preferences, *m_folder.thumbnails(), *m_status, m_actions, m_catalog.clinicRoot()}, *this)
    , m_export(std::move(parts.exporting), m_catalog.clinicRoot(), *this)
    , m_report(*this)
    , m_files({*m_dashboard, *m_picker, *m_guarded}, m_folder, *this)
    , m_results(*m_guarded, m_folder)
    , m_clinics(m_catalog.clinicRoot(), m_catalog.base().value_or(std::filesystem::path()), *this)
    , m_interrupted(m_catalog, *m_leftBar, std::move(parts.readUnfinished))
    , m_sample(toPath(parts.sampleClinic))
    , m_flow(std::make_unique<AdaptationFlow>(std::move(parts.adaptation), m_catalog,
                                              AdaptationFlow::Views{*m_dashboard, m_labels, *m_picker, *m_outcomeBar},
                                              *this))
    , m_closing(*m_flow, *this) {
    setAcceptDrops(true);
    resize(1360, 860);
    buildCentre();
    buildDock();
    m_actions.arrange(*this, m_models, m_dock->toggleViewAction());
    connectActions();
    connectViews();
    connectStart();
    connectFolder();
    connectWorkPage();
    connectImages();
    connectAdapting();
    connectJudging();
    connectInterrupted();
    connectClinics();
    connectResults();
    retranslate();
    m_state.restore(*this);
    m_actions.degradation->setChecked(m_state.isOpen(degradationPart));
    m_dock->hide(); // nothing runs yet
    updateActions();
    showMissingModel();
    m_interrupted.look();
}

MainWindow::~MainWindow() {
    // The widgets outlive the members, and must report nothing to a window or a folder half gone.
    for (QObject* widget : std::initializer_list<QObject*>{m_work, m_start, m_picker, m_guarded, m_dashboard})
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
    event->setAccepted(m_closing.mayClose());
    if (!event->isAccepted())
        return;
    m_state.save(*this);
    m_state.setOpen(degradationPart, m_actions.degradation->isChecked());
    m_dialogs.closeLog();
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
    m_pages->addWidget(m_guarded);
    m_problemBar->setObjectName(QStringLiteral("problemBar"));
    m_outcomeBar->setObjectName(QStringLiteral("outcomeBar"));
    m_leftBar->setObjectName(QStringLiteral("leftBar"));
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    column->addWidget(m_problemBar);
    column->addWidget(m_outcomeBar);
    column->addWidget(m_leftBar);
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
    connect(m_actions.enhance, &QAction::toggled, &m_images, &ImageFlow::setEnhancing);
    connect(m_actions.adapt, &QAction::triggered, this, &MainWindow::beginAdapting);
    connect(m_actions.stop, &QAction::triggered, this, [this] { m_flow->stop(); });
    connect(m_actions.report, &QAction::triggered, &m_report, &ReportFlow::begin);
    connect(m_actions.settings, &QAction::triggered, &m_dialogs, &WindowDialogs::showSettings);
    connect(m_actions.resetLayout, &QAction::triggered, this, [this] {
        m_state.reset();
        m_actions.degradation->setChecked(false);
        addDockWidget(Qt::RightDockWidgetArea, m_dock);
        resize(1360, 860);
    });
    connect(m_actions.keySheet, &QAction::triggered, &m_dialogs, &WindowDialogs::showKeys);
    connect(m_actions.log, &QAction::triggered, &m_dialogs, &WindowDialogs::showLog);
    connect(&m_dialogs, &WindowDialogs::failed, this, [this](const QString& sentence) { showProblem(sentence); });
    connect(m_actions.about, &QAction::triggered, &m_dialogs, &WindowDialogs::showAbout);
    connect(m_models, &QComboBox::activated, this, [this] {
        m_status->setModel(m_models->currentText());
        m_images.setSecondModel({});
        m_images.refresh();
    });
    connect(m_models, &ModelBox::refilled, this, [this](bool another) {
        m_status->setModel(m_models->currentText());
        updateActions();
        if (another)
            m_images.refresh();
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
    const auto page = [this](QAction* action, Page own) {
        connect(action, &QAction::toggled, this, [this, own](bool wanted) {
            if (wanted)
                showPage(own);
            else if (m_pages->currentIndex() == own)
                showPage(m_folder.images().empty() ? Start : Work);
        });
    };
    page(m_actions.pseudoLabels, PseudoLabels);
    page(m_actions.results, Results);
    connect(m_actions.find, &QAction::triggered, m_work, &WorkPage::beginFinding);
    connect(m_actions.fit, &QAction::triggered, &m_work->compare(), &CompareView::toggleFit);
    connect(m_actions.zoomIn, &QAction::triggered, &m_work->compare(), &CompareView::zoomIn);
    connect(m_actions.zoomOut, &QAction::triggered, &m_work->compare(), &CompareView::zoomOut);
}

void MainWindow::connectStart() {
    m_start->setSampleAvailable(m_sample.isOffered());
    connect(m_start, &StartPage::openRequested, this, &MainWindow::chooseFolder);
    connect(m_start, &StartPage::sampleRequested, &m_sample, &SampleClinic::open);
    connect(m_start, &StartPage::sampleCancelled, &m_sample, &SampleClinic::cancel);
    connect(&m_sample, &SampleClinic::progressed, m_start, &StartPage::showSampleProgress);
    connect(&m_sample, &SampleClinic::ended, m_start, &StartPage::endSampleProgress);
    connect(&m_sample, &SampleClinic::failed, m_start, &StartPage::showProblem);
    connect(&m_sample, &SampleClinic::ready, this, [this](const QString& images) {
        if (m_pages->currentIndex() == Start) // whoever went on elsewhere meanwhile stays there
            openFolder(images);
    });
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
    connect(&m_folder, &OpenedFolder::openFailed, this, [this](const QString& sentence) { showProblem(sentence); });
    connect(&m_folder, &OpenedFolder::notesFailed, this, [this](const QString& sentence) { showProblem(sentence); });
    connect(&m_export, &ExportFlow::written, this, [this](int images, const QString& folder) {
        m_status->setNote(tr("%n images written to %1", nullptr, images).arg(folder));
    });
}

void MainWindow::connectWorkPage() {
    connect(m_work, &WorkPage::currentRowChanged, &m_images, &ImageFlow::show);
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

void MainWindow::connectImages() {
    connect(&m_images, &ImageFlow::problem, this, [this](const QString& sentence) {
        showProblem(sentence);
        m_problemOfImage = true;
    });
    connect(&m_images, &ImageFlow::problemOver, this, [this] {
        if (std::exchange(m_problemOfImage, false))
            m_problemBar->dismiss();
    });
}

void MainWindow::connectAdapting() {
    connect(m_flow.get(), &AdaptationFlow::stateChanged, this, &MainWindow::updateActions);
    connect(m_flow.get(), &AdaptationFlow::runStarted, m_dock, &QWidget::show);
    connect(m_flow.get(), &AdaptationFlow::runFinished, &m_report, &ReportFlow::setRun);
    connect(&m_report, &ReportFlow::changed, this, &MainWindow::updateActions);
    connect(&m_report, &ReportFlow::written, this,
            [this](const QString& path) { m_status->setNote(tr("Written: %1").arg(path)); });
    connect(&m_report, &ReportFlow::failed, this, [this](const QString& sentence) { showProblem(sentence); });
    connect(m_flow.get(), &AdaptationFlow::comparisonWanted, this, [this](const QString& candidate) {
        m_images.setSecondModel(toPath(candidate));
        showPage(Work);
        m_work->show(BrowserView::Compare);
        m_images.refresh();
    });
    connect(m_flow.get(), &AdaptationFlow::modelAccepted, this, [this](const QString& path) {
        m_judgements.noteGuarded(m_flow->guardedRun(), toPath(path));
        useModel(path);
    });
    connect(m_flow.get(), &AdaptationFlow::answered, this, [this] {
        m_images.setSecondModel({});
        updateActions();
        m_images.refresh();
    });
    connect(m_flow.get(), &AdaptationFlow::runEnded, this, &MainWindow::updateActions);
    connect(&m_files, &RunFiles::written, this,
            [this](const QString& path) { m_status->setNote(tr("Written: %1").arg(path)); });
    connect(&m_files, &RunFiles::failed, this, [this](const QString& sentence) { showProblem(sentence); });
}

void MainWindow::connectJudging() {
    m_judgements.setMayWork([this] {
        return !m_images.isBusy() && !m_folder.isMakingThumbnails() && !m_export.isRunning() &&
               !isBusy(m_flow->state());
    });
    connect(m_work, &WorkPage::thumbnailsWanted, &m_judgements, &FolderJudgements::setUrgent);
    connect(m_flow.get(), &AdaptationFlow::runStarted, &m_judgements,
            [this] { m_judgements.beginRun(m_folder.path()); });
    const auto note = [this] {
        m_judgements.noteDecisions(m_labels.newest());
    };
    connect(&m_labels, &PseudoLabelModel::epochsChanged, &m_judgements, note);
    connect(&m_labels, &QAbstractItemModel::dataChanged, &m_judgements, note);
    connect(&m_degradation, &DegradationFlow::comparisonWanted, this, [this] {
        showPage(Work);
        m_work->show(BrowserView::Compare);
    });
}

void MainWindow::connectInterrupted() {
    connect(&m_interrupted, &InterruptedRuns::resumeRequested, this, [this](const UnfinishedRun& run) {
        m_flow->resume({run.folder, 0, run.model, {}, m_status->device()}, run.clinic);
        m_judgements.beginRun(run.folder);
        if (run.folder != m_folder.path())
            openFolder(toQString(run.folder));
    });
    connect(&m_interrupted, &InterruptedRuns::modelAccepted, this, &MainWindow::useModel);
    connect(&m_interrupted, &InterruptedRuns::failed, this, [this](const QString& sentence) { showProblem(sentence); });
    connect(m_flow.get(), &AdaptationFlow::runStarted, &m_interrupted, &InterruptedRuns::runBegins);
    connect(&m_folder, &OpenedFolder::opened, this, [this] {
        if (m_flow->canBegin())
            m_interrupted.folderOpened(m_folder.path());
    });
}

void MainWindow::connectClinics() {
    connect(m_actions.clinics, &QAction::triggered, &m_clinics, &ClinicsFlow::show);
    connect(&m_clinics, &ClinicsFlow::failed, this, [this](const QString& sentence) { showProblem(sentence); });
    connect(&m_clinics, &ClinicsFlow::modelsChanged, this, [this] {
        m_models->refill();
        if (m_flow->canBegin())
            m_interrupted.look(); // a clinic with something left may be gone or have another name
    });
    // What is done here to a clinic shows on its page.
    connect(m_flow.get(), &AdaptationFlow::stateChanged, &m_clinics, &ClinicsFlow::refresh);
    connect(m_flow.get(), &AdaptationFlow::runEnded, &m_clinics, &ClinicsFlow::refresh);
    connect(m_flow.get(), &AdaptationFlow::answered, &m_clinics, &ClinicsFlow::refresh);
    connect(&m_interrupted, &InterruptedRuns::modelAccepted, &m_clinics, &ClinicsFlow::refresh);
    connect(&m_export, &ExportFlow::written, &m_clinics, &ClinicsFlow::refresh);
}

void MainWindow::connectResults() {
    const auto takeNewest = [this] {
        m_results.take(m_flow->guardedRun());
    };
    connect(m_flow.get(), &AdaptationFlow::runFinished, &m_results, takeNewest);
    connect(m_flow.get(), &AdaptationFlow::answered, &m_results, takeNewest);
    connect(m_flow.get(), &AdaptationFlow::guardedRunWanted, &m_results, &ResultsFlow::show);
    connect(&m_clinics, &ClinicsFlow::guardedRunWanted, &m_results, &ResultsFlow::show);
    connect(&m_results, &ResultsFlow::changed, this, &MainWindow::updateActions);
    connect(&m_results, &ResultsFlow::pageWanted, this, [this] { showPage(Results); });
    connect(&m_results, &ResultsFlow::failed, this, [this](const QString& sentence) { showProblem(sentence); });
    connect(&m_results, &ResultsFlow::photographWanted, this, [this](int row) {
        m_flow->compare();
        if (row < 0) {
            m_work->show(BrowserView::Compare);
            return;
        }
        showPage(Work);
        m_work->open(row);
    });
}

void MainWindow::retranslate() {
    m_actions.retranslate();
    m_dock->setWindowTitle(tr("Training"));
    m_dialogs.retranslate();
    m_status->retranslate();
    m_status->setModel(m_models->currentText());
    m_models->refill(); // the names of the clinics' models
    showCounts();
    m_degradation.refresh();
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
    start.model = m_models->path();
    start.modelLabel = m_models->currentText();
    m_export.begin(start);
}

void MainWindow::beginAdapting() {
    if (m_models->path().empty())
        return;
    m_flow->begin({m_folder.path(), static_cast<int>(m_folder.images().size()), m_models->path(),
                   m_models->currentText(), m_status->device()});
}

void MainWindow::showPage(Page page) {
    m_pages->setCurrentIndex(page);
    for (const auto& [action, own] :
         {std::pair(m_actions.pseudoLabels, PseudoLabels), std::pair(m_actions.results, Results)}) {
        const QSignalBlocker quiet(action);
        action->setChecked(page == own);
    }
}

void MainWindow::showFolder() {
    // First of all: the list chooses its first image by itself when it is shown.
    m_images.forget();
    m_problemBar->dismiss();
    m_start->clearProblem();
    showPage(Work);
    showMissingModel();
    m_recent.add(m_folder.path());
    showCounts();
    m_work->beginAt(m_folder.rowToBeginAt());
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

void MainWindow::showProblem(const QString& sentence) {
    m_problemOfImage = false;
    if (m_pages->currentIndex() == Start)
        m_start->showProblem(sentence);
    else
        m_problemBar->say(MessageBar::Kind::Problem, sentence);
}

void MainWindow::showMissingModel() {
    if (!m_catalog.base())
        showProblem(errorSentence(m_catalog.base().error()));
}

void MainWindow::useModel(const QString& path) {
    m_models->refill(toPath(path));
}

void MainWindow::updateActions() {
    const bool usable = !m_folder.images().empty() && !m_models->path().empty();
    m_actions.adapt->setEnabled(usable && m_flow->canBegin());
    m_actions.stop->setEnabled(canStop(m_flow->state()));
    m_actions.report->setEnabled(m_report.canBegin());
    m_actions.results->setEnabled(m_results.hasResults());
    m_actions.exportImages->setEnabled(usable);
    for (auto* action : {m_actions.grid, m_actions.single, m_actions.compare, m_actions.degradation, m_actions.find})
        action->setEnabled(!m_folder.images().empty());
}

} // namespace limpid
