// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adaptation_flow.h"

#include "adaptation_page.h"
#include "common/message_bar.h"
#include "dashboard/training_dashboard.h"
#include "error_sentence.h"
#include "guarded_run.h"
#include "outcome_sentence.h"
#include "paths.h"
#include "worker_guard.h"

#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace limpid {

namespace {

constexpr QLatin1String useNew("useNewModel");
constexpr QLatin1String keepOld("keepOldModel");
constexpr QLatin1String compareBoth("compareModels");
constexpr QLatin1String listPhotographs("listPhotographs");

} // namespace

AdaptationFlow::AdaptationFlow(std::shared_ptr<AdaptationEngine> engine, const ModelCatalog& catalog,
                               const Views& views, QWidget& window)
    : m_engine(std::move(engine))
    , m_catalog(catalog)
    , m_dashboard(views.dashboard)
    , m_bar(views.bar)
    , m_window(window)
    , m_forecaster(m_engine)
    , m_controller(m_engine)
    , m_display(m_controller, views.dashboard, views.labels, views.picker)
    , m_threads(*this, 1) {
    connect(&views.dashboard, &TrainingDashboard::cancelRequested, this, &AdaptationFlow::cancel);
    connect(&m_controller, &AdaptationController::stateChanged, this, &AdaptationFlow::stateChanged);
    connect(&m_controller, &AdaptationController::newsArrived, this, [this](const AdaptationNews& news) {
        for (const auto& comparison : news.heldOut)
            m_heldOut.push_back(recordOf(comparison));
    });
    connect(&m_controller, &AdaptationController::finished, this, &AdaptationFlow::showOutcome);
    connect(&m_controller, &AdaptationController::cancelled, this, [this] {
        settle(false, [this](const QString&) {
            m_bar.say(MessageBar::Kind::Information, tr("Nothing was kept of this run; the old model stays in use."));
            Q_EMIT runEnded();
        });
    });
    connect(&m_controller, &AdaptationController::failed, this, [this](const QString& sentence) {
        m_bar.say(MessageBar::Kind::Problem, sentence);
        Q_EMIT runEnded();
    });
    connect(&m_bar, &MessageBar::actionChosen, this, &AdaptationFlow::answer);
}

void AdaptationFlow::begin(const AdaptationStart& start) {
    if (!canBegin())
        return;
    if (m_page && m_page->isVisible()) {
        m_page->activateWindow();
        return;
    }
    if (start.images < fewestImages) {
        const Error error{ErrorCode::TooFewImages, {std::to_string(start.images), std::to_string(fewestImages)}, {}};
        m_bar.say(MessageBar::Kind::Problem, errorSentence(error));
        return;
    }
    showPage(start);
}

void AdaptationFlow::showPage(const AdaptationStart& start) {
    AdaptationPlan plan{start.images,
                        m_engine->configuration().heldOut(start.images),
                        shownPath(start.folder),
                        start.modelLabel,
                        start.deviceWords,
                        suggestedClinicName(start.folder),
                        [this](const QString& clinic) {
                            return shownPath(m_catalog.place(clinic.toStdString()));
                        }};
    const AdaptationJob job{start.folder, start.model, {}, plan.clinic.toStdString()};
    m_page = new AdaptationPage(plan, &m_window);
    connect(&m_forecaster, &AdaptationForecaster::surveyed, m_page, &AdaptationPage::setSurvey);
    connect(&m_forecaster, &AdaptationForecaster::measured, m_page, &AdaptationPage::setForecast);
    connect(&m_forecaster, &AdaptationForecaster::failed, m_page, &AdaptationPage::setForecastProblem);
    connect(m_page, &QDialog::finished, &m_forecaster, &AdaptationForecaster::cancel);
    connect(m_page, &AdaptationPage::startRequested, this, [this, start](const QString& clinic) {
        if (const auto usable = ModelCatalog::requireName(clinic.toStdString()); !usable) {
            m_page->showProblem(errorSentence(usable.error()));
            return;
        }
        m_page->accept();
        run(start, clinic.toStdString());
    });
    m_page->open();
    m_forecaster.begin(job);
}

void AdaptationFlow::resume(const AdaptationStart& start, const std::string& clinic) {
    if (canBegin())
        run(start, clinic, true);
}

void AdaptationFlow::stop() {
    m_controller.stop();
}

void AdaptationFlow::cancel() {
    if (m_question || !canCancel(state()))
        return;
    m_question = new QMessageBox(QMessageBox::Question, tr("Cancel the adaptation"),
                                 tr("Throw away what was learnt so far?"), QMessageBox::NoButton, &m_window);
    m_question->setInformativeText(
        tr("The old model stays as it is. \u201cStop and keep\u201d would keep what was learnt."));
    auto* discarding = m_question->addButton(tr("Throw away"), QMessageBox::DestructiveRole);
    discarding->setObjectName(QStringLiteral("throwAway"));
    m_question->setDefaultButton(m_question->addButton(tr("Go on"), QMessageBox::RejectRole));
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    connect(discarding, &QPushButton::clicked, this, &AdaptationFlow::discard);
    // The dashboard has announced the end already; without an answer it goes on.
    connect(m_question, &QMessageBox::finished, this, [this] { m_dashboard.setState(state()); });
    m_question->open();
}

void AdaptationFlow::discard() {
    m_controller.cancel();
}

void AdaptationFlow::stopAndKeep() {
    m_keepUnasked = true;
    m_controller.stop();
}

void AdaptationFlow::run(const AdaptationStart& start, const std::string& clinic, bool resume) {
    m_clinic = clinic;
    m_folder = start.folder;
    m_guarded = {};
    m_keepUnasked = false;
    m_heldOut.clear();
    m_bar.dismiss();
    m_candidate.clear();
    m_display.begin(start.deviceWords);
    Q_EMIT runStarted();
    m_controller.start({start.folder, start.model, m_catalog.clinicRoot(), clinic, nullptr, resume},
                       m_forecaster.release());
}

void AdaptationFlow::showOutcome(const FolderAdaptationOutcome& outcome) {
    m_guarded = guardedRunOf(m_clinic, m_folder, outcome);
    Q_EMIT runFinished(m_clinic, outcome);
    const auto sentence = outcomeSentence(outcome, QString::fromStdString(m_clinic));
    m_candidate = toQString(outcome.adapted);
    if (outcome.modelWritten && m_keepUnasked) {
        settle(true, [this, sentence](const QString& accepted) {
            if (!accepted.isEmpty())
                m_bar.say(MessageBar::Kind::Success, sentence);
            Q_EMIT runEnded();
        });
        return;
    }
    if (!outcome.modelWritten) {
        m_bar.say(MessageBar::Kind::Information, sentence);
    } else {
        m_bar.say(MessageBar::Kind::Success, sentence);
        m_waitsForAnswer = true;
        m_bar.offer(useNew, tr("Use the new model"));
        m_bar.offer(keepOld, tr("Keep the old one"));
        m_bar.offer(compareBoth, tr("Compare"));
        if (!m_guarded.photographs.isEmpty())
            m_bar.offer(listPhotographs, tr("Photograph by photograph"));
        if (!m_heldOut.empty()) {
            auto* strip = new HeldOutStrip(&m_bar);
            strip->setRecords(std::move(m_heldOut));
            m_bar.attach(strip);
        }
    }
    Q_EMIT runEnded();
}

void AdaptationFlow::answer(const QString& choice) {
    if (choice == compareBoth) {
        compare();
        return;
    }
    if (choice == listPhotographs) {
        makeRoom();
        Q_EMIT guardedRunWanted(m_guarded);
        return;
    }
    settle(choice == useNew, [this](const QString& accepted) {
        m_waitsForAnswer = false;
        if (accepted.isEmpty())
            m_guarded = {};
        else
            Q_EMIT modelAccepted(accepted);
        Q_EMIT answered();
    });
}

void AdaptationFlow::compare() {
    if (!m_waitsForAnswer)
        return;
    makeRoom();
    Q_EMIT comparisonWanted(m_candidate);
}

void AdaptationFlow::makeRoom() {
    m_bar.attach(nullptr);
    m_bar.show(); // a button that was pressed has hidden it
}

void AdaptationFlow::settle(bool use, std::function<void(const QString& accepted)> then) {
    m_settling = true;
    m_threads.start(
        [this, owner = m_threads.owner(), catalog = m_catalog, clinic = m_clinic, use, then = std::move(then)] {
            auto accepted = guarded("settling which model is used", [&]() -> Result<std::filesystem::path> {
                if (use)
                    return catalog.acceptCandidate(clinic);
                catalog.discardCandidate(clinic);
                return std::filesystem::path();
            });
            owner.post([this, accepted = std::move(accepted), then] {
                m_settling = false;
                if (!accepted)
                    m_bar.say(MessageBar::Kind::Problem, errorSentence(accepted.error()));
                then(accepted ? toQString(*accepted) : QString());
            });
        });
}

} // namespace limpid
