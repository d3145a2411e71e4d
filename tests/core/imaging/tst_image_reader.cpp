// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/image_reader.h"

#include "made_files.h"
#include "made_profiles.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

using namespace limpid;
using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace {

/// The colour in the middle of a quarter of the picture.
cv::Vec3i colourAt(const cv::Mat& pixels, double x, double y) {
    const int column = static_cast<int>(x * pixels.cols);
    const int row = static_cast<int>(y * pixels.rows);
    cv::Mat wide;
    pixels(cv::Rect(column, row, 1, 1)).convertTo(wide, CV_32S);
    return pixels.channels() == 1 ? cv::Vec3i::all(wide.at<int>(0, 0)) : wide.at<cv::Vec3i>(0, 0);
}

/// The corners of made::corners() by number: 0 left above, 1 right above, 2 left below, 3 right below.
int cornerWith(const cv::Vec3i& colour) {
    const std::array<cv::Vec3i, 4> corners{{{200, 16, 32}, {24, 184, 40}, {64, 48, 216}, {240, 232, 120}}};
    for (int i = 0; i < 4; ++i) {
        if (cv::norm(corners[static_cast<std::size_t>(i)], colour, cv::NORM_INF) <= 8)
            return i;
    }
    return -1;
}

double furthest(const cv::Mat& left, const cv::Mat& right) {
    return cv::norm(left, right, cv::NORM_INF);
}

/// The same in the middle of the quarters only: lossy formats smear colours across the edges between them.
double furthestInQuarters(const cv::Mat& left, const cv::Mat& right) {
    double most = 0.0;
    for (const double x : {0.25, 0.75}) {
        for (const double y : {0.25, 0.75})
            most = std::max(most, cv::norm(colourAt(left, x, y), colourAt(right, x, y), cv::NORM_INF));
    }
    return most;
}

} // namespace

class TestImageReader : public QObject {
    Q_OBJECT

    /// Reads the bytes as a file of the given name.
    static Result<Image> read(const QByteArray& bytes, const QString& name = u"any.jpg"_s,
                              const ReadLimits& limits = {}) {
        const QTemporaryDir folder;
        return readImage(made::write(folder.filePath(name), bytes), limits);
    }

private Q_SLOTS:
    void everyFormatIsKnownByItsContent_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("tolerance");
        const auto rgb8 = made::corners();
        const auto grey8 = made::corners(CV_8UC1);
        const auto rgb16 = made::corners(CV_16UC3);
        const auto grey16 = made::corners(CV_16UC1);
        QTest::newRow("JPEG") << made::encoded(".jpg", rgb8, {cv::IMWRITE_JPEG_QUALITY, 100}) << u"JPEG"_s << CV_8UC3
                              << 3;
        QTest::newRow("JPEG progressive") << made::encoded(".jpg", rgb8,
                                                           {cv::IMWRITE_JPEG_QUALITY, 100, cv::IMWRITE_JPEG_PROGRESSIVE,
                                                            1, cv::IMWRITE_JPEG_RST_INTERVAL, 2})
                                          << u"JPEG"_s << CV_8UC3 << 3;
        QTest::newRow("JPEG grey") << made::encoded(".jpg", grey8, {cv::IMWRITE_JPEG_QUALITY, 100}) << u"JPEG"_s
                                   << CV_8UC1 << 1;
        QTest::newRow("PNG") << made::encoded(".png", rgb8) << u"PNG"_s << CV_8UC3 << 0;
        QTest::newRow("PNG grey") << made::encoded(".png", grey8) << u"PNG"_s << CV_8UC1 << 0;
        QTest::newRow("PNG 16") << made::encoded(".png", rgb16) << u"PNG"_s << CV_16UC3 << 0;
        QTest::newRow("PNG 16 grey") << made::encoded(".png", grey16) << u"PNG"_s << CV_16UC1 << 0;
        QTest::newRow("TIFF") << made::encoded(".tif", rgb8) << u"TIFF"_s << CV_8UC3 << 0;
        QTest::newRow("TIFF grey") << made::encoded(".tif", grey8) << u"TIFF"_s << CV_8UC1 << 0;
        QTest::newRow("TIFF 16") << made::encoded(".tif", rgb16) << u"TIFF"_s << CV_16UC3 << 0;
        QTest::newRow("TIFF 16 grey") << made::encoded(".tif", grey16) << u"TIFF"_s << CV_16UC1 << 0;
        made::TiffTags big;
        big.bigEndian = true;
        QTest::newRow("TIFF 16 big endian") << made::tiff(rgb16, big) << u"TIFF"_s << CV_16UC3 << 0;
        QTest::newRow("BMP") << made::encoded(".bmp", rgb8) << u"BMP"_s << CV_8UC3 << 0;
        QTest::newRow("BMP grey") << made::encoded(".bmp", grey8) << u"BMP"_s << CV_8UC1 << 0;
        QTest::newRow("PPM") << made::encoded(".ppm", rgb8) << u"PNM"_s << CV_8UC3 << 0;
        QTest::newRow("PGM") << made::encoded(".pgm", grey8) << u"PNM"_s << CV_8UC1 << 0;
        QTest::newRow("PPM 16") << made::encoded(".ppm", rgb16) << u"PNM"_s << CV_16UC3 << 0;
        QTest::newRow("PPM text") << made::encoded(".ppm", rgb8, {cv::IMWRITE_PXM_BINARY, 0}).trimmed() << u"PNM"_s
                                  << CV_8UC3 << 0;
        QTest::newRow("WebP") << made::encoded(".webp", rgb8, {cv::IMWRITE_WEBP_QUALITY, 100}) << u"WebP"_s << CV_8UC3
                              << 12;
        QTest::newRow("WebP lossless") << made::encoded(".webp", rgb8, {cv::IMWRITE_WEBP_QUALITY, 101}) << u"WebP"_s
                                       << CV_8UC3 << 0;
    }
    void everyFormatIsKnownByItsContent() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, format);
        QFETCH(int, type);
        QFETCH(int, tolerance);
        // Whatever the name says, and with other data behind the picture too.
        for (const auto& name : {u"a.jpg"_s, u"a.png"_s, u"a"_s}) {
            for (const auto& behind : {QByteArray(), QByteArray(1000, 'x')}) {
                const auto image = read(bytes + behind, name);
                QVERIFY2(image.has_value(), image ? "" : image.error().detail.c_str());
                QCOMPARE(image->origin.format, format.toStdString());
                QCOMPARE(image->pixels.type(), type);
                const auto expected = made::corners(type);
                const auto difference =
                    tolerance == 0 ? furthest(image->pixels, expected) : furthestInQuarters(image->pixels, expected);
                QVERIFY2(difference <= tolerance, qPrintable(QString::number(difference)));
                QVERIFY(image->origin.warnings.empty());
                QVERIFY(!image->origin.convertedFromProfile && !image->origin.hadAlpha);
                QVERIFY(!image->origin.micrometresPerPixel);
            }
        }
    }

    void anyUtf8PathIsFine() {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"眼底 资料"_s));
        const auto path =
            made::write(folder.filePath(u"眼底 资料/病人 №1 ö.png"_s), made::encoded(".png", made::corners()));
        const auto image = readImage(path);
        QVERIFY(image.has_value());
        QCOMPARE(image->origin.path, path);
        QCOMPARE(image->width(), 40);
        QCOMPARE(image->height(), 24);
        QCOMPARE(image->channels(), 3);
        QCOMPARE(image->bitDepth(), 8);
    }

    void theOrientationIsAppliedExactlyOnce_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("orientation");
        const auto jpeg = made::encoded(".jpg", made::corners(), {cv::IMWRITE_JPEG_QUALITY, 100});
        const auto png = made::encoded(".png", made::corners());
        const auto webp = made::encoded(".webp", made::corners(), {cv::IMWRITE_WEBP_QUALITY, 101});
        cv::Mat transparent;
        cv::cvtColor(made::corners(), transparent, cv::COLOR_RGB2RGBA);
        for (int orientation = 1; orientation <= 8; ++orientation) {
            made::TiffTags tags;
            tags.orientation = orientation;
            const auto exif = made::pngChunk("eXIf", made::exifTiff(orientation, true));
            QTest::addRow("JPEG %d", orientation) << made::jpegWith(jpeg, made::jpegExif(orientation)) << orientation;
            QTest::addRow("JPEG big endian %d", orientation)
                << made::jpegWith(jpeg, made::jpegExif(orientation, true)) << orientation;
            QTest::addRow("PNG %d", orientation) << made::pngWith(png, exif) << orientation;
            QTest::addRow("PNG with alpha %d", orientation)
                << made::pngWith(made::encoded(".png", transparent), exif) << orientation;
            QTest::addRow("WebP %d", orientation)
                << made::webpWith(webp, 40, 24, 0x08, "EXIF", made::exifTiff(orientation, false)) << orientation;
            QTest::addRow("TIFF %d", orientation) << made::tiff(made::corners(), tags) << orientation;
            QTest::addRow("TIFF 16 %d", orientation) << made::tiff(made::corners(CV_16UC3), tags) << orientation;
            tags.bigEndian = true;
            QTest::addRow("TIFF big endian %d", orientation) << made::tiff(made::corners(), tags) << orientation;
        }
    }
    void theOrientationIsAppliedExactlyOnce() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, orientation);
        // EXIF 2.3, 4.6.4 A: which corner of the stored picture stands left above, right above, left below, right
        // below once it is upright.
        const std::array<std::array<int, 4>, 9> upright{{{},
                                                         {0, 1, 2, 3},
                                                         {1, 0, 3, 2},
                                                         {3, 2, 1, 0},
                                                         {2, 3, 0, 1},
                                                         {0, 2, 1, 3},
                                                         {2, 0, 3, 1},
                                                         {3, 1, 2, 0},
                                                         {1, 3, 0, 2}}};
        const auto image = read(bytes);
        QVERIFY2(image.has_value(), image ? "" : image.error().detail.c_str());
        QCOMPARE(image->origin.exifOrientation, orientation);
        QCOMPARE(image->width(), orientation >= 5 ? 24 : 40);
        const int scale = image->bitDepth() == 16 ? 257 : 1;
        int corner = 0;
        for (const double y : {0.25, 0.75}) {
            for (const double x : {0.25, 0.75})
                QCOMPARE(cornerWith(colourAt(image->pixels, x, y) / scale),
                         upright[static_cast<std::size_t>(orientation)][static_cast<std::size_t>(corner++)]);
        }
    }

    void aJpegIsReducedWhileItStaysLargeEnough_data() {
        QTest::addColumn<int>("least");
        QTest::addColumn<QSize>("size");
        QTest::newRow("whole") << 0 << QSize(401, 243);
        QTest::newRow("too large to reduce") << 201 << QSize(401, 243);
        QTest::newRow("half") << 200 << QSize(201, 122);
        QTest::newRow("quarter") << 100 << QSize(101, 61);
        QTest::newRow("eighth") << 50 << QSize(51, 31);
        QTest::newRow("no further") << 10 << QSize(51, 31);
    }
    void aJpegIsReducedWhileItStaysLargeEnough() {
        QFETCH(int, least);
        QFETCH(QSize, size);
        const QTemporaryDir folder;
        cv::Mat large;
        cv::resize(made::corners(), large, {401, 243}, 0, 0, cv::INTER_NEAREST);
        const auto path =
            made::write(folder.filePath(u"large.jpg"_s), made::encoded(".jpg", large, {cv::IMWRITE_JPEG_QUALITY, 100}));
        const auto image = readReducedImage(path, least);
        QVERIFY2(image.has_value(), image ? "" : image.error().detail.c_str());
        QCOMPARE(QSize(image->width(), image->height()), size);
        QCOMPARE(cornerWith(colourAt(image->pixels, 0.25, 0.25)), 0);
        QCOMPARE(cornerWith(colourAt(image->pixels, 0.75, 0.75)), 3);
        const auto png = made::write(folder.filePath(u"large.png"_s), made::encoded(".png", large));
        QCOMPARE(readReducedImage(png, least)->width(), 401);
    }

    void aReducedJpegIsUprightAndInSrgb() {
        const QTemporaryDir folder;
        cv::Mat large;
        cv::resize(made::corners(), large, {400, 240}, 0, 0, cv::INTER_NEAREST);
        const auto jpeg = made::encoded(".jpg", large, {cv::IMWRITE_JPEG_QUALITY, 100});
        const auto turned = made::write(folder.filePath(u"turned.jpg"_s), made::jpegWith(jpeg, made::jpegExif(6)));
        const auto upright = readReducedImage(turned, 100);
        QVERIFY(upright.has_value());
        QCOMPARE(QSize(upright->width(), upright->height()), QSize(60, 100));
        QCOMPARE(cornerWith(colourAt(upright->pixels, 0.25, 0.25)), 2);
        QCOMPARE(cornerWith(colourAt(upright->pixels, 0.75, 0.25)), 0);
        const auto profiled = made::write(folder.filePath(u"profiled.jpg"_s),
                                          made::jpegWith(jpeg, made::jpegProfile(made::swappedProfile())));
        const auto whole = readImage(profiled);
        const auto reduced = readReducedImage(profiled, 100);
        QVERIFY(whole.has_value() && reduced.has_value());
        QVERIFY(reduced->origin.convertedFromProfile);
        QVERIFY(cv::norm(colourAt(whole->pixels, 0.25, 0.25), colourAt(reduced->pixels, 0.25, 0.25), cv::NORM_INF) <=
                4);
        cv::Mat grey;
        cv::cvtColor(large, grey, cv::COLOR_RGB2GRAY);
        const auto greyFile = made::write(folder.filePath(u"grey.jpg"_s), made::encoded(".jpg", grey));
        const auto small = readReducedImage(greyFile, 100);
        QVERIFY(small.has_value());
        QCOMPARE(small->channels(), 1);
    }

    void aNonsensicalOrientationIsIgnored() {
        const auto jpeg = made::encoded(".jpg", made::corners());
        for (const int orientation : {0, 9, 65535}) {
            const auto image = read(made::jpegWith(jpeg, made::jpegExif(orientation)));
            QVERIFY(image.has_value());
            QCOMPARE(image->width(), 40);
            QCOMPARE(image->origin.exifOrientation, 1);
        }
        const auto broken = made::jpegSegment(0xE1, made::text("Exif\0\0II\x2A\0\xFF\xFF\xFF\xFF"sv));
        QVERIFY(read(made::jpegWith(jpeg, broken)).has_value());
    }

    void anEmbeddedProfileIsTurnedIntoSrgb_data() {
        QTest::addColumn<QByteArray>("bytes");
        const auto profile = made::swappedProfile();
        const auto jpeg = made::encoded(".jpg", made::corners(), {cv::IMWRITE_JPEG_QUALITY, 100});
        const auto webp = made::encoded(".webp", made::corners(), {cv::IMWRITE_WEBP_QUALITY, 101});
        made::TiffTags tags;
        tags.profile = profile;
        QTest::newRow("JPEG") << made::jpegWith(jpeg, made::jpegProfile(profile));
        QTest::newRow("JPEG in pieces") << made::jpegWith(jpeg, made::jpegProfile(profile, 100));
        QTest::newRow("PNG") << made::pngWith(made::encoded(".png", made::corners()), made::pngProfile(profile));
        QTest::newRow("PNG 16") << made::pngWith(made::encoded(".png", made::corners(CV_16UC3)),
                                                 made::pngProfile(profile));
        QTest::newRow("TIFF") << made::tiff(made::corners(), tags);
        QTest::newRow("TIFF 16") << made::tiff(made::corners(CV_16UC3), tags);
        QTest::newRow("WebP") << made::webpWith(webp, 40, 24, 0x20, "ICCP", profile);
    }
    void anEmbeddedProfileIsTurnedIntoSrgb() {
        QFETCH(QByteArray, bytes);
        const auto image = read(bytes);
        QVERIFY2(image.has_value(), image ? "" : image.error().detail.c_str());
        QVERIFY(image->origin.convertedFromProfile);
        QVERIFY(image->origin.warnings.empty());
        // The profile exchanges red and blue.
        const auto scale = image->bitDepth() == 16 ? 257 : 1;
        const auto colour = colourAt(image->pixels, 0.25, 0.25) / scale;
        QVERIFY(cv::norm(colour, cv::Vec3i(32, 16, 200), cv::NORM_INF) <= 3);
    }

    void anSrgbProfileChangesNothing() {
        const auto image =
            read(made::pngWith(made::encoded(".png", made::corners()), made::pngProfile(made::srgbProfile())));
        QVERIFY(image.has_value());
        QVERIFY(!image->origin.convertedFromProfile);
        QCOMPARE(furthest(image->pixels, made::corners()), 0.0);
    }

    void aBrokenProfileIsAWarningOnly_data() {
        QTest::addColumn<QByteArray>("bytes");
        const auto jpeg = made::encoded(".jpg", made::corners(), {cv::IMWRITE_JPEG_QUALITY, 100});
        const auto png = made::encoded(".png", made::corners());
        const auto profile = made::swappedProfile();
        const auto pieces = made::jpegProfile(profile, 200);
        made::TiffTags tags;
        tags.profile = profile.left(200);
        QTest::newRow("JPEG, text") << made::jpegWith(jpeg, made::jpegProfile("no profile"));
        QTest::newRow("JPEG, a piece is missing") << made::jpegWith(jpeg, pieces.mid(2 + 2 + 14 + 200));
        QTest::newRow("PNG, not packed") << made::pngWith(png,
                                                          made::pngChunk("iCCP", made::text("made\0\0 rubbish"sv)));
        QTest::newRow("PNG, empty") << made::pngWith(png, made::pngChunk("iCCP", {}));
        QTest::newRow("PNG, text") << made::pngWith(png, made::pngProfile("no profile"));
        QTest::newRow("PNG, grey for colours") << made::pngWith(png, made::pngProfile(made::greyProfile(2.2)));
        QTest::newRow("TIFF, cut") << made::tiff(made::corners(), tags);
    }
    void aBrokenProfileIsAWarningOnly() {
        QFETCH(QByteArray, bytes);
        const auto image = read(bytes);
        QVERIFY2(image.has_value(), image ? "" : image.error().detail.c_str());
        QVERIFY(!image->origin.convertedFromProfile);
        QCOMPARE(image->origin.warnings.size(), std::size_t{1});
        QVERIFY(image->origin.warnings[0].find("profile") != std::string::npos);
        QVERIFY(furthestInQuarters(image->pixels, made::corners()) <= 3);
    }

    void transparencyIsPutOnBlack_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("type");
        QTest::addColumn<bool>("multiplied");
        cv::Mat rgba8;
        cv::cvtColor(made::corners(), rgba8, cv::COLOR_RGB2RGBA);
        rgba8.forEach<cv::Vec4b>([](cv::Vec4b& pixel, const int*) { pixel[3] = 128; });
        cv::Mat rgba16;
        rgba8.convertTo(rgba16, CV_16U, 257);
        made::TiffTags apart;
        apart.extraSample = 2;
        made::TiffTags multiplied;
        multiplied.extraSample = 1;
        QTest::newRow("PNG") << made::encoded(".png", rgba8) << CV_8UC3 << false;
        QTest::newRow("PNG 16") << made::encoded(".png", rgba16) << CV_16UC3 << false;
        QTest::newRow("WebP") << made::encoded(".webp", rgba8, {cv::IMWRITE_WEBP_QUALITY, 101}) << CV_8UC3 << false;
        QTest::newRow("TIFF") << made::tiff(rgba8, apart) << CV_8UC3 << false;
        QTest::newRow("TIFF 16") << made::tiff(rgba16, apart) << CV_16UC3 << false;
        QTest::newRow("TIFF, multiplied") << made::tiff(rgba8, multiplied) << CV_8UC3 << true;
        QTest::newRow("TIFF 16, multiplied") << made::tiff(rgba16, multiplied) << CV_16UC3 << true;
    }
    void transparencyIsPutOnBlack() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, type);
        QFETCH(bool, multiplied);
        const auto image = read(bytes);
        QVERIFY2(image.has_value(), image ? "" : image.error().detail.c_str());
        QCOMPARE(image->pixels.type(), type);
        QVERIFY(image->origin.hadAlpha);
        QCOMPARE(image->origin.warnings.size(), std::size_t{1});
        cv::Mat expected = made::corners(type);
        if (!multiplied)
            expected.convertTo(expected, -1, 128.0 / 255.0);
        QVERIFY2(furthest(image->pixels, expected) <= 1,
                 qPrintable(QString::number(furthest(image->pixels, expected))));
    }

    void alphaWithoutTransparencyIsNoWarning() {
        cv::Mat rgba;
        cv::cvtColor(made::corners(), rgba, cv::COLOR_RGB2RGBA);
        const auto image = read(made::encoded(".png", rgba));
        QVERIFY(image.has_value());
        QVERIFY(image->origin.hadAlpha);
        QVERIFY(image->origin.warnings.empty());
        QCOMPARE(furthest(image->pixels, made::corners()), 0.0);
    }

    void aPaletteBecomesColours() {
        // 16 x 16, two colours in stripes, the second one half transparent.
        const auto header = made::number(16, 4, true) + made::number(16, 4, true) + made::text("\x08\x03\0\0\0"sv);
        QByteArray rows;
        for (int y = 0; y < 16; ++y)
            rows += made::text("\0"sv) + QByteArray(8, '\0') + QByteArray(8, '\1');
        const auto begin = made::text("\x89PNG\r\n\x1A\n"sv) + made::pngChunk("IHDR", header) +
                           made::pngChunk("PLTE", made::text("\x64\x32\x0A\xC8\x50\x28"sv));
        const auto end = made::pngChunk("IDAT", qCompress(rows).mid(4)) + made::pngChunk("IEND", {});

        const auto opaque = read(begin + end);
        QVERIFY(opaque.has_value());
        QCOMPARE(opaque->pixels.type(), CV_8UC3);
        QCOMPARE(opaque->pixels.at<cv::Vec3b>(3, 2), cv::Vec3b(100, 50, 10));
        QCOMPARE(opaque->pixels.at<cv::Vec3b>(3, 12), cv::Vec3b(200, 80, 40));

        const auto transparent = read(begin + made::pngChunk("tRNS", made::text("\xFF\x80"sv)) + end);
        QVERIFY(transparent.has_value());
        QVERIFY(transparent->origin.hadAlpha);
        QCOMPARE(transparent->pixels.at<cv::Vec3b>(3, 2), cv::Vec3b(100, 50, 10));
        QCOMPARE(transparent->pixels.at<cv::Vec3b>(3, 12), cv::Vec3b(100, 40, 20));
    }

    void whiteIsZeroIsTurnedRound() {
        for (const int type : {CV_8UC1, CV_16UC1}) {
            made::TiffTags tags;
            tags.photometric = 0;
            const auto image = read(made::tiff(made::corners(type), tags));
            QVERIFY(image.has_value());
            cv::Mat expected;
            cv::bitwise_not(made::corners(type), expected);
            QCOMPARE(image->pixels.type(), type);
            QCOMPARE(furthest(image->pixels, expected), 0.0);
        }
    }

    void aSmallMaximumOfAPnmIsStretchedOnce() {
        const QByteArray pixels(20 * 20, 50);
        const auto binary = read("P5\n# a comment\n20 20\n100\n" + pixels);
        QVERIFY(binary.has_value());
        QCOMPARE(colourAt(binary->pixels, 0.5, 0.5)[0], 128);
        QByteArray words;
        for (int i = 0; i < 20 * 20 * 3; ++i)
            words += "50 ";
        const auto text = read("P3 20 20 100\n" + words);
        QVERIFY(text.has_value());
        QVERIFY(std::abs(colourAt(text->pixels, 0.5, 0.5)[0] - 128) <= 1);
        const auto deep = read("P5 20 20 4095\n" + QByteArray(20 * 20, 0).replace('\0', made::text("\x0F\xFF"sv)));
        QVERIFY(deep.has_value());
        QCOMPARE(colourAt(deep->pixels, 0.5, 0.5)[0], 65535);
    }

    void aBelievableSpacingIsRead_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<double>("micrometres");
        using namespace std::string_view_literals;
        const auto phys = [](std::uint32_t perUnit, std::string_view unit) {
            return made::pngWith(made::encoded(".png", made::corners()),
                                 made::pngChunk("pHYs", made::number(perUnit, 4, true) +
                                                            made::number(perUnit, 4, true) + made::text(unit)));
        };
        const auto tiff = [](double resolution, int unit, const QByteArray& description = {}, bool big = false) {
            made::TiffTags tags;
            tags.resolution = resolution;
            tags.resolutionUnit = unit;
            tags.description = description;
            tags.bigEndian = big;
            return made::tiff(made::corners(), tags);
        };
        QTest::newRow("PNG") << phys(125000, "\1"sv) << 8.0;
        QTest::newRow("PNG, 96 dpi") << phys(3780, "\1"sv) << 0.0;
        QTest::newRow("PNG, shape of a pixel only") << phys(125000, "\0"sv) << 0.0;
        QTest::newRow("TIFF in centimetres") << tiff(1250, 3) << 8.0;
        QTest::newRow("TIFF in inches") << tiff(3175, 2, {}, true) << 8.0;
        QTest::newRow("TIFF, 300 dpi") << tiff(300, 2) << 0.0;
        QTest::newRow("TIFF, 1200 dpi") << tiff(1200, 2) << 0.0;
        QTest::newRow("TIFF without a unit") << tiff(1250, 1) << 0.0;
        QTest::newRow("ImageJ, micron") << tiff(0.125, 1, "ImageJ=1.53t\nunit=micron\n") << 8.0;
        QTest::newRow("ImageJ, escaped") << tiff(0.125, 1, "ImageJ=1.53t\nunit=\\u00B5m\n", true) << 8.0;
        QTest::newRow("ImageJ, mm") << tiff(125, 1, "ImageJ=1.53t\nunit=mm\n") << 8.0;
        QTest::newRow("ImageJ, pixel") << tiff(125, 1, "ImageJ=1.53t\nunit=pixel\n") << 0.0;
        // JFIF counts whole dots, and cameras put 72 or 300 there.
        const auto jpeg = made::encoded(".jpg", made::corners());
        QTest::newRow("JPEG") << jpeg.left(13) + made::text("\2"sv) + made::number(1250, 2, true) +
                                     made::number(1250, 2, true) + jpeg.mid(18)
                              << 0.0;
    }
    void aBelievableSpacingIsRead() {
        QFETCH(QByteArray, bytes);
        QFETCH(double, micrometres);
        const auto image = read(bytes);
        QVERIFY(image.has_value());
        QCOMPARE(furthestInQuarters(image->pixels, made::corners()) <= 4, true);
        QCOMPARE(image->origin.micrometresPerPixel.value_or(0.0), micrometres);
    }

    void severalPagesAreNoted() {
        made::TiffTags tags;
        tags.nextDirectory = 8;
        const auto image = read(made::tiff(made::corners(), tags));
        QVERIFY(image.has_value());
        QCOMPARE(image->origin.warnings.size(), std::size_t{1});
    }

    void everyRealImageCanBeRead() {
        const QString data = QStringLiteral(LIMPID_SOURCE_DIR "/../shared/data/originals");
        if (!QDir(data).exists())
            QSKIP("The real images are not on this machine.");
        QDirIterator files(data, QDir::Files);
        int count = 0;
        while (files.hasNext()) {
            const auto image = readImage(files.next().toStdString());
            QVERIFY2(image.has_value(), qPrintable(files.filePath()));
            QVERIFY(image->width() > 2000 && image->channels() == 3);
            ++count;
        }
        QVERIFY(count > 0);
    }
};

QTEST_APPLESS_MAIN(TestImageReader)
#include "tst_image_reader.moc"
