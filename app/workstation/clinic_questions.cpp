// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinic_questions.h"

#include "clinics/clinic_records.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace limpid {

namespace {

/// Lends its context to the questions of this file.
struct Questions {
    Q_DECLARE_TR_FUNCTIONS(limpid::ClinicQuestions)
};

QFileDialog* askForFile(QWidget& parent, const QString& title, QFileDialog::AcceptMode mode,
                        std::function<void(const QString& file)> then) {
    auto* dialog = new QFileDialog(&parent, title, QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode);
    dialog->setFileMode(mode == QFileDialog::AcceptSave ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, &parent, std::move(then));
    return dialog;
}

QString archives() {
    return Questions::tr("Exported clinic (*.tar)");
}

/// What goes with the clinic.
QString losses(const ClinicItem& clinic) {
    auto text = clinic.models == 0
                    ? Questions::tr("It has no model yet.")
                    : Questions::tr("%n model(s) will be lost, and nothing brings them back.", nullptr, clinic.models);
    if (clinic.unfinished)
        text += QLatin1Char(' ') + Questions::tr("So will its unfinished run.");
    return text;
}

} // namespace

void askClinicName(QWidget& parent, const QString& title, const QString& question, const QString& proposed,
                   std::function<void(const QString&)> then) {
    auto* dialog = new QInputDialog(&parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(question);
    dialog->setTextValue(proposed);
    QObject::connect(dialog, &QInputDialog::textValueSelected, &parent,
                     [then = std::move(then)](const QString& name) { then(name.trimmed()); });
    dialog->open();
}

void askWhetherToDelete(QWidget& parent, const ClinicItem& clinic, std::function<void()> then) {
    auto* box =
        new QMessageBox(QMessageBox::Warning, Questions::tr("Delete a clinic"),
                        Questions::tr("Delete the clinic %1?").arg(clinic.name), QMessageBox::NoButton, &parent);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(losses(clinic) + QLatin1Char('\n') +
                            Questions::tr("The records of what was done stay. Photographs, originals and enhanced "
                                          "ones, are never touched. To keep a copy, export the clinic first."));
    auto* deleting = box->addButton(Questions::tr("Delete"), QMessageBox::DestructiveRole);
    deleting->setObjectName(QStringLiteral("deleteClinic"));
    auto* keeping = box->addButton(Questions::tr("Keep it"), QMessageBox::RejectRole);
    box->setDefaultButton(keeping);
    box->setEscapeButton(keeping);
    QObject::connect(deleting, &QPushButton::clicked, &parent, std::move(then));
    box->open();
}

void askWhereToExport(QWidget& parent, const QString& clinic, std::function<void(const QString&, bool)> then) {
    auto* box = new QMessageBox(QMessageBox::Question, Questions::tr("Export a clinic"),
                                Questions::tr("Write the clinic %1 into one file?").arg(clinic), QMessageBox::NoButton,
                                &parent);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(Questions::tr("The file holds its models and the records of its runs, and no photograph. "
                                          "An unfinished run, and a model that waits for an answer, stay out."));
    auto* names = new QCheckBox(Questions::tr("Also write the names of photographs, which may be those of patients"));
    box->setCheckBox(names);
    auto* choosing = box->addButton(Questions::tr("Choose a file\u2026"), QMessageBox::AcceptRole);
    choosing->setObjectName(QStringLiteral("chooseExport"));
    box->setDefaultButton(choosing);
    box->addButton(QMessageBox::Cancel);
    QObject::connect(choosing, &QPushButton::clicked, &parent, [&parent, clinic, names, then = std::move(then)] {
        auto* dialog =
            askForFile(parent, Questions::tr("Export a clinic"), QFileDialog::AcceptSave,
                       [then, withNames = names->isChecked()](const QString& file) { then(file, withNames); });
        dialog->setNameFilter(archives());
        dialog->setDefaultSuffix(QStringLiteral("tar"));
        dialog->selectFile(QString(clinic).replace(QLatin1Char('/'), QLatin1Char('-')) + QStringLiteral(".tar"));
        dialog->open();
    });
    box->open();
}

void askWhatToImport(QWidget& parent, std::function<void(const QString&)> then) {
    auto* dialog = askForFile(parent, Questions::tr("Import a clinic"), QFileDialog::AcceptOpen, std::move(then));
    dialog->setNameFilters({archives(), Questions::tr("All files (*)")});
    dialog->open();
}

void askWhichImage(QWidget& parent, std::function<void(const QString&)> then) {
    askForFile(parent, Questions::tr("Choose an image"), QFileDialog::AcceptOpen, std::move(then))->open();
}

} // namespace limpid
