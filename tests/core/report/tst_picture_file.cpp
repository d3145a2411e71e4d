// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/picture_file.h"

#include <QByteArray>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <string_view>
#include <vector>

using namespace limpid;

class PictureFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void base64IsThatOfTheStandard_data() {
        QTest::addColumn<QByteArray>("bytes");
        for (const auto* bytes : {"", "f", "fo", "foo", "foob", "fooba", "foobar", "\xfb\xff\xfe"})
            QTest::newRow(QByteArray(bytes).toHex().constData()) << QByteArray(bytes);
    }

    void base64IsThatOfTheStandard() {
        QFETCH(QByteArray, bytes);
        const auto* first = reinterpret_cast<const unsigned char*>(bytes.constData());
        QCOMPARE(QByteArray::fromStdString(base64({first, static_cast<std::size_t>(bytes.size())})), bytes.toBase64());
    }

    void aPictureComesBackPixelByPixel() {
        const auto uri = pictureUri({2, 1, 3, {10, 20, 30, 40, 50, 60}});
        constexpr std::string_view start = "data:image/png;base64,";
        QVERIFY(uri.starts_with(start));
        const auto file = QByteArray::fromBase64(QByteArray::fromStdString(uri.substr(start.size())));
        const auto image = cv::imdecode(std::vector<char>(file.begin(), file.end()), cv::IMREAD_COLOR);
        QCOMPARE(image.size(), cv::Size(2, 1));
        QVERIFY(image.at<cv::Vec3b>(0, 0) == cv::Vec3b(30, 20, 10));
        QVERIFY(image.at<cv::Vec3b>(0, 1) == cv::Vec3b(60, 50, 40));
        QVERIFY(pictureUri({1, 1, 1, {7}}).starts_with(start));
    }

    void whatDoesNotFitItsSizeIsNoPicture() {
        QVERIFY(pictureUri({}).empty());
        QVERIFY(pictureUri({2, 2, 3, {1, 2, 3}}).empty());
        QVERIFY(pictureUri({1, 1, 2, {1, 2}}).empty());
    }
};

QTEST_APPLESS_MAIN(PictureFileTest)
#include "tst_picture_file.moc"
