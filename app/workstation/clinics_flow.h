// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clinic_reader.h"
#include "clinics/clinic_command.h"
#include "reading_threads.h"
#include "task/result.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>

class QWidget;

namespace limpid {

class ClinicPage;
class ClinicStore;
class ImageHistoryDialog;

/// The page of clinics: reads what it shows, carries out what is requested on it, and says how that went. The store is
/// opened in a thread of its own, where one thing is done after the other. To be used from the window's thread.
class ClinicsFlow : public QObject {
    Q_OBJECT

public:
    /// `root`: the clinic store's folder; `base`: the model that clinics are adapted from at first, may be empty.
    /// `window` must outlive the object.
    ClinicsFlow(std::filesystem::path root, std::filesystem::path base, QWidget& window);

    /// Opens the page, or brings it to the front.
    void show();
    /// Reads everything anew where the page is open.
    void refresh();

Q_SIGNALS:
    /// The list of what a guard decided after this run is to be shown; the page makes room for it.
    void guardedRunWanted(const limpid::GuardedRun& run);
    /// Clinics, their names or the models that they use may be others now.
    void modelsChanged();
    /// What was requested went wrong after the page was closed, in a sentence.
    void failed(const QString& sentence);

private:
    /// What is left to be shown of something that was done.
    struct Done {
        QString sentence; ///< How it went.
        QString clinic;   ///< To be chosen; empty: the one that is.
    };
    enum class Access { Look, Change };
    using Work = std::function<Result<Done>(ClinicStore& store)>;
    using OnError = std::function<void(const Error&)>;

    void perform(ClinicCommand command);
    void rename(const QString& clinic);
    void duplicate(const QString& clinic);
    void remove();
    void exportTo(const QString& clinic, const QString& file, bool withNames);
    void import(const QString& file, const QString& name);
    void useModel(const QString& clinic, qint64 model);
    void showGuarded();
    void verify();
    void showImageHistory(const QString& image);

    /// Opens the store in the thread and does it there. `doing` is for the log.
    void carryOut(Access access, const std::string& doing, Work work, OnError onError = {});
    void end(Access access, const Result<Done>& outcome, const OnError& onError);
    void readContents(const QString& clinic);
    void readHistory(const QString& image);
    void say(const Error& error);

    std::filesystem::path m_root;
    std::filesystem::path m_base;
    std::shared_ptr<KnownModel> m_known; ///< The base model, once the thread has looked; only for the thread.
    QWidget& m_window;
    QPointer<ClinicPage> m_page;
    QPointer<ImageHistoryDialog> m_history;
    std::shared_ptr<std::atomic<int>> m_wanted; ///< Number of the newest reading of a clinic; older ones are left out.
    ReadingThreads m_threads;                   ///< One, so that a reading shows what the change before it did.
};

} // namespace limpid
