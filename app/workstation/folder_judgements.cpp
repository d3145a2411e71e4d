// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "folder_judgements.h"

#include "error_sentence.h"
#include "folder_notes.h"
#include "imaging/image_reader.h"
#include "opened_folder.h"
#include "paths.h"
#include "worker_guard.h"

#include <QCoreApplication>
#include <QFile>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <system_error>
#include <utility>

namespace limpid {

namespace fs = std::filesystem;

namespace {

constexpr int saveDelay = 5000; ///< Milliseconds after the first change.
constexpr int showDelay = 400;  ///< Likewise: a list sorted by quality is not to move at every single result.
/// Enhanced images that wait to be judged hold tens of megabytes each; whoever steps on quickly gets no gain.
constexpr std::size_t mostEnhancedWaiting = 2;

QString modelName(const fs::path& model) {
    std::error_code unknown;
    const auto written = fs::last_write_time(model, unknown).time_since_epoch().count();
    const auto bytes = fs::file_size(model, unknown);
    return unknown ? QString() : QStringLiteral("%1|%2|%3").arg(toQString(model)).arg(written).arg(bytes);
}

QString modalityWords(const QString& modality) {
    if (modality == QLatin1String("fundus"))
        return QCoreApplication::translate("limpid::FolderJudgements", "Fundus photograph");
    if (modality == QLatin1String("oct"))
        return QCoreApplication::translate("limpid::FolderJudgements", "OCT");
    if (modality == QLatin1String("ultrasound"))
        return QCoreApplication::translate("limpid::FolderJudgements", "Ultrasound");
    return QCoreApplication::translate("limpid::FolderJudgements", "Other image",
                                       "one that shows no field of view of a fundus camera");
}

qint64 timeOf(const ImageFile& file) {
    return file.date.isValid() ? file.date.toMSecsSinceEpoch() : 0;
}

} // namespace

FolderJudgements::FolderJudgements(std::shared_ptr<QualityEngine> engine, OpenedFolder& folder, QObject* parent)
    : FolderJudgements(
          std::move(engine), folder, [](const fs::path& path) { return readImage(path); }, parent) {}

FolderJudgements::FolderJudgements(std::shared_ptr<QualityEngine> engine, OpenedFolder& folder, Read read,
                                   QObject* parent)
    : QObject(parent)
    , m_folder(folder)
    , m_model(folder.model())
    , m_engine(std::move(engine))
    , m_read(std::move(read))
    , m_judge(m_engine, [this] { return nextTask(); }) {
    m_files.setMaxThreadCount(1);
    for (auto* timer : {&m_showSoon, &m_saveLater})
        timer->setSingleShot(true);
    m_showSoon.setInterval(showDelay);
    m_saveLater.setInterval(saveDelay);
    connect(&m_showSoon, &QTimer::timeout, this, [this] { show(std::exchange(m_changed, {}).values()); });
    connect(&m_saveLater, &QTimer::timeout, this, &FolderJudgements::save);
    connect(&m_folder, &OpenedFolder::opened, this, &FolderJudgements::openFolder);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { addRows(first, last); });
    // The rows mean other images from now on, and none until the folder has been opened.
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        if (m_saveLater.isActive())
            save();
        m_loaded = false;
        m_rows.clear();
        m_changed.clear();
        m_enhanced.clear();
        m_urgent.clear();
        m_failures.clear();
        m_background = 0;
        setCurrent(-1);
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last, const QList<int>& roles) {
                if (roles.contains(ImageListModel::ReasonRole) && first.row() <= m_current && m_current <= last.row())
                    Q_EMIT degradationChanged();
            });
    connect(&m_judge, &BackgroundJudge::heldUpChanged, this, &FolderJudgements::degradationChanged);
}

FolderJudgements::~FolderJudgements() {
    disconnect(&m_model, nullptr, this, nullptr);
    if (m_saveLater.isActive())
        save();
    m_files.waitForDone();
}

void FolderJudgements::setCurrent(int row) {
    m_current = row;
    Q_EMIT degradationChanged();
    m_judge.wake();
}

DegradationFinding FolderJudgements::currentDegradation() const {
    using State = DegradationFinding::State;
    if (m_current < 0 || m_current >= m_model.rowCount())
        return {};
    if (const auto& reason = m_model.row(m_current).reason; !reason.isEmpty())
        return {State::Failed, {}, reason};
    if (const auto failure = m_failures.constFind(m_current); failure != m_failures.cend()) {
        if (failure->code == ErrorCode::ModelNotFound)
            return {State::NoModel};
        return {State::Failed, {}, errorSentenceForRow(*failure)};
    }
    if (m_engine == nullptr || (m_loaded && m_judgeName.isEmpty()))
        return {State::NoModel};
    if (const auto known = m_loaded ? record(m_current) : ImageRecord(); known.inspected)
        return known.degradation ? DegradationFinding{State::Read, *known.degradation}
                                 : DegradationFinding{State::OtherImage};
    return {m_judge.isHeldUp() ? State::Waiting : State::Reading};
}

void FolderJudgements::setUrgent(const QList<int>& rows) {
    m_urgent = rows;
    m_judge.wake();
}

void FolderJudgements::setModel(const fs::path& model) {
    if (model == m_gainModel)
        return;
    m_gainModel = model;
    m_modelName.clear();
    m_files.start([this, model] {
        QMetaObject::invokeMethod(
            this,
            [this, model, name = modelName(model)] {
                if (model != m_gainModel)
                    return;
                m_modelName = name;
                show(m_rows.values());
            },
            Qt::QueuedConnection);
    });
}

void FolderJudgements::noteEnhanced(int row, const fs::path& model, const Image& original, const Image& enhanced) {
    if (m_engine == nullptr || row < 0 || row >= m_model.rowCount())
        return;
    if (model == m_gainModel && record(row).enhanced.contains(m_modelName))
        return;
    std::erase_if(m_enhanced, [&](const Enhanced& one) { return one.row == row && one.model == model; });
    m_enhanced.push_back({row, model, original, enhanced});
    if (m_enhanced.size() > mostEnhancedWaiting)
        m_enhanced.pop_front();
    m_judge.wake();
}

void FolderJudgements::beginRun(const std::filesystem::path& folder) {
    m_runFolder = folder;
    m_decisions.clear();
}

void FolderJudgements::noteDecisions(const std::vector<PseudoLabelRecord>& labels) {
    for (const auto& label : labels) {
        const auto verdict = label.isUsed() ? PickerVerdict::Accepted : PickerVerdict::Rejected;
        m_decisions.insert(label.name, {verdict, label.byHand != PickOverride::None});
    }
    showDecisions();
}

void FolderJudgements::showDecisions() {
    if (!m_loaded || m_runFolder.empty() || m_runFolder != m_folder.path())
        return;
    for (auto decision = m_decisions.cbegin(); decision != m_decisions.cend(); ++decision) {
        const auto row = m_rows.constFind(decision.key());
        if (row == m_rows.cend())
            continue;
        if (const auto& known = m_model.row(*row);
            known.decision == decision->verdict && known.byHand == decision->byHand)
            continue;
        change(*row, [&](ImageRecord& changed) {
            changed.decision = decision->verdict;
            changed.byHand = decision->byHand;
        });
    }
}

void FolderJudgements::openFolder() {
    m_judge.drop();
    m_path = m_folder.path();
    m_records = FolderRecords(m_folder.recordsFolder(), m_path);
    m_files.start([this, engine = m_engine, known = m_judgeName, path = m_path, file = m_records.file()] {
        Kept kept{known, {}};
        if (engine != nullptr && known.isEmpty()) {
            if (const auto name = guarded("reading the judge", [&] { return engine->identity(); }))
                kept.judge = QString::fromStdString(*name);
        }
        if (QFile records(toQString(file)); !file.empty() && records.open(QIODevice::ReadOnly))
            kept.json = records.readAll();
        QMetaObject::invokeMethod(
            this,
            [this, path, kept] {
                if (path == m_path)
                    takeKept(kept);
            },
            Qt::QueuedConnection);
    });
}

void FolderJudgements::takeKept(const Kept& kept) {
    m_judgeName = kept.judge;
    m_records.read(kept.json, m_judgeName);
    m_loaded = true;
    show(m_rows.values());
    showDecisions();
    Q_EMIT degradationChanged();
    m_judge.wake();
}

void FolderJudgements::addRows(int first, int last) {
    QList<int> added;
    for (int row = first; row <= last; ++row) {
        m_rows.insert(m_model.row(row).file.name, row);
        added.push_back(row);
    }
    if (m_loaded)
        show(added);
    showDecisions();
    m_judge.wake();
}

std::optional<BackgroundJudge::Task> FolderJudgements::nextTask() {
    if (!m_loaded || m_judgeName.isEmpty())
        return std::nullopt;
    if (wantsOriginal(m_current))
        return readTask(m_current);
    if (!m_enhanced.empty()) {
        const auto one = m_enhanced.front();
        if (wantsOriginal(one.row))
            return readTask(one.row);
        m_enhanced.pop_front();
        return enhancedTask(one);
    }
    for (const int row : m_urgent)
        if (wantsOriginal(row))
            return readTask(row);
    for (; m_background < m_model.rowCount(); ++m_background)
        if (wantsOriginal(m_background))
            return readTask(m_background);
    return std::nullopt;
}

BackgroundJudge::Task FolderJudgements::readTask(int row) {
    const auto atHand = std::ranges::find(m_enhanced, row, &Enhanced::row);
    if (atHand != m_enhanced.end())
        return originalTask(row, [image = atHand->original]() -> Result<Image> { return image; });
    return originalTask(
        row, [read = m_read, path = m_folder.images()[static_cast<std::size_t>(row)]] { return read(path); });
}

BackgroundJudge::Task FolderJudgements::originalTask(int row, std::function<Result<Image>()> image) {
    return {std::move(image), [this, row](const BackgroundJudge::Opinion& opinion) {
                takeOriginal(row, opinion);
            }};
}

void FolderJudgements::takeOriginal(int row, const BackgroundJudge::Opinion& opinion) {
    if (!opinion || opinion->degradationFailure)
        noteFailure(row, opinion ? *opinion->degradationFailure : opinion.error());
    if (opinion)
        change(row, [&](ImageRecord& changed) {
            changed.quality = opinion->shares;
            changed.modality = QString::fromStdString(opinion->modality);
            changed.inspected = !opinion->degradationFailure;
            changed.degradation = opinion->degradation;
        });
    if (row == m_current)
        Q_EMIT degradationChanged();
}

void FolderJudgements::noteFailure(int row, const Error& error) {
    m_failures.insert(row, error);
    if (!error.detail.empty()) // the sentence in the window says the rest
        spdlog::warn("{} while judging {}: {}", codeName(error.code), m_model.row(row).file.name.toStdString(),
                     error.detail);
}

BackgroundJudge::Task FolderJudgements::enhancedTask(const Enhanced& enhanced) {
    const auto name = std::make_shared<QString>();
    return {[name, model = enhanced.model, image = enhanced.image]() -> Result<Image> {
                *name = modelName(model);
                return image;
            },
            [this, name, row = enhanced.row](const BackgroundJudge::Opinion& opinion) {
                if (opinion && !name->isEmpty())
                    change(row, [&](ImageRecord& changed) { changed.enhanced.insert(*name, opinion->shares); });
            },
            JudgedImage::Enhanced};
}

bool FolderJudgements::wantsOriginal(int row) const {
    return row >= 0 && row < m_model.rowCount() && m_model.row(row).reason.isEmpty() && !m_failures.contains(row) &&
           (record(row).quality.label() == ImageQuality::Unknown || !record(row).inspected);
}

ImageRecord FolderJudgements::record(int row) const {
    const auto& file = m_model.row(row).file;
    return m_records.record(file.name, timeOf(file), file.bytes);
}

void FolderJudgements::change(int row, const std::function<void(ImageRecord&)>& edit) {
    auto changed = record(row);
    edit(changed);
    m_records.setRecord(m_model.row(row).file.name, changed);
    m_changed.insert(row);
    if (!m_showSoon.isActive())
        m_showSoon.start();
    if (!m_saveLater.isActive())
        m_saveLater.start();
}

ImageJudgement FolderJudgements::judgementOf(int row, const ImageRecord& record) const {
    return {row,
            record.quality,
            m_modelName.isEmpty() ? QualityShares() : record.enhanced.value(m_modelName),
            record.quality.label() == ImageQuality::Unknown ? QString() : modalityWords(record.modality),
            record.decision,
            record.byHand};
}

void FolderJudgements::show(const QList<int>& rows) {
    QList<ImageJudgement> judgements;
    for (const int row : rows)
        judgements.push_back(judgementOf(row, record(row)));
    m_model.setJudgements(judgements);
}

void FolderJudgements::save() {
    m_saveLater.stop();
    if (m_records.file().empty())
        return;
    // They can be found out again, so a failure is not worth a sentence.
    m_files.start([records = m_records, judge = m_judgeName] {
        static_cast<void>(guarded("writing " + records.file().string(),
                                  [&] { return writeNotes(records.file(), records.toJson(judge)); }));
    });
}

} // namespace limpid
