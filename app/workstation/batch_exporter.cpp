// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "batch_exporter.h"

#include "background_priority.h"
#include "error_sentence.h"
#include "imaging/image_folder.h"
#include "imaging/image_writer.h"
#include "paths.h"
#include "storage/sha256.h"
#include "task/atomic_file.h"
#include "task/utc_time.h"
#include "worker_guard.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <map>
#include <set>
#include <system_error>
#include <utility>

namespace limpid {

namespace fs = std::filesystem;

namespace {

struct FormatWords {
    const char* name;
    const char* extension;
};

FormatWords wordsOf(ExportFormat format) {
    switch (format) {
    case ExportFormat::Png:
        return {"PNG", ".png"};
    case ExportFormat::Tiff:
        return {"TIFF", ".tif"};
    case ExportFormat::Jpeg:
        return {"JPEG", ".jpg"};
    }
    return {"PNG", ".png"};
}

/// Some file systems take a.png and A.png for one file.
std::string folded(std::string name) {
    std::ranges::transform(name, name.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return name;
}

Image withEightBits(const Image& image) {
    Image reduced = image;
    reduced.pixels = cv::Mat();
    image.pixels.convertTo(reduced.pixels, CV_8U, 1.0 / 257.0); // 65535 / 255; convertTo rounds
    return reduced;
}

bool isTaken(const fs::path& path) {
    std::error_code ignored;
    return fs::symlink_status(path, ignored).type() != fs::file_type::not_found;
}

} // namespace

std::vector<fs::path> exportTargets(const std::vector<ExportJob>& jobs, const fs::path& folder, ExportFormat format) {
    const std::string extension = wordsOf(format).extension;
    const auto nameOf = [](const ExportJob& job) {
        const auto asked = fs::path(job.name).filename().string();
        return asked.empty() ? job.original.stem().string() : asked;
    };
    std::map<std::string, int> wanted;
    for (const auto& job : jobs)
        ++wanted[folded(nameOf(job))];

    std::set<std::string> taken;
    std::vector<fs::path> targets;
    targets.reserve(jobs.size());
    for (const auto& job : jobs) {
        auto name = nameOf(job);
        if (const auto own = job.original.extension().string(); wanted[folded(name)] > 1 && own.size() > 1)
            name += '_' + own.substr(1);
        auto free = name;
        for (int number = 2; !taken.insert(folded(free)).second; ++number)
            free = name + '_' + std::to_string(number);
        targets.push_back(folder / (free + extension));
    }
    return targets;
}

BatchExporter::BatchExporter(std::unique_ptr<ExportSource> source, Note note, QObject* parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_note(std::move(note)) {}

BatchExporter::~BatchExporter() = default;

Result<void> BatchExporter::checkFolder(const std::vector<ExportJob>& jobs, const fs::path& folder) {
    if (folder.empty())
        return fail(ErrorCode::InvalidArgument, {"The folder", "it has no name"});
    std::set<fs::path> inputs;
    for (const auto& job : jobs) {
        std::error_code ignored;
        const auto input = fs::absolute(job.original, ignored).parent_path();
        if (inputs.insert(input).second)
            inputs.insert(fs::weakly_canonical(input, ignored));
        if (fs::is_symlink(job.original, ignored)) // perhaps into the folder
            inputs.insert(fs::weakly_canonical(job.original, ignored).parent_path());
    }
    for (const auto& input : inputs) {
        if (auto distinct = requireDistinctFolders(input, folder); !distinct)
            return distinct;
    }
    std::error_code error;
    if (const auto status = fs::status(folder, error); fs::exists(status) && !fs::is_directory(status))
        return fail(ErrorCode::NotAFolder, {folder.string()});
    return {};
}

Result<void> BatchExporter::start(std::vector<ExportJob> jobs, const ExportOptions& options) {
    if (m_running)
        return fail(ErrorCode::InvalidArgument, {"The export", "another one is still running"});
    if (auto usable = checkFolder(jobs, toPath(options.folder)); !usable)
        return usable;
    m_running = true;
    m_thread =
        std::jthread([this, all = std::move(jobs), options](const std::stop_token& stop) { run(all, options, stop); });
    return {};
}

void BatchExporter::cancel() {
    m_thread.request_stop();
}

void BatchExporter::run(const std::vector<ExportJob>& jobs, const ExportOptions& options, const std::stop_token& stop) {
    computeInTheBackground();
    removeLeftovers(toPath(options.folder)); // what an earlier export was writing when the program was killed
    const auto targets = exportTargets(jobs, toPath(options.folder), options.format);
    const auto total = static_cast<int>(jobs.size());
    const auto report = [this, total](int done, const QString& name) {
        QMetaObject::invokeMethod(
            this, [this, total, done, name] { Q_EMIT progressed(done, total, name); }, Qt::QueuedConnection);
    };

    ExportOutcome outcome;
    bool full = false;
    int done = 0;
    for (; done < total && !full && !stop.stop_requested(); ++done) {
        const auto& job = jobs[static_cast<std::size_t>(done)];
        const auto name = toQString(job.original.filename());
        report(done, name);
        const auto written = guarded("exporting " + job.original.string(), [&] {
            return write(job, targets[static_cast<std::size_t>(done)], options, stop);
        });
        if (written) {
            ++outcome.written;
            continue;
        }
        if (written.error().code == ErrorCode::Cancelled)
            break;
        spdlog::warn("{} while exporting {}: {}", codeName(written.error().code), job.original.string(),
                     written.error().detail);
        outcome.failures.append({name, errorSentenceForRow(written.error())});
        full = written.error().code == ErrorCode::DiskFull;
    }
    outcome.notTried = total - done;
    outcome.cancelled = outcome.notTried > 0 && !full;
    report(done, {});
    QMetaObject::invokeMethod(
        this,
        [this, outcome] {
            m_running = false;
            Q_EMIT finished(outcome);
        },
        Qt::QueuedConnection);
}

Result<void> BatchExporter::write(const ExportJob& job, const fs::path& target, const ExportOptions& options,
                                  const std::stop_token& stop) {
    // Looked at before the work is done, which takes seconds; what counts is the check while writing.
    for (const auto& path : {target, sidecarPath(target)}) {
        if (!options.overwrite && isTaken(path))
            return fail(ErrorCode::OutputExists, {path.string()});
    }
    auto made = job.ready ? Result<ProducedImage>(*job.ready) : m_source->produce(job.original, stop);
    if (!made)
        return fail(std::move(made.error()));
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);

    auto& image = made->image;
    if (!options.nativeDepth && image.bitDepth() != 8)
        image = withEightBits(image);
    std::error_code error;
    fs::create_directories(target.parent_path(), error);
    if (error)
        return fail(ErrorCode::WriteFailed, {target.string()}, error.message());
    if (auto written = writeImage(image, target, {options.overwrite, options.jpegQuality}); !written)
        return written;

    const bool jpeg = options.format == ExportFormat::Jpeg;
    const WrittenImage record{target,         wordsOf(options.format).name, image.width(),
                              image.height(), jpeg ? 8 : image.bitDepth(),  jpeg ? options.jpegQuality : 0};
    auto recorded = writeSidecar(record, job.original, made->provenance, options.overwrite);
    if (!recorded) {
        // An image without its record, or with that of the image it has replaced, would be one that nobody can account
        // for.
        fs::remove(target, error);
        if (options.overwrite)
            fs::remove(sidecarPath(target), error);
        return recorded;
    }
    note(job, target, made->provenance);
    return {};
}

void BatchExporter::note(const ExportJob& job, const fs::path& written, const ImageProvenance& provenance) const {
    if (!m_note)
        return;
    EnhancedFile file;
    file.input = job.original.filename().string();
    file.inputSha256 = provenance.inputSha256;
    file.output = written.filename().string();
    file.modelSha256 = provenance.modelSha256;
    file.parameters = parametersJson(provenance);
    file.written = utcNow();
    file.program = "limpid " LIMPID_VERSION;
    file.device = provenance.device;
    auto sum = sha256OfFile(written);
    const auto noted = sum ? (file.outputSha256 = std::move(*sum), m_note(file)) : fail(std::move(sum.error()));
    if (!noted)
        spdlog::warn("{} while noting {}: {}", codeName(noted.error().code), written.string(),
                     englishSentence(noted.error()));
}

} // namespace limpid
