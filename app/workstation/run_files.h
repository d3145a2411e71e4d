// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>

class QWidget;

namespace limpid {

class GuardPage;
class OpenedFolder;
class PickerPage;
class TrainingDashboard;

/// Saves what the pages show of a run as files: curves, pseudo-labels, and whose results are shown. Asks for each where
/// to. Window's thread only.
class RunFiles : public QObject {
    Q_OBJECT

public:
    /// The pages that want something saved.
    struct Pages {
        TrainingDashboard& dashboard;
        PickerPage& picker;
        GuardPage& results;
    };
    /// Asks a person for a file's path: the question's title, and a name that is proposed. Empty: nowhere.
    using Ask = std::function<QString(const QString& title, const QString& name)>;

    /// Asks with the system's dialog over `window`. All three must outlive it.
    RunFiles(Pages pages, const OpenedFolder& folder, QWidget& window);
    RunFiles(Pages pages, const OpenedFolder& folder, Ask ask);

Q_SIGNALS:
    void written(const QString& path);
    void failed(const QString& sentence);

private:
    void save(const QString& title, const QString& name, const QByteArray& bytes);
    /// A name for a file about the open folder.
    QString ofFolder(const char* what, const char* suffix) const;

    const OpenedFolder& m_folder;
    Ask m_ask;
};

} // namespace limpid
