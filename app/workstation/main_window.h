// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adaptation_flow.h"
#include "enhance_controller.h"
#include "image_exporter.h"
#include "model_catalog.h"
#include "opened_folder.h"
#include "workstation_actions.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>
#include <optional>

class QComboBox;
class QDockWidget;
class QLabel;
class QMessageBox;
class QStackedWidget;

namespace limpid {

class CompareView;
class ImageBrowser;
class MessageBar;
class TrainingDashboard;

/// What the window works with; tests put their own engines in.
struct WorkstationParts {
    std::unique_ptr<EnhancementEngine> enhancement;
    std::unique_ptr<AdaptationEngine> adaptation;
    ModelCatalog catalog;
};

/// The workstation: the folder's images on the left, original and enhanced image in the middle, the adaptation on the
/// right. It only connects; the work is done by the controllers, in threads of their own.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(WorkstationParts parts, QWidget* parent = nullptr);
    ~MainWindow() override;

public Q_SLOTS:
    /// Opens a folder; what is wrong with it is said in the bar.
    void openFolder(const QString& path);
    /// Writes the enhanced image on show to a file.
    void exportTo(const QString& path);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildCentre();
    void buildDock();
    void buildStatusLine();
    void connectActions();
    void connectFolder();
    void connectEnhancing();
    void connectAdapting();

    void chooseFolder();
    void chooseExport();
    void beginAdapting();
    void showAbout();
    void askBeforeClosing();

    void showFolder();
    void showCounts();
    void select(int row);
    void showEnhanced(const EnhancedPicture& picture);
    void showProblem(const QString& sentence, bool ofImage);
    /// Says so where there is no model to enhance with.
    void showMissingModel();
    void fillModels(const std::filesystem::path& chosen);
    std::optional<std::filesystem::path> chosenModel() const;
    void updateActions();

    ModelCatalog m_catalog;
    WorkstationActions m_actions;
    OpenedFolder m_folder;
    EnhanceController m_enhance;
    ImageExporter m_exporter;
    std::optional<EnhancedPicture> m_shown;
    int m_row = -1;
    bool m_problemOfImage = false; ///< The problem on show goes when another image is chosen.
    bool m_closing = false;        ///< Closes as soon as the run has ended.
    QPointer<QMessageBox> m_question;

    QStackedWidget* m_pages;
    MessageBar* m_problemBar;
    MessageBar* m_outcomeBar;
    QLabel* m_counts;
    ImageBrowser* m_browser;
    CompareView* m_compare;
    TrainingDashboard* m_dashboard;
    QDockWidget* m_dock;
    QComboBox* m_models;
    QLabel* m_note;
    QLabel* m_zoom;
    QLabel* m_modelName;
    QLabel* m_device;
    std::unique_ptr<AdaptationFlow> m_flow; ///< Last: it uses the widgets.
};

} // namespace limpid
