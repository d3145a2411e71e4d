// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinics_flow.h"

#include "clinic_questions.h"
#include "clinics/clinic_page.h"
#include "clinics/image_history_dialog.h"
#include "common/message_bar.h"
#include "error_sentence.h"
#include "paths.h"
#include "storage/clinics/clinic_changes.h"
#include "storage/clinics/clinic_copy.h"
#include "storage/clinics/clinic_export.h"
#include "storage/clinics/clinic_import.h"
#include "storage/clinics/store_check.h"
#include "storage/sha256.h"
#include "worker_guard.h"

#include <QLocale>
#include <QStringList>

#include <utility>

namespace limpid {

namespace fs = std::filesystem;

ClinicsFlow::ClinicsFlow(fs::path root, fs::path base, QWidget& window)
    : m_root(std::move(root))
    , m_base(std::move(base))
    , m_known(std::make_shared<KnownModel>())
    , m_window(window)
    , m_wanted(std::make_shared<std::atomic<int>>(0))
    , m_threads(*this, 1) {}

void ClinicsFlow::show() {
    if (m_page && m_page->isVisible()) { // one that was closed is there for a moment yet
        m_page->activateWindow();
        m_page->raise();
        refresh();
        return;
    }
    m_page = new ClinicPage(&m_window);
    m_page->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_page, &ClinicPage::contentsWanted, this, &ClinicsFlow::readContents);
    connect(m_page, &ClinicPage::requested, this, &ClinicsFlow::perform);
    connect(m_page, &ClinicPage::photographChosen, this, &ClinicsFlow::showImageHistory);
    m_page->show();
    refresh();
}

void ClinicsFlow::refresh() {
    if (!m_page)
        return;
    m_threads.start([this, owner = m_threads.owner(), root = m_root] {
        auto clinics = guarded("reading the clinics", [&] { return readClinics(root); });
        owner.post([this, clinics = std::move(clinics)] {
            if (!m_page)
                return;
            if (clinics)
                m_page->setClinics(*clinics);
            else
                say(clinics.error());
        });
    });
}

void ClinicsFlow::readContents(const QString& clinic) {
    m_threads.start([this, owner = m_threads.owner(), root = m_root, base = m_base, known = m_known, clinic,
                     number = ++*m_wanted, wanted = m_wanted] {
        if (number != *wanted)
            return; // somebody went on to another clinic meanwhile
        auto contents = guarded("reading a clinic", [&] {
            if (known->name.empty() && !base.empty())
                *known = {sha256OfFile(base).value_or(std::string()), base.stem().string()};
            return readClinic(root, clinic, *known);
        });
        owner.post([this, contents = std::move(contents)] {
            if (!m_page)
                return;
            if (contents)
                m_page->setContents(*contents);
            else
                say(contents.error());
        });
    });
}

void ClinicsFlow::perform(ClinicCommand command) {
    const auto clinic = m_page->clinic();
    switch (command) {
    case ClinicCommand::Rename:
        rename(clinic);
        break;
    case ClinicCommand::Duplicate:
        duplicate(clinic);
        break;
    case ClinicCommand::Delete:
        remove();
        break;
    case ClinicCommand::Export:
        askWhereToExport(*m_page, clinic,
                         [this, clinic](const QString& file, bool withNames) { exportTo(clinic, file, withNames); });
        break;
    case ClinicCommand::Import:
        askWhatToImport(*m_page, [this](const QString& file) { import(file, {}); });
        break;
    case ClinicCommand::UseModel:
        useModel(clinic, m_page->model());
        break;
    case ClinicCommand::ShowResults:
        showGuarded();
        break;
    case ClinicCommand::ImageHistory:
        showImageHistory({});
        break;
    case ClinicCommand::Verify:
        verify();
        break;
    }
}

void ClinicsFlow::rename(const QString& clinic) {
    askClinicName(*m_page, tr("Rename a clinic"), tr("New name of %1:").arg(clinic), clinic,
                  [this, clinic](const QString& name) {
                      if (name == clinic)
                          return;
                      carryOut(Access::Change, "renaming a clinic", [clinic, name](ClinicStore& store) -> Result<Done> {
                          if (auto done = renameClinic(store, clinic.toStdString(), name.toStdString()); !done)
                              return fail(std::move(done.error()));
                          return Done{tr("The clinic %1 is called %2 now.").arg(clinic, name), name};
                      });
                  });
}

void ClinicsFlow::duplicate(const QString& clinic) {
    askClinicName(*m_page, tr("Duplicate a clinic"), tr("Name of the second clinic with the models of %1:").arg(clinic),
                  clinic + QStringLiteral(" 2"), [this, clinic](const QString& name) {
                      carryOut(
                          Access::Change, "duplicating a clinic", [clinic, name](ClinicStore& store) -> Result<Done> {
                              if (auto done = duplicateClinic(store, clinic.toStdString(), name.toStdString()); !done)
                                  return fail(std::move(done.error()));
                              return Done{tr("The clinic %1 has copies of the models of %2.").arg(name, clinic), name};
                          });
                  });
}

void ClinicsFlow::remove() {
    const auto clinic = m_page->clinic();
    askWhetherToDelete(*m_page, *m_page->chosen(), [this, clinic] {
        carryOut(Access::Change, "deleting a clinic", [clinic](ClinicStore& store) -> Result<Done> {
            if (auto done = removeClinic(store, clinic.toStdString()); !done)
                return fail(std::move(done.error()));
            return Done{tr("The clinic %1 was deleted; what was done with it stays on record.").arg(clinic), {}};
        });
    });
}

void ClinicsFlow::exportTo(const QString& clinic, const QString& file, bool withNames) {
    carryOut(Access::Look, "exporting a clinic", [clinic, file, withNames](ClinicStore& store) -> Result<Done> {
        // The dialog has asked already whether a file that is there is to be replaced.
        const ClinicExportOptions options{withNames, true};
        if (auto done = exportClinic(store, clinic.toStdString(), toPath(file), options); !done)
            return fail(std::move(done.error()));
        return Done{tr("The clinic %1 is in %2.").arg(clinic, shownPath(toPath(file))), {}};
    });
}

void ClinicsFlow::import(const QString& file, const QString& name) {
    carryOut(
        Access::Change, "importing a clinic",
        [file, name](ClinicStore& store) -> Result<Done> {
            const auto taken = importClinic(store, toPath(file), name.toStdString());
            if (!taken)
                return fail(taken.error());
            const auto clinic = QString::fromStdString(*taken);
            return Done{tr("The clinic %1 was imported.").arg(clinic), clinic};
        },
        [this, file](const Error& error) {
            if (error.code != ErrorCode::ClinicExists || error.arguments.empty()) {
                say(error);
                return;
            }
            const auto taken = QString::fromStdString(error.arguments.front());
            askClinicName(*m_page, tr("Import a clinic"),
                          tr("There is a clinic called %1 already. Name of the one from the file:").arg(taken),
                          taken + QStringLiteral(" 2"), [this, file](const QString& other) { import(file, other); });
        });
}

void ClinicsFlow::useModel(const QString& clinic, qint64 model) {
    carryOut(Access::Change, "putting a model to use", [clinic, model](ClinicStore& store) -> Result<Done> {
        const auto used = rollBack(store, clinic.toStdString(), std::to_string(model));
        if (!used)
            return fail(used.error());
        return Done{tr("The clinic %1 uses model %2 from now on.").arg(clinic, QString::number(used->id)), {}};
    });
}

void ClinicsFlow::showGuarded() {
    const auto* run = m_page->run();
    if (run == nullptr || run->guarded.isEmpty())
        return;
    const GuardedRun guarded{m_page->clinic(), run->ended, {}, run->guarded};
    m_page->close();
    Q_EMIT guardedRunWanted(guarded);
}

void ClinicsFlow::verify() {
    carryOut(Access::Look, "verifying the clinics", [](ClinicStore& store) -> Result<Done> {
        const auto check = checkStore(store);
        if (!check)
            return fail(check.error());
        if (!check->problems.empty()) {
            std::string problems;
            for (const auto& problem : check->problems)
                problems.append(problems.empty() ? "" : "; ").append(problem);
            return fail(ErrorCode::StoreDamaged, {store.database().file().string(), problems});
        }
        const QLocale locale;
        return Done{tr("All is as it was written: %1 entries of the audit trail, %2 runs, %3 models.")
                        .arg(locale.toString(static_cast<qlonglong>(check->trailEntries)),
                             locale.toString(static_cast<qulonglong>(check->runs)),
                             locale.toString(static_cast<qulonglong>(check->models))),
                    {}};
    });
}

void ClinicsFlow::carryOut(Access access, const std::string& doing, Work work, OnError onError) {
    m_page->setBusy(true);
    m_page->bar().dismiss();
    m_threads.start([this, owner = m_threads.owner(), root = m_root, access, doing, work = std::move(work),
                     onError = std::move(onError)] {
        auto outcome = guarded(doing, [&]() -> Result<Done> {
            auto store = access == Access::Change ? ClinicStore::open(root) : ClinicStore::openToRead(root);
            return store ? work(*store) : fail(std::move(store.error()));
        });
        owner.post([this, access, outcome = std::move(outcome), onError] { end(access, outcome, onError); });
    });
}

void ClinicsFlow::end(Access access, const Result<Done>& outcome, const OnError& onError) {
    if (outcome && access == Access::Change)
        Q_EMIT modelsChanged();
    if (!m_page) {
        if (!outcome)
            Q_EMIT failed(errorSentence(outcome.error()));
        return;
    }
    m_page->setBusy(false);
    if (outcome) {
        m_page->bar().say(MessageBar::Kind::Success, outcome->sentence);
        if (!outcome->clinic.isEmpty())
            m_page->choose(outcome->clinic);
    } else if (onError) {
        onError(outcome.error());
    } else {
        say(outcome.error());
    }
    refresh();
}

void ClinicsFlow::showImageHistory(const QString& image) {
    if (!m_history || !m_history->isVisible()) {
        m_history = new ImageHistoryDialog(m_page);
        m_history->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_history, &ImageHistoryDialog::lookUpRequested, this, &ClinicsFlow::readHistory);
        connect(m_history, &ImageHistoryDialog::browseRequested, this, [this] {
            askWhichImage(*m_history, [this](const QString& file) {
                if (m_history)
                    m_history->lookUp(file);
            });
        });
        m_history->show();
    }
    m_history->activateWindow();
    if (!image.isEmpty())
        m_history->lookUp(image);
}

void ClinicsFlow::readHistory(const QString& image) {
    m_threads.start([this, owner = m_threads.owner(), root = m_root, image] {
        auto events = guarded("reading the history of an image", [&] { return readImageHistory(root, image); });
        owner.post([this, image, events = std::move(events)] {
            if (!m_history)
                return;
            if (events)
                m_history->setEvents(image, *events);
            else
                m_history->setProblem(image, errorSentence(events.error()));
        });
    });
}

void ClinicsFlow::say(const Error& error) {
    m_page->bar().say(MessageBar::Kind::Problem, errorSentence(error));
}

} // namespace limpid
