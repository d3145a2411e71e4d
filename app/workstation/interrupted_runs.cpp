// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "interrupted_runs.h"

#include "common/message_bar.h"
#include "error_sentence.h"
#include "paths.h"
#include "worker_guard.h"

#include <utility>

namespace limpid {

namespace fs = std::filesystem;

namespace {

constexpr QLatin1String goOn("goOnAdapting");
constexpr QLatin1String useModel("useLeftModel");
constexpr QLatin1String throwAway("discardLeft");
constexpr QLatin1String later("decideLater");

void lookInto(const ModelCatalog::LeftBehind& left, const InterruptedRuns::Read& read,
              std::deque<InterruptedRuns::Found>& found) {
    if (!left.state.empty()) {
        // A run that is damaged cannot be gone on with; the next one replaces it.
        if (auto run = read(left.state)) {
            run->clinic = left.clinic; // it may have been renamed since
            found.push_back({left.clinic, std::move(*run)});
        }
    }
    if (left.candidate)
        found.push_back({left.clinic, std::nullopt});
}

} // namespace

InterruptedRuns::InterruptedRuns(const ModelCatalog& catalog, MessageBar& bar, Read read, QObject* parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_bar(bar)
    , m_read(std::move(read))
    , m_threads(*this, 1) {
    connect(&m_bar, &MessageBar::actionChosen, this, &InterruptedRuns::answer);
}

void InterruptedRuns::look() {
    m_threads.start([this, owner = m_threads.owner(), catalog = m_catalog, read = m_read, look = ++m_look] {
        std::deque<Found> found;
        static_cast<void>(guarded("looking for unfinished runs", [&]() -> Result<void> {
            for (const auto& left : catalog.leftBehind())
                lookInto(left, read, found);
            return {};
        }));
        owner.post([this, look, found = std::move(found)] {
            if (look == m_look)
                take(found);
        });
    });
}

void InterruptedRuns::folderOpened(const fs::path& folder) {
    // Which clinic a folder belongs to stands in the run, and that is read by looking.
    m_threads.start([this, owner = m_threads.owner(), catalog = m_catalog, read = m_read, folder, putOff = m_putOff] {
        std::string clinic;
        static_cast<void>(guarded("looking for unfinished runs", [&]() -> Result<void> {
            for (const auto& left : catalog.leftBehind()) {
                if (left.state.empty() || !putOff.contains(left.clinic))
                    continue;
                if (const auto run = read(left.state); run && run->folder == folder)
                    clinic = left.clinic;
            }
            return {};
        }));
        owner.post([this, clinic] {
            if (m_putOff.erase(clinic) > 0)
                look();
        });
    });
}

void InterruptedRuns::runBegins() {
    ++m_look;
    m_waiting.clear();
    m_bar.dismiss();
}

void InterruptedRuns::take(std::deque<Found> found) {
    std::erase_if(found, [this](const Found& one) { return m_putOff.contains(one.clinic); });
    m_waiting = std::move(found);
    offerNext();
}

void InterruptedRuns::offerNext() {
    if (m_waiting.empty()) {
        m_bar.dismiss();
        return;
    }
    const auto& offer = m_waiting.front();
    const auto clinic = QString::fromStdString(offer.clinic);
    if (offer.run) {
        m_bar.say(MessageBar::Kind::Information, tr("The adaptation to %1 was interrupted after epoch %2 of %3.")
                                                     .arg(clinic)
                                                     .arg(offer.run->finishedEpochs)
                                                     .arg(offer.run->epochs));
        m_bar.offer(goOn, tr("Go on"));
    } else {
        m_bar.say(MessageBar::Kind::Information,
                  tr("A new model for %1 is ready, but nobody has said yet whether it is to be used.").arg(clinic));
        m_bar.offer(useModel, tr("Use it"));
    }
    m_bar.offer(throwAway, tr("Discard"));
    m_bar.offer(later, tr("Later"));
}

void InterruptedRuns::answer(const QString& choice) {
    if (m_waiting.empty())
        return;
    const auto offer = std::move(m_waiting.front());
    m_waiting.pop_front();
    if (choice == goOn) {
        Q_EMIT resumeRequested(*offer.run);
        return;
    }
    if (choice == later)
        m_putOff.insert(offer.clinic);
    else if (choice == throwAway)
        discard(offer);
    else
        accept(offer);
    std::erase_if(m_waiting, [this](const Found& one) { return m_putOff.contains(one.clinic); });
    offerNext();
}

void InterruptedRuns::accept(const Found& offer) {
    m_threads.start([this, owner = m_threads.owner(), catalog = m_catalog, clinic = offer.clinic] {
        auto model = guarded("putting a model to use", [&] { return catalog.acceptCandidate(clinic); });
        owner.post([this, model = std::move(model)] {
            if (model)
                Q_EMIT modelAccepted(toQString(*model));
            else
                Q_EMIT failed(errorSentence(model.error()));
        });
    });
}

void InterruptedRuns::discard(const Found& offer) {
    m_threads.start([catalog = m_catalog, clinic = offer.clinic, isRun = offer.run.has_value()] {
        if (isRun)
            catalog.discardUnfinished(clinic);
        else
            catalog.discardCandidate(clinic);
    });
}

} // namespace limpid
