// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinics/clinic_command.h"

#include <QCoreApplication>

namespace limpid {

namespace {

/// Lends its context to the words of this file.
struct Command {
    Q_DECLARE_TR_FUNCTIONS(limpid::ClinicCommand)
};

} // namespace

QString clinicCommandText(ClinicCommand command) {
    switch (command) {
    case ClinicCommand::Rename:
        return Command::tr("Rename\u2026");
    case ClinicCommand::Duplicate:
        return Command::tr("Duplicate\u2026");
    case ClinicCommand::Delete:
        return Command::tr("Delete\u2026");
    case ClinicCommand::Export:
        return Command::tr("Export\u2026");
    case ClinicCommand::Import:
        return Command::tr("Import\u2026");
    case ClinicCommand::UseModel:
        return Command::tr("Use this model");
    case ClinicCommand::ShowResults:
        return Command::tr("Results shown\u2026");
    case ClinicCommand::ImageHistory:
        return Command::tr("History of an image\u2026");
    case ClinicCommand::Verify:
        return Command::tr("Verify");
    }
    return {};
}

QString clinicCommandTip(ClinicCommand command) {
    switch (command) {
    case ClinicCommand::Rename:
        return Command::tr("Give the clinic another name; its models and records stay");
    case ClinicCommand::Duplicate:
        return Command::tr("Make a second clinic with copies of all models of this one");
    case ClinicCommand::Delete:
        return Command::tr("Delete the clinic with its models; photographs are never touched");
    case ClinicCommand::Export:
        return Command::tr("Write the clinic with its models and records into one file");
    case ClinicCommand::Import:
        return Command::tr("Take in a clinic that was exported");
    case ClinicCommand::UseModel:
        return Command::tr("Put the chosen model of the clinic to use, an earlier one too");
    case ClinicCommand::ShowResults:
        return Command::tr("For each photograph of the chosen run, whose result is shown, and why");
    case ClinicCommand::ImageHistory:
        return Command::tr("Everything that was done to one photograph");
    case ClinicCommand::Verify:
        return Command::tr("Check the records and every model against what was written");
    }
    return {};
}

QKeySequence clinicCommandKey(ClinicCommand command) {
    switch (command) {
    case ClinicCommand::Rename:
        return Qt::Key_F2;
    case ClinicCommand::Duplicate:
        return Qt::CTRL | Qt::Key_D;
    case ClinicCommand::Delete:
        return Qt::Key_Delete;
    case ClinicCommand::Export:
        return Qt::CTRL | Qt::Key_S;
    case ClinicCommand::Import:
        return Qt::CTRL | Qt::Key_O;
    case ClinicCommand::UseModel:
        return Qt::CTRL | Qt::Key_U;
    case ClinicCommand::ShowResults:
        return Qt::CTRL | Qt::Key_J;
    case ClinicCommand::ImageHistory:
        return Qt::CTRL | Qt::Key_H;
    case ClinicCommand::Verify:
        return Qt::CTRL | Qt::Key_T;
    }
    return {};
}

QList<KeyEntry> clinicKeys() {
    const auto group = Command::tr("Clinics");
    QList<KeyEntry> keys;
    for (const auto command : {ClinicCommand::Import, ClinicCommand::Export, ClinicCommand::Rename,
                               ClinicCommand::Duplicate, ClinicCommand::Delete, ClinicCommand::UseModel,
                               ClinicCommand::ShowResults, ClinicCommand::ImageHistory, ClinicCommand::Verify})
        keys.append({clinicCommandKey(command).toString(QKeySequence::NativeText),
                     clinicCommandText(command).remove(QChar(0x2026)), group});
    return keys;
}

} // namespace limpid
