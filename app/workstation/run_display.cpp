// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "run_display.h"

#include "dashboard/training_dashboard.h"
#include "inference/peak_memory.h"
#include "picker/picker_page.h"
#include "picker/pseudo_label_model.h"

#include <algorithm>
#include <utility>

namespace limpid {

namespace {

constexpr int stripImages = 5;
constexpr double bytesPerMegabyte = 1e6;

QString doingWords(const std::string& doing, RunState state) {
    if (doing == "reading the folder")
        return limpid::RunDisplay::tr("Reading the folder");
    if (doing == "adapting") // before the first step the judges look at every photograph
        return state == RunState::Preparing ? limpid::RunDisplay::tr("Judging the photographs")
                                            : limpid::RunDisplay::tr("Learning");
    if (doing == "measuring")
        return limpid::RunDisplay::tr("Measuring");
    return QString::fromStdString(doing);
}

QImage imageOf(const PreviewImage& preview) {
    if (preview.pixels.empty())
        return {};
    const auto format = preview.channels == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB888;
    const QImage borrowed(preview.pixels.data(), preview.width, preview.height,
                          static_cast<qsizetype>(preview.width) * preview.channels, format);
    return borrowed.copy();
}

} // namespace

HeldOutRecord recordOf(const ProbeComparison& comparison) {
    HeldOutRecord record;
    record.name = QString::fromStdString(comparison.name);
    record.input = imageOf(comparison.degraded);
    record.before = imageOf(comparison.source);
    record.after = imageOf(comparison.adapted);
    record.reference = imageOf(comparison.reference);
    record.inputPsnr = comparison.degradedPsnr;
    record.beforePsnr = comparison.sourcePsnr;
    record.afterPsnr = comparison.adaptedPsnr;
    return record;
}

PseudoLabelRecord recordOf(const LabelReview& review) {
    const auto& decision = review.decision;
    PseudoLabelRecord record;
    record.name = QString::fromStdString(review.name);
    record.epoch = review.epoch;
    record.input = imageOf(review.input);
    record.output = imageOf(review.output);
    record.structure = imageOf(review.structure);
    record.good = decision.good;
    record.usable = decision.usable;
    record.reject = decision.reject;
    record.damage = decision.damage;
    record.qualityThreshold = decision.qualityThreshold;
    record.structureScore = decision.structureScore;
    record.structureThreshold = decision.structureThreshold;
    record.accepted = decision.accepted;
    record.original = decision.original;
    record.reason = QString::fromStdString(decision.reason);
    record.byHand = review.byHand;
    return record;
}

RunDisplay::RunDisplay(AdaptationController& controller, TrainingDashboard& dashboard, PseudoLabelModel& labels,
                       PickerPage& page)
    : m_controller(controller)
    , m_dashboard(dashboard)
    , m_labels(labels) {
    connect(&m_controller, &AdaptationController::stateChanged, &m_dashboard, &TrainingDashboard::setState);
    connect(&m_controller, &AdaptationController::newsArrived, this, &RunDisplay::showNews);
    connect(&m_controller, &AdaptationController::finished, this, &RunDisplay::showReferences);
    connect(&m_dashboard, &TrainingDashboard::pauseRequested, &m_controller, &AdaptationController::pause);
    connect(&m_dashboard, &TrainingDashboard::resumeRequested, &m_controller, &AdaptationController::resume);
    connect(&m_dashboard, &TrainingDashboard::stopRequested, &m_controller, &AdaptationController::stop);
    connect(&page, &PickerPage::overrideRequested, this, &RunDisplay::decideByHand);
    connect(&page, &PickerPage::thresholdsRequested, &m_controller, &AdaptationController::setThresholds);
    connect(&m_controller, &AdaptationController::stateChanged, &page,
            [&page](RunState state) { page.setRunning(isBusy(state)); });
}

void RunDisplay::begin(const QString& deviceWords) {
    m_labels.clear();
    m_places.clear();
    m_step = 0;
    m_dashboard.beginRun(deviceWords);
}

void RunDisplay::showNews(const AdaptationNews& news) {
    m_seconds = news.seconds;
    for (const auto& epoch : news.epochs)
        m_dashboard.addEpoch(epoch);
    for (const auto& step : news.steps) {
        m_step = step.step;
        m_dashboard.addStep(step);
    }
    for (const auto& reviews : news.reviews)
        showReviews(reviews);
    m_dashboard.setElapsed(news.seconds);
    m_dashboard.setProgress(news.fraction, doingWords(news.doing, m_controller.state()));
    m_dashboard.setMemory(peakMemoryMb() * bytesPerMegabyte, std::nullopt);
}

void RunDisplay::showReviews(const std::vector<LabelReview>& reviews) {
    if (reviews.empty())
        return;
    std::vector<PseudoLabelRecord> records;
    double good = 0.0;
    for (const auto& review : reviews) {
        m_places.insert(QString::fromStdString(review.name), review.image);
        good += review.decision.good;
        records.push_back(recordOf(review));
    }
    m_labels.setEpoch(reviews.front().epoch, std::move(records));
    m_dashboard.addMeanQuality(m_step, m_seconds, good / static_cast<double>(reviews.size()));
    showStrip(reviews);
}

void RunDisplay::showReferences(const FolderAdaptationOutcome& outcome) {
    if (!outcome.reference)
        return;
    using Against = TrainingDashboard::Against;
    m_dashboard.addScores(Against::Reference, 0, 0.0, outcome.reference->source);
    m_dashboard.addScores(Against::Reference, m_step, m_seconds, outcome.reference->adapted);
}

void RunDisplay::showStrip(const std::vector<LabelReview>& reviews) {
    QVector<QImage> before;
    QVector<QImage> now;
    QStringList captions;
    const auto count = std::min(static_cast<std::size_t>(stripImages), reviews.size());
    for (std::size_t i = 0; i < count; ++i) {
        before << imageOf(reviews[i].input);
        now << imageOf(reviews[i].output);
        captions << QString::fromStdString(reviews[i].name);
    }
    m_dashboard.setStrip(before, now, captions);
}

void RunDisplay::decideByHand(const QStringList& names, PickOverride decision) {
    for (const auto& name : names) {
        if (const auto place = m_places.constFind(name); place != m_places.constEnd())
            m_controller.setOverride(*place, decision);
    }
}

} // namespace limpid
