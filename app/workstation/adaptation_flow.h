// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adaptation_controller.h"
#include "adaptation_forecaster.h"
#include "guard/guard_record.h"
#include "model_catalog.h"
#include "reading_threads.h"
#include "run_display.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

class QMessageBox;
class QWidget;

namespace limpid {

class AdaptationPage;
class MessageBar;
class PickerPage;
class PseudoLabelModel;
class TrainingDashboard;

/// What the window knows when somebody wants to adapt.
struct AdaptationStart {
    std::filesystem::path folder;
    int images = 0;
    std::filesystem::path model;
    QString modelLabel;
    QString deviceWords;
};

/// "Adapt to this clinic" from the question before it to the choice after it: the page, the run on the dashboard, the
/// outcome in the bar, and the new model accepted or put away.
class AdaptationFlow : public QObject {
    Q_OBJECT

public:
    /// Fewest images that can be adapted on.
    static constexpr int fewestImages = 8;

    /// Where a run is shown.
    struct Views {
        TrainingDashboard& dashboard;
        PseudoLabelModel& labels;
        PickerPage& picker;
        MessageBar& bar;
    };

    /// `catalog`, all views and `window` must outlive it.
    AdaptationFlow(std::shared_ptr<AdaptationEngine> engine, const ModelCatalog& catalog, const Views& views,
                   QWidget& window);

    RunState state() const { return m_controller.state(); }
    /// True where nothing runs and no answer about the model of the run before is waited for.
    bool canBegin() const { return canStart(state()) && !m_waitsForAnswer && !m_settling; }
    /// What the run left is being put to use or removed just now; runEnded() or answered() tells when that is over.
    bool isSettling() const { return m_settling; }
    /// Asks what is to be asked, then runs. Says so in the bar if it cannot. Asks once, however often it is called.
    void begin(const AdaptationStart& start);
    /// Goes on with the clinic's unfinished run, as it was configured; of `start`, only folder, model and device count.
    void resume(const AdaptationStart& start, const std::string& clinic);
    void stop();
    /// Asks whether what was learnt shall be thrown away, and then does.
    void cancel();
    /// Stops and throws away without asking: it was asked before.
    void discard();
    /// Stops, and keeps what was learnt so far as the clinic's model without asking: nobody will be there to answer.
    void stopAndKeep();
    /// What the guard decided at the end of the last run; nothing once its model was turned down.
    const GuardedRun& guardedRun() const { return m_guarded; }
    /// While the answer about the new model is waited for, has it shown beside the old one; otherwise does nothing.
    void compare();

Q_SIGNALS:
    void stateChanged(RunState newState);
    void runStarted();
    /// The run has come to an end that can be reported on, whichever model is used then.
    void runFinished(const std::string& clinic, const FolderAdaptationOutcome& outcome);
    /// The run is over and what it left is settled or being asked for.
    void runEnded();
    /// Old and new model are to be shown beside each other; the answer is still waited for.
    void comparisonWanted(const QString& candidate);
    /// The list of what the guard decided is to be shown; the answer is still waited for.
    void guardedRunWanted(const limpid::GuardedRun& run);
    /// A new model is to be used from now on.
    void modelAccepted(const QString& path);
    /// Somebody chose between the old and the new model, so that another run may begin.
    void answered();

private:
    void showPage(const AdaptationStart& start);
    void run(const AdaptationStart& start, const std::string& clinic, bool resume = false);
    void showOutcome(const FolderAdaptationOutcome& outcome);
    void answer(const QString& choice);
    /// Leaves the question and takes the pictures below it away: what is shown now needs the room.
    void makeRoom();
    /// Puts the new model to use, or removes it, in the thread; then calls `then` with the model's path, empty where
    /// there is none: why it could not be put to use has been said then.
    void settle(bool use, std::function<void(const QString& accepted)> then);

    std::shared_ptr<AdaptationEngine> m_engine;
    const ModelCatalog& m_catalog;
    TrainingDashboard& m_dashboard;
    MessageBar& m_bar;
    QWidget& m_window;
    std::string m_clinic;
    std::filesystem::path m_folder;
    GuardedRun m_guarded;
    QString m_candidate;
    bool m_keepUnasked = false;
    bool m_waitsForAnswer = false;
    bool m_settling = false;
    QPointer<AdaptationPage> m_page;
    QPointer<QMessageBox> m_question;
    std::vector<HeldOutRecord> m_heldOut; ///< Of the run that has just ended.
    AdaptationForecaster m_forecaster;    ///< Outlives the controller, which may be waiting for its thread.
    AdaptationController m_controller;
    RunDisplay m_display;
    ReadingThreads m_threads;
};

} // namespace limpid
