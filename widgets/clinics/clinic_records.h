// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "guard/guard_record.h"
#include "picker/pseudo_label_record.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace limpid {

/// Who may change a clinic right now.
enum class ClinicHold {
    Free,
    Here,      ///< This program adapts to it.
    Elsewhere, ///< Another program works on it.
};

/// What became of an adaptation.
enum class ClinicRunEnd { Open, Adapted, KeptOld, Cancelled, Failed, Interrupted };

/// PSNR on the clinic probe in dB, of the model that a run began with and of the one that it kept.
struct ProbeChange {
    double before = 0.0;
    double after = 0.0;

    double gain() const { return after - before; }
};

/// The other program that works on a clinic.
struct ClinicHolder {
    QString program;
    QString process; ///< Its number on that machine.
    QString host;
};

/// One clinic in the list of all.
struct ClinicItem {
    QString name;
    int models = 0;          ///< That can be put to use.
    QDateTime modelMade;     ///< Of the one in use; invalid where there is none.
    QDateTime lastRun;       ///< When it began; invalid where there was none.
    int photographs = 0;     ///< Enhanced with its models and written.
    bool waits = false;      ///< For an answer whether a new model is to be used.
    bool unfinished = false; ///< A run can be gone on with.
    ClinicHold hold = ClinicHold::Free;
    ClinicHolder holder; ///< Where it is held elsewhere.
};

/// One model of a clinic.
struct ClinicModelItem {
    qint64 id = 0;
    QString sha256;
    QString parent;     ///< SHA-256; empty if unknown.
    QString parentName; ///< Of a model that is no clinic's; empty if unknown.
    QDateTime made;
    std::optional<ProbeChange> probe;
    bool inUse = false;
    bool waits = false; ///< Nobody has said yet whether it is to be used.
};

/// One adaptation of a clinic.
struct ClinicRunItem {
    qint64 id = 0;
    QDateTime started;
    QDateTime ended;     ///< Invalid for an open run.
    QString form;        ///< Of the configuration; empty if unknown.
    int epochs = 0;      ///< That were run; 0 if unknown.
    int photographs = 0; ///< Learnt from; 0 if unknown.
    QString seed;        ///< A number of 64 bits.
    QString device;      ///< In words; empty if unknown.
    QString reason;      ///< English, as recorded: why it ended so.
    std::optional<ProbeChange> probe;
    ClinicRunEnd end = ClinicRunEnd::Open;
    QList<GuardRecord> guarded = {}; ///< What a guard decided; empty where that is not on record.
};

/// One thing that was done with a clinic or one of its photographs.
struct ClinicEvent {
    enum class Kind { Clinic, Photograph };

    QDateTime time;
    Kind kind = Kind::Clinic;
    QString action;     ///< As the audit trail calls it, or one of the names in clinic_words.h.
    QString clinic;     ///< Its name; empty for a shipped model.
    QString photograph; ///< Name of the file; only of photographs, like what follows.
    QString result;     ///< Name of the enhanced file.
    qint64 run = 0;     ///< 0 for none.
    QString model;      ///< SHA-256.
    QString from;       ///< A clinic's name or a folder.
    QString to;         ///< Likewise.
    QString reason;     ///< English, as recorded.
    ClinicRunEnd end = ClinicRunEnd::Open;
    std::optional<PseudoLabelRecord> pick; ///< What the picker's decision rests on.
};

/// Everything that is shown of one clinic; each list has the newest first.
struct ClinicContents {
    QString name;
    QList<ClinicModelItem> models;
    QList<ClinicRunItem> runs;
    QList<ClinicEvent> events;
};

} // namespace limpid
