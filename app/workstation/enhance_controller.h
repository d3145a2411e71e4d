// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/image_pyramid.h"
#include "enhancement_engine.h"
#include "reading_threads.h"

#include <QImage>
#include <QObject>

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace limpid {

/// An enhanced image, ready to be shown and to be exported.
struct EnhancedPicture {
    ImagePyramid shown;
    QImage structure; ///< Vessel probability, one channel; null where the engine draws none.
    QString note;
    std::optional<GuardVerdict> verdict; ///< As EnhancedImage::verdict.
    double seconds = 0.0;
    Image original; ///< As it was read, and as it was enhanced; for judging.
    Image enhanced;
};

/// Reads the image a person looks at in one thread and enhances it in another. The latest request wins: the one before
/// is cancelled and never reported. Signals come in the thread that owns the object.
class EnhanceController : public QObject {
    Q_OBJECT

public:
    /// As readImage(); called in a thread, and perhaps at the end still: it owns or shares all it touches.
    using Read = std::function<Result<Image>(const std::filesystem::path&)>;

    explicit EnhanceController(std::unique_ptr<EnhancementEngine> engine, QObject* parent = nullptr);
    EnhanceController(std::unique_ptr<EnhancementEngine> engine, Read read, QObject* parent = nullptr);
    /// Cancels what is being enhanced and waits for it; does not wait for a file system that hangs.
    ~EnhanceController() override;

    /// Reads `image`, and enhances it with every model, in their order.
    void request(const std::filesystem::path& image, const std::vector<std::filesystem::path>& models);
    void cancel();
    /// Whether a request is under way.
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void deviceKnown(const QString& words);
    void originalRead(const limpid::ImagePyramid& image);
    /// `which` counts the models of the request.
    void enhanced(int which, const EnhancedPicture& picture);
    void readFailed(const QString& sentence);
    void enhanceFailed(const QString& sentence);

private:
    /// An image as it was read, and as the screen shows it.
    struct Original {
        Image image;
        ImagePyramid shown;
    };
    struct Job {
        std::uint64_t ticket = 0;
        Image original;
        std::vector<std::filesystem::path> models;
    };
    static Result<Original> readOriginal(const Read& read, const std::filesystem::path& path);
    void takeOriginal(std::uint64_t ticket, const Result<Original>& original,
                      const std::vector<std::filesystem::path>& models);
    void dropJob();
    void run(const std::stop_token& quit);
    bool hasRequest();
    void work(const Job& job, const std::stop_token& cancelled);
    /// False where nothing more is to be made for the job.
    bool enhance(const Job& job, std::size_t which, const std::stop_token& cancelled);
    void tellDevice();
    /// Calls `report` in the owner's thread, unless a newer request has come meanwhile.
    template <typename Report>
    void post(std::uint64_t ticket, Report report);

    std::unique_ptr<EnhancementEngine> m_engine;
    Read m_read;
    std::uint64_t m_latest = 0; ///< Owner's thread only.
    bool m_busy = false;        ///< Owner's thread only.
    bool m_deviceTold = false;  ///< Worker only.

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Job> m_next;
    std::stop_source m_current;
    ReadingThreads m_reading;
    std::jthread m_thread; ///< Last, so that everything it uses outlives it.
};

} // namespace limpid
