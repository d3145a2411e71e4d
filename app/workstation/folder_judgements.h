// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "background_judge.h"
#include "browser/image_list_model.h"
#include "compare/degradation_finding.h"
#include "folder_records.h"
#include "guard/guard_record.h"
#include "picker/pseudo_label_record.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace limpid {

class OpenedFolder;

/// Fills in what is known of the open folder's images beside their pictures: quality, gain, modality, and the picker's
/// decisions; and says why the image that is looked at is poor. Originals are judged in the background, that one and
/// those on screen first; results are kept on disk. Window's thread only; it reads and writes nothing there.
class FolderJudgements : public QObject {
    Q_OBJECT

public:
    using Read = std::function<Result<Image>(const std::filesystem::path&)>; ///< As EnhanceController::Read.

    /// `engine` may be null: then only decisions are filled in. `folder` must outlive the object.
    FolderJudgements(std::shared_ptr<QualityEngine> engine, OpenedFolder& folder, QObject* parent = nullptr);
    FolderJudgements(std::shared_ptr<QualityEngine> engine, OpenedFolder& folder, Read read, QObject* parent = nullptr);
    /// Writes what was found out.
    ~FolderJudgements() override;

    /// As BackgroundJudge::setMayWork().
    void setMayWork(BackgroundJudge::MayWork mayWork) { m_judge.setMayWork(std::move(mayWork)); }
    /// The image that is looked at, -1 for none. It is judged before all others; degradationChanged() says what is
    /// known of it at once, and whenever more is.
    void setCurrent(int row);
    /// These rows are judged before all others but the current one, in this order.
    void setUrgent(const QList<int>& rows);
    /// The model that the gain speaks of.
    void setModel(const std::filesystem::path& model);
    /// An image was enhanced: how much did its quality gain?
    void noteEnhanced(int row, const std::filesystem::path& model, const Image& original, const Image& enhanced);
    /// Whose result a guard chose where the image was enhanced with the model that the gain speaks of.
    void noteShown(int row, GuardChoice choice);
    /// Whose results a guard chose after a run whose model, `model`, is used from now on. The run's folder need not be
    /// open yet.
    void noteGuarded(const GuardedRun& run, const std::filesystem::path& model);
    /// A run begins on this folder: noteDecisions() speaks of its images from now on.
    void beginRun(const std::filesystem::path& folder);
    /// What the picker, or a person, decided about the pseudo-labels of the run's folder, which need not be open yet.
    void noteDecisions(const std::vector<PseudoLabelRecord>& labels);
    /// Why the current image is poor, as far as it is known.
    DegradationFinding currentDegradation() const;

Q_SIGNALS:
    /// currentDegradation() may say something else now.
    void degradationChanged();

private:
    struct Enhanced {
        int row = -1;
        std::filesystem::path model;
        Image original;
        Image image;
    };
    /// About a pseudo-label.
    struct Decision {
        PickerVerdict verdict = PickerVerdict::Unknown;
        bool byHand = false;
    };
    struct Kept {
        QString judge;
        QByteArray json;
    };
    void openFolder();
    void takeKept(const Kept& kept);
    void addRows(int first, int last);
    std::optional<BackgroundJudge::Task> nextTask();
    BackgroundJudge::Task originalTask(int row, std::function<Result<Image>()> image);
    BackgroundJudge::Task enhancedTask(const Enhanced& enhanced);
    BackgroundJudge::Task readTask(int row);
    bool wantsOriginal(int row) const;
    void takeOriginal(int row, const BackgroundJudge::Opinion& opinion);
    void noteFailure(int row, const Error& error);
    ImageRecord record(int row) const;
    void change(int row, const std::function<void(ImageRecord&)>& edit);
    ImageJudgement judgementOf(int row, const ImageRecord& record) const;
    void show(const QList<int>& rows);
    void showDecisions();
    void takeGuarded();
    void save();

    OpenedFolder& m_folder;
    ImageListModel& m_model;
    std::shared_ptr<QualityEngine> m_engine;
    Read m_read;
    std::filesystem::path m_path;
    FolderRecords m_records;
    QString m_judgeName; ///< Empty while it is not known: nothing is judged before.
    bool m_loaded = false;
    QHash<QString, int> m_rows;
    QHash<int, Error> m_failures; ///< Why what was tried has failed; it is not tried again.
    int m_current = -1;
    QList<int> m_urgent;
    int m_background = 0; ///< All rows before have been judged or tried.
    std::deque<Enhanced> m_enhanced;
    std::filesystem::path m_gainModel;
    GuardedRun m_guarded;                 ///< Of the run before.
    std::filesystem::path m_guardedModel; ///< What it made.
    QString m_modelName;                  ///< What tells the model's file from others; empty while unknown.
    std::filesystem::path m_runFolder;
    QHash<QString, Decision> m_decisions; ///< Of the run, by the image's name.
    QSet<int> m_changed;                  ///< To be shown together.
    QTimer m_showSoon;
    QTimer m_saveLater;
    QThreadPool m_files; ///< One thread, so that files are read and written in order.
    BackgroundJudge m_judge;
};

} // namespace limpid
