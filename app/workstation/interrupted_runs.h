// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inference/unfinished_run.h"
#include "model_catalog.h"
#include "reading_threads.h"

#include <QObject>
#include <QString>

#include <deque>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>

namespace limpid {

class MessageBar;

/// What adaptations left behind when the window, the program or the machine went down: a run that can be gone on with,
/// or a new model that nobody has answered about. Each is offered in the bar, one after the other. Window's thread
/// only; files are looked at, put to use and removed in a thread.
class InterruptedRuns : public QObject {
    Q_OBJECT

public:
    using Read = std::function<Result<UnfinishedRun>(const std::filesystem::path& state)>; ///< Any thread.
    /// What was found in a clinic's folder.
    struct Found {
        std::string clinic;
        std::optional<UnfinishedRun> run; ///< Without one, a new model waits for an answer.
    };

    /// `catalog` and `bar` must outlive the object; the bar is used for nothing else.
    InterruptedRuns(const ModelCatalog& catalog, MessageBar& bar, Read read, QObject* parent = nullptr);

    /// Looks for what was left behind and offers it; what was put off before is not offered again.
    void look();
    /// The folder was opened: what was put off about its run is offered again.
    void folderOpened(const std::filesystem::path& folder);
    /// A run begins: nothing more is offered until look() or folderOpened().
    void runBegins();

Q_SIGNALS:
    /// The run is to be gone on with.
    void resumeRequested(const limpid::UnfinishedRun& run);
    /// The model that waited is the clinic's model from now on.
    void modelAccepted(const QString& path);
    void failed(const QString& sentence);

private:
    void take(std::deque<Found> found);
    void offerNext();
    void answer(const QString& choice);
    void accept(const Found& offer);
    void discard(const Found& offer);

    const ModelCatalog& m_catalog;
    MessageBar& m_bar;
    Read m_read;
    std::deque<Found> m_waiting; ///< The one that the bar asks about in front.
    std::set<std::string> m_putOff;
    int m_look = 0;
    ReadingThreads m_threads;
};

} // namespace limpid
