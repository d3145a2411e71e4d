// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/fake_quality.h"
#include "app/workstation_fakes.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace limpid {

class MainWindow;
class Preferences;

/// What a window stands on in a test: a folder for everything that it reads and writes, settings of its own, and fakes
/// in the place of the engines. A new one for every test, so that none sees what another left behind.
class WorkstationStage {
public:
    /// Images of the clinic North: see writeImages().
    static constexpr int imageCount = 9;

    /// To be called once in a test program: plain numbers, nobody's own files, and no end with the last window.
    static void prepareProgram();

    WorkstationStage();
    ~WorkstationStage();

    std::unique_ptr<MainWindow> makeWindow(const FakeAdaptation::Script& script = runShortly);
    /// Shows the window with the clinic North; true once the first image is enhanced.
    bool open(MainWindow& window) const;
    /// Opens the clinic and presses Adapt and Start; true if a run has begun.
    bool startAdapting(MainWindow& window) const;

    Preferences& preferences() { return *m_preferences; }
    QString at(const QString& name) const { return m_folder.filePath(name); }
    QString images() const { return at(QStringLiteral("North")); }
    /// The file of the model that the clinic North uses; empty without one.
    QString modelInUse() const;
    /// The names of the model files in the folder of the clinic North, in use or not.
    QStringList clinicModels() const;
    /// A file in the folder of the clinic North, where its models stand.
    QString clinicFile(const char* name) const;

    /// To be set before the window is made: whether there is a model to enhance with.
    bool hasModel = true;
    std::shared_ptr<EnhancementRecord> enhancing = std::make_shared<EnhancementRecord>();
    std::shared_ptr<EnhancementRecord> exporting = std::make_shared<EnhancementRecord>();
    std::shared_ptr<QualityRecord> judging = std::make_shared<QualityRecord>();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Preferences> m_preferences;
};

} // namespace limpid
