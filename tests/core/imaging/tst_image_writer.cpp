// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/image_writer.h"

#include "imaging/image_reader.h"
#include "made_files.h"

#include <opencv2/core.hpp>

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/resource.h>

using namespace limpid;
using namespace Qt::StringLiterals;

namespace {

std::filesystem::path pathOf(const QString& path) {
    return path.toStdString();
}

Image imageOf(const cv::Mat& pixels) {
    Image image;
    image.pixels = pixels;
    return image;
}

cv::Mat noise(int type) {
    cv::Mat pixels(37, 53, type);
    cv::theRNG().state = 12345;
    cv::randu(pixels, 0, CV_MAT_DEPTH(type) == CV_16U ? 65536 : 256);
    return pixels;
}

QStringList everythingIn(const QString& folder) {
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

void expectError(const Result<void>& result, ErrorCode code) {
    QVERIFY(!result.has_value());
    QCOMPARE(codeName(result.error().code), codeName(code));
}

} // namespace

class TestImageWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void losslessFormatsGiveEveryPixelBack_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("type");
        for (const auto* extension : {".png", ".tif", ".TIFF"}) {
            for (const int type : {CV_8UC1, CV_8UC3, CV_16UC1, CV_16UC3})
                QTest::addRow("%s type %d", extension, type) << u"眼底 №1 ö"_s + QLatin1StringView(extension) << type;
        }
    }
    void losslessFormatsGiveEveryPixelBack() {
        QFETCH(QString, name);
        QFETCH(int, type);
        const QTemporaryDir folder;
        const auto path = pathOf(folder.filePath(name));
        const auto pixels = noise(type);
        QVERIFY(writeImage(imageOf(pixels), path).has_value());
        const auto back = readImage(path);
        QVERIFY(back.has_value());
        QCOMPARE(back->pixels.type(), type);
        QCOMPARE(cv::norm(back->pixels, pixels, cv::NORM_INF), 0.0);
        QCOMPARE(back->origin.exifOrientation, 1);
        QVERIFY(!back->origin.convertedFromProfile);
        QVERIFY(back->origin.warnings.empty());
        QCOMPARE(everythingIn(folder.path()), QStringList{name});
    }

    void jpegComesCloseAndKeepsTheOrderOfTheColours() {
        const QTemporaryDir folder;
        const auto path = pathOf(folder.filePath(u"a.jpg"_s));
        QVERIFY(writeImage(imageOf(made::corners()), path, {.overwrite = false, .jpegQuality = 100}).has_value());
        const auto back = readImage(path);
        QVERIFY(back.has_value());
        QCOMPARE(back->origin.format, std::string("JPEG"));
        QVERIFY(cv::norm(back->pixels.at<cv::Vec3b>(4, 4), cv::Vec3b(200, 16, 32), cv::NORM_INF) <= 3);
    }

    void jpegRounds16BitToThe8Nearest() {
        const QTemporaryDir folder;
        const auto path = pathOf(folder.filePath(u"a.jpg"_s));
        // 100 * 257 + 128 rounds down and 100 * 257 + 129 up; a flat image survives JPEG exactly.
        for (const auto& [value, expected] :
             {std::pair{25700 + 128, 100}, std::pair{25700 + 129, 101}, std::pair{65535, 255}, std::pair{0, 0}}) {
            const cv::Mat flat(32, 32, CV_16UC1, cv::Scalar(value));
            QVERIFY(writeImage(imageOf(flat), path, {.overwrite = true, .jpegQuality = 100}).has_value());
            const auto back = readImage(path);
            QVERIFY(back.has_value());
            QCOMPARE(back->bitDepth(), 8);
            QCOMPARE(int(back->pixels.at<uchar>(7, 7)), expected);
        }
    }

    void jpegQualityMatters() {
        const QTemporaryDir folder;
        const auto fine = folder.filePath(u"fine.jpg"_s);
        const auto coarse = folder.filePath(u"coarse.jpg"_s);
        QVERIFY(writeImage(imageOf(noise(CV_8UC3)), pathOf(fine)).has_value());
        QVERIFY(
            writeImage(imageOf(noise(CV_8UC3)), pathOf(coarse), {.overwrite = false, .jpegQuality = 20}).has_value());
        QVERIFY(QFileInfo(coarse).size() * 2 < QFileInfo(fine).size());
    }

    void nothingIsOverwrittenUnlessAsked() {
        const QTemporaryDir folder;
        const auto path = made::write(folder.filePath(u"a.png"_s), "precious");
        expectError(writeImage(imageOf(noise(CV_8UC3)), path), ErrorCode::OutputExists);
        QFile file(folder.filePath(u"a.png"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("precious"));
        QVERIFY(writeImage(imageOf(noise(CV_8UC3)), path, {.overwrite = true}).has_value());
        QVERIFY(readImage(path).has_value());
        QCOMPARE(everythingIn(folder.path()), QStringList{u"a.png"_s});
    }

    void otherExtensionsAreRefused() {
        const QTemporaryDir folder;
        for (const auto& name : {u"a.gif"_s, u"a"_s, u"a.png.exe"_s, u"a.webp"_s})
            expectError(writeImage(imageOf(noise(CV_8UC3)), pathOf(folder.filePath(name))),
                        ErrorCode::UnsupportedFormat);
        QCOMPARE(everythingIn(folder.path()), QStringList());
    }

    void whatIsNoImageIsRefused() {
        const QTemporaryDir folder;
        const auto path = pathOf(folder.filePath(u"a.png"_s));
        expectError(writeImage(imageOf(cv::Mat()), path), ErrorCode::InvalidArgument);
        expectError(writeImage(imageOf(cv::Mat(9, 9, CV_32FC3)), path), ErrorCode::InvalidArgument);
        expectError(writeImage(imageOf(cv::Mat(9, 9, CV_8UC4)), path), ErrorCode::InvalidArgument);
        QCOMPARE(everythingIn(folder.path()), QStringList());
    }

    void aMissingFolderIsNamed() {
        const QTemporaryDir folder;
        expectError(writeImage(imageOf(noise(CV_8UC3)), pathOf(folder.filePath(u"no/a.png"_s))),
                    ErrorCode::FolderNotFound);
    }

    void aFullDiskLeavesNothingBehind() {
        const QTemporaryDir folder;
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit tight{2048, before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
        const auto result = writeImage(imageOf(noise(CV_16UC3)), pathOf(folder.filePath(u"a.tif"_s)));
        setrlimit(RLIMIT_FSIZE, &before);
        expectError(result, ErrorCode::DiskFull);
        QCOMPARE(everythingIn(folder.path()), QStringList());
    }

    void theImageGivenIsNotChanged() {
        const QTemporaryDir folder;
        for (const int type : {CV_8UC1, CV_8UC3, CV_16UC1, CV_16UC3}) {
            const auto pixels = noise(type);
            const auto image = imageOf(pixels.clone());
            for (const auto& name : {u"a.jpg"_s, u"a.png"_s, u"a.tif"_s}) {
                QVERIFY(writeImage(image, pathOf(folder.filePath(name)), {.overwrite = true}).has_value());
                QCOMPARE(cv::norm(image.pixels, pixels, cv::NORM_INF), 0.0);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestImageWriter)
#include "tst_image_writer.moc"
