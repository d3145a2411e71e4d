// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adaptation_engine.h"
#include "adaptation_flow.h"
#include "clinics_flow.h"
#include "closing_question.h"
#include "common/log_line.h"
#include "degradation_flow.h"
#include "export_flow.h"
#include "folder_judgements.h"
#include "image_flow.h"
#include "interrupted_runs.h"
#include "model_box.h"
#include "model_catalog.h"
#include "opened_folder.h"
#include "picker/pseudo_label_model.h"
#include "preferences.h"
#include "recent_folders.h"
#include "report_flow.h"
#include "results_flow.h"
#include "run_files.h"
#include "sample_clinic.h"
#include "window_dialogs.h"
#include "window_state.h"
#include "workstation_actions.h"

#include <QMainWindow>

#include <filesystem>
#include <memory>
#include <vector>

class QDockWidget;
class QStackedWidget;

namespace limpid {

class GuardPage;
class MessageBar;
class PickerPage;
class StartPage;
class StatusLine;
class TrainingDashboard;
class WorkPage;

/// What the window works with; tests put their own engines in.
struct WorkstationParts {
    std::unique_ptr<EnhancementEngine> enhancement;
    std::unique_ptr<EnhancementEngine> exporting; ///< Another one: exporting goes on beside enhancing.
    std::unique_ptr<AdaptationEngine> adaptation;
    ModelCatalog catalog;
    FolderPlaces places = FolderPlaces::ofUser();
    QString sampleClinic; ///< Folder that holds the sample clinic, or shall hold it; empty: none is offered.
    std::shared_ptr<QualityEngine> quality = {}; ///< Null: photographs are not judged.
    InterruptedRuns::Read readUnfinished = readUnfinishedRun;
};

/// The workstation: start page, the open folder, the pseudo-labels, and the adaptation at the right. It only connects;
/// the work is done by the controllers and flows, in threads of their own.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// `preferences` must outlive the window.
    MainWindow(WorkstationParts parts, Preferences& preferences, QWidget* parent = nullptr);
    ~MainWindow() override;

public Q_SLOTS:
    /// Opens a folder; what is wrong with it is said in the bar.
    void openFolder(const QString& path);
    /// A line for the log window.
    void log(const limpid::LogLine& line);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    enum Page { Start, Work, PseudoLabels, Results };

    void buildCentre();
    void buildDock();
    void connectActions();
    void connectViews();
    void connectStart();
    void connectFolder();
    void connectWorkPage();
    void connectImages();
    void connectAdapting();
    void connectJudging();
    void connectInterrupted();
    void connectClinics();
    void connectResults();
    void retranslate();

    void chooseFolder();
    void beginExport();
    void beginAdapting();

    void showPage(Page page);
    void showFolder();
    void showCounts();
    void showProblem(const QString& sentence);
    /// Says so where there is no model to enhance with.
    void showMissingModel();
    /// A new model is chosen as soon as the models have been read.
    void useModel(const QString& path);
    void updateActions();

    Preferences& m_preferences;
    ModelCatalog m_catalog;
    WorkstationActions m_actions;
    OpenedFolder m_folder;
    FolderJudgements m_judgements;
    RecentFolders m_recent;
    WindowState m_state;
    PseudoLabelModel m_labels;
    bool m_problemOfImage = false; ///< The problem on show goes when another image is chosen.

    QStackedWidget* m_pages;
    StartPage* m_start;
    WorkPage* m_work;
    PickerPage* m_picker;
    GuardPage* m_guarded;
    MessageBar* m_problemBar;
    MessageBar* m_outcomeBar;
    MessageBar* m_leftBar; ///< What runs left behind.
    TrainingDashboard* m_dashboard;
    QDockWidget* m_dock;
    ModelBox* m_models;
    StatusLine* m_status;
    ImageFlow m_images;
    DegradationFlow m_degradation;
    WindowDialogs m_dialogs;
    ExportFlow m_export;
    ReportFlow m_report;
    RunFiles m_files;
    ResultsFlow m_results;
    ClinicsFlow m_clinics;
    InterruptedRuns m_interrupted;
    SampleClinic m_sample;
    std::unique_ptr<AdaptationFlow> m_flow; ///< It uses the widgets.
    ClosingQuestion m_closing;
};

} // namespace limpid
