// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/image_reader.h"

#include "made_files.h"

#include <opencv2/core.hpp>

#include <QTemporaryDir>
#include <QtTest>

#include <unistd.h>

using namespace limpid;
using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

/// What readImage() refuses, and with which reason.
class TestImageReaderRefusals : public QObject {
    Q_OBJECT

    /// Reads the bytes as a file of the given name.
    static Result<Image> read(const QByteArray& bytes, const QString& name = u"any.jpg"_s,
                              const ReadLimits& limits = {}) {
        const QTemporaryDir folder;
        return readImage(made::write(folder.filePath(name), bytes), limits);
    }

    static void expectError(const Result<Image>& result, ErrorCode code) {
        QVERIFY(!result.has_value());
        QCOMPARE(codeName(result.error().code), codeName(code));
        QVERIFY(!englishSentence(result.error()).empty());
        QVERIFY(englishSentence(result.error()).find("(unknown)") == std::string::npos);
    }

private Q_SLOTS:
    void aTruncatedFileIsRefusedWithASentence_data() {
        QTest::addColumn<QByteArray>("bytes");
        cv::Mat noise(64, 64, CV_8UC3);
        cv::theRNG().state = 7;
        cv::randu(noise, 0, 256);
        QTest::newRow("JPEG") << made::encoded(".jpg", noise);
        QTest::newRow("JPEG progressive") << made::encoded(".jpg", noise, {cv::IMWRITE_JPEG_PROGRESSIVE, 1});
        // A thumbnail with its own end inside the EXIF block must not pass for the end of the picture.
        const auto thumbnail =
            made::jpegSegment(0xE1, made::text("Exif\0\0"sv) + made::encoded(".jpg", made::corners()));
        QTest::newRow("JPEG with thumbnail") << made::jpegWith(made::encoded(".jpg", noise), thumbnail);
        QTest::newRow("PNG") << made::encoded(".png", noise);
        QTest::newRow("TIFF") << made::tiff(noise, {});
        QTest::newRow("BMP") << made::encoded(".bmp", noise);
        QTest::newRow("PPM") << made::encoded(".ppm", noise);
        QTest::newRow("WebP") << made::encoded(".webp", noise, {cv::IMWRITE_WEBP_QUALITY, 90});
    }
    void aTruncatedFileIsRefusedWithASentence() {
        QFETCH(QByteArray, bytes);
        QVERIFY(read(bytes).has_value());
        for (const double share : {0.999, 0.9, 0.5, 0.2}) {
            const auto cut = read(bytes.left(static_cast<qsizetype>(share * static_cast<double>(bytes.size()))));
            expectError(cut, ErrorCode::ImageTruncated);
        }
        expectError(read(bytes.chopped(1)), ErrorCode::ImageTruncated);
    }

    void noPrefixOfAFileIsTakenForAnImage_data() { aTruncatedFileIsRefusedWithASentence_data(); }
    void noPrefixOfAFileIsTakenForAnImage() {
        QFETCH(QByteArray, bytes);
        const qsizetype step = std::max<qsizetype>(1, bytes.size() / 60);
        for (qsizetype length = 0; length < bytes.size(); length += length < 40 ? 1 : step)
            QVERIFY2(!read(bytes.left(length)).has_value(), qPrintable(QString::number(length)));
    }

    void randomDamageNeverCrashes_data() { aTruncatedFileIsRefusedWithASentence_data(); }
    void randomDamageNeverCrashes() {
        QFETCH(QByteArray, bytes);
        cv::RNG random(99);
        for (int round = 0; round < 40; ++round) {
            auto damaged = bytes;
            const auto reach =
                round % 2 == 0 ? std::min<int>(200, static_cast<int>(bytes.size())) : static_cast<int>(bytes.size());
            for (int i = 0; i < 4; ++i)
                damaged[random.uniform(2, reach)] = static_cast<char>(random.uniform(0, 256));
            // Small limits, so that a size made up by the damage costs no memory.
            const auto image = read(damaged, u"a"_s, {.megapixels = 1, .smallestSide = 1});
            if (image)
                QVERIFY(image->width() > 0 && image->height() > 0 && image->width() * image->height() <= 1000000);
            else
                QVERIFY(!englishSentence(image.error()).empty());
        }
    }

    void damagedCompressedDataIsRefused() {
        cv::Mat noise(64, 64, CV_8UC3);
        cv::randu(noise, 0, 256);
        auto png = made::encoded(".png", noise);
        png[png.size() / 2] = static_cast<char>(png[png.size() / 2] ^ 0x55);
        expectError(read(png), ErrorCode::ImageDamaged);
    }

    void aHeaderBombIsRefusedFromItsHeader_data() {
        QTest::addColumn<QByteArray>("bytes");
        auto jpeg = made::encoded(".jpg", made::corners());
        const auto frame = jpeg.indexOf(made::text("\xFF\xC0"sv));
        jpeg.replace(frame + 5, 4, made::number(30000, 2, true) + made::number(30000, 2, true));
        QTest::newRow("JPEG") << jpeg;
        QTest::newRow("PNG") << made::pngBomb(30000, 30000);
        QTest::newRow("PNG, sizes beyond 32 bit arithmetic") << made::pngBomb(0x7FFFFFFF, 0x7FFFFFFF);
        auto tiff = made::tiff(made::corners(), {});
        const auto width = tiff.indexOf(made::number(256, 2, false) + made::number(3, 2, false));
        tiff.replace(width + 8, 2, made::number(30000, 2, false)).replace(width + 20, 2, made::number(30000, 2, false));
        QTest::newRow("TIFF") << tiff;
        auto bmp = made::encoded(".bmp", made::corners());
        bmp.replace(18, 8, made::number(30000, 4, false) + made::number(30000, 4, false));
        QTest::newRow("BMP") << bmp;
        QTest::newRow("PPM") << QByteArray("P6 30000 30000 255\nxxxx");
        QTest::newRow("WebP") << made::webpWith(made::encoded(".webp", made::corners()), 16000, 30000, 0, "EXIF", "x");
    }
    void aHeaderBombIsRefusedFromItsHeader() {
        QFETCH(QByteArray, bytes);
        const auto image = read(bytes);
        expectError(image, ErrorCode::ImageTooLarge);
        QCOMPARE(image.error().arguments.size(), std::size_t{4});
        QCOMPARE(image.error().arguments[3], std::string("400"));
    }

    void theLimitsAreTheCallers() {
        const auto png = made::encoded(".png", made::corners());
        QVERIFY(read(png, u"a"_s, {.megapixels = 0.00096, .smallestSide = 24}).has_value());
        expectError(read(png, u"a"_s, {.megapixels = 0.00095, .smallestSide = 24}), ErrorCode::ImageTooLarge);
        expectError(read(png, u"a"_s, {.megapixels = 1, .smallestSide = 25}), ErrorCode::ImageTooSmall);
    }

    void tinyAndStripImagesAreTooSmall() {
        expectError(read(made::encoded(".png", cv::Mat(1, 1, CV_8UC3, cv::Scalar(1, 2, 3)))), ErrorCode::ImageTooSmall);
        expectError(read(made::encoded(".png", cv::Mat(10000, 1, CV_8UC1, cv::Scalar(9)))), ErrorCode::ImageTooSmall);
        const auto strip = read(made::encoded(".png", cv::Mat(1, 10000, CV_8UC1, cv::Scalar(9))));
        expectError(strip, ErrorCode::ImageTooSmall);
        QCOMPARE(strip.error().arguments[1], std::string("10000"));
        QCOMPARE(strip.error().arguments[2], std::string("1"));
    }

    void whatIsNoImageIsNamedAsSuch_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        const auto none = static_cast<int>(ErrorCode::NotAnImage);
        const auto unsupported = static_cast<int>(ErrorCode::UnsupportedFormat);
        QTest::newRow("0 bytes") << QByteArray() << static_cast<int>(ErrorCode::FileEmpty);
        QTest::newRow("text") << QByteArray("Dear colleague, here are the photographs.") << none;
        QTest::newRow("text that begins like BMP")
            << QByteArray("BMW and other makes of cars, a list of them all") << none;
        QTest::newRow("text that begins like PNM") << QByteArray("P5 is the name of this patient") << none;
        QTest::newRow("one byte") << QByteArray("x") << none;
        QTest::newRow("JPEG without a picture") << made::text("\xFF\xD8\xFF\xD9"sv) << none;
        QTest::newRow("GIF") << QByteArray("GIF89a and so on") << unsupported;
        QTest::newRow("DICOM") << QByteArray(128, '\0') + "DICM" << unsupported;
        QTest::newRow("PDF") << QByteArray("%PDF-1.7") << unsupported;
        made::TiffTags planes;
        planes.planar = 2;
        QTest::newRow("16-bit TIFF in planes") << made::tiff(made::corners(CV_16UC3), planes) << unsupported;
        made::TiffTags reals;
        reals.sampleFormat = 3;
        QTest::newRow("floating point TIFF") << made::tiff(made::corners(CV_16UC3), reals) << unsupported;
    }
    void whatIsNoImageIsNamedAsSuch() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        expectError(read(bytes), static_cast<ErrorCode>(code));
    }

    void whatIsNoFileIsNamedAsSuch() {
        const QTemporaryDir folder;
        expectError(readImage(folder.filePath(u"missing.jpg"_s).toStdString()), ErrorCode::FileNotFound);
        expectError(readImage(folder.path().toStdString()), ErrorCode::NotAnImage);
    }

    void aLockedFileIsAQuestionOfRights() {
        if (geteuid() == 0)
            QSKIP("The superuser may open every file.");
        const QTemporaryDir folder;
        const auto name = folder.filePath(u"locked.png"_s);
        const auto path = made::write(name, made::encoded(".png", made::corners()));
        QVERIFY(QFile::setPermissions(name, {}));
        expectError(readImage(path), ErrorCode::PermissionDenied);
    }
};

QTEST_APPLESS_MAIN(TestImageReaderRefusals)
#include "tst_image_reader_refusals.moc"
