// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/reference_measurement.h"

#include "imaging/image_writer.h"

#include <QTemporaryDir>
#include <QtTest>

#include <memory>

using namespace limpid;

namespace fs = std::filesystem;

class TestReferenceMeasurement : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_root = m_folder->path().toStdString();
        write("images/eye.png", 32);
    }

    void referencesBesideThePhotographsAreFound() {
        write("references/images/eye.png", 32);
        QVERIFY(referencesBeside(m_root / "images") == m_root / "references" / "images");
        QVERIFY(referencesBeside(m_root / "images" / "") == m_root / "references" / "images");
    }

    void theyMayLieInTheFolderItself() {
        write("references/eye.tiff", 32);
        QVERIFY(referencesBeside(m_root / "images") == m_root / "references");
    }

    void whatIsOfOtherEyesOrSizesIsNoReference() {
        QVERIFY(!referencesBeside(m_root / "images"));
        write("references/other eye.png", 32);
        QVERIFY(!referencesBeside(m_root / "images"));
        write("references/eye.png", 48);
        QVERIFY(!referencesBeside(m_root / "images"));
        QVERIFY(!referencesBeside(m_root / "nowhere"));
    }

private:
    void write(const char* name, int side) {
        const auto path = m_root / name;
        fs::create_directories(path.parent_path());
        QVERIFY(writeImage(Image{cv::Mat(side, side, CV_8UC3, cv::Scalar(90, 60, 30)), {}}, path).has_value());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_root;
};

QTEST_APPLESS_MAIN(TestReferenceMeasurement)
#include "tst_reference_measurement.moc"
