// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/progress.h"
#include "task/result.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <functional>
#include <stop_token>
#include <thread>

namespace limpid {

/// The clinic of generated photographs that Limpid can be tried with. It is made, in a thread of its own, when it is
/// first asked for, and is there whole or not at all. To be used from the thread that owns it, where its signals come.
class SampleClinic : public QObject {
    Q_OBJECT

public:
    /// Fills an empty folder; called in a thread. Ends with Cancelled soon after `stop`.
    using Make =
        std::function<Result<void>(const std::filesystem::path& folder, Progress, const std::stop_token& stop)>;

    /// `folder` holds the clinic or shall hold it; empty where none is to be offered.
    explicit SampleClinic(std::filesystem::path folder, QObject* parent = nullptr);
    SampleClinic(std::filesystem::path folder, Make make, QObject* parent = nullptr);
    /// Ends the making and waits until nothing is left of it.
    ~SampleClinic() override;

    bool isOffered() const { return !m_folder.empty(); }
    /// Makes the clinic where it is missing, then says ready(). Does nothing while it is being made.
    void open();
    void cancel();

Q_SIGNALS:
    /// It is being made; 0..1.
    void progressed(double fraction);
    /// The making is over, whatever came of it.
    void ended();
    void ready(const QString& imageFolder);
    void failed(const QString& sentence);

private:
    void end(const Result<void>& outcome);

    std::filesystem::path m_folder;
    Make m_make;
    bool m_making = false;
    std::jthread m_thread; ///< Last, so that everything it uses outlives it.
};

} // namespace limpid
