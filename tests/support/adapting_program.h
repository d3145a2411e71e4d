// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace limpid {

/// The real `limpid-cli adapt` on a few generated photographs, as a test starts, kills and resumes it. Every clinic has
/// a data folder of its own. Computes on one thread.
class AdaptingProgram {
public:
    /// What is done in the child before the program begins: a limit or a filter.
    using BeforeExec = std::function<void()>;

    struct End {
        bool killed = false; ///< By a signal.
        int status = -1;
        QByteArray err;
        QJsonObject json;
    };

    /// `options`: of the adaptation, without --seed and --working-size.
    explicit AdaptingProgram(QStringList options);

    /// Makes the photographs; false where they cannot be made.
    bool makeClinic() const;
    /// Makes a network of few weights, from which the runs start then, instead of from the shipped model.
    bool makeSmallModel() const;

    /// Starts a run of `clinic`; it goes on with an unfinished one where there is one.
    std::unique_ptr<QProcess> start(const QString& clinic, const BeforeExec& before = {}) const;
    /// Waits for its end for as long as any run may take; `killAfterMs` is when it is killed, if not before.
    static End finish(QProcess& process, int killAfterMs = -1);
    End run(const QString& clinic, const BeforeExec& before = {}) const;

    QString smallModel() const { return m_folder.filePath(QStringLiteral("small.safetensors")); }
    QString photographs() const { return m_folder.filePath(QStringLiteral("photographs/images")); }
    QString dataFolder(const QString& clinic) const { return m_folder.filePath(clinic + QStringLiteral(" data")); }
    QString reportFile(const QString& clinic) const { return m_folder.filePath(clinic + QStringLiteral(".json")); }

    /// What the killed run of `clinic` goes on from, or an empty path.
    QString unfinished(const QString& clinic) const;
    /// Whether the run has ended: its record is there, and nothing to go on with is.
    bool isDone(const QString& clinic) const;
    /// The record of a run that has ended, without what differs from run to run (times, memory, paths).
    QJsonObject report(const QString& clinic) const;
    /// The adapted model of a run that has ended, tensor by tensor: name, type, sizes and SHA-256; empty without one.
    QMap<QString, QByteArray> model(const QString& clinic) const;

    /// Adapted models in the clinic's folder.
    QStringList models(const QString& clinic) const;
    /// Has the program look at its clinics, which puts away what a killed run left, and check all records; false where
    /// something is wrong with them.
    bool settles(const QString& clinic) const;
    /// What is wrong with a file of the data folder, in words; empty where each is whole.
    QString damage(const QString& clinic) const;
    /// Temporary files of programs that were killed.
    QStringList leftovers(const QString& clinic) const;
    /// SHA-256 of every photograph by its name.
    QMap<QString, QByteArray> sums() const;

    /// Files below the folder, hidden ones too, with their path.
    static QStringList filesBelow(const QString& folder);
    /// Leaves files of the program no more than this to grow to.
    static BeforeExec fileSizeLimit(std::size_t bytes);

private:
    QTemporaryDir m_folder;
    QStringList m_options;
};

} // namespace limpid
