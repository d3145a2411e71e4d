// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/curve_export.h"
#include "dashboard/curve_panel.h"

#include <QImage>
#include <QLocale>
#include <QTest>
#include <QXmlStreamReader>

#include <limits>

using limpid::CurvePanel;
using limpid::CurvePlot;
using limpid::curvesAsCsv;
using limpid::curvesAsPng;
using limpid::curvesAsSvg;
using limpid::CurveStyle;

class TestCurveExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theTableHasOneLineAStep();
    void theTableKeepsItsPointsWhateverTheLocale();
    void thePictureHasTheSizeAskedForOnWhiteGround();
    void theDrawingIsAnSvgWithTheTitlesAsText();
    void exportingLeavesThePanelsColoursAsTheyWere();

private:
    CurvePanel* m_loss = nullptr;
    CurvePanel* m_psnr = nullptr;
};

void TestCurveExport::init() {
    m_loss = new CurvePanel;
    m_loss->setTitle(QStringLiteral("Loss of the run"));
    m_loss->curves().addCurve(QStringLiteral("loss"), CurveStyle::First, CurvePlot::Kind::Smoothed);
    m_psnr = new CurvePanel;
    m_psnr->curves().addCurve(QStringLiteral("psnr"), CurveStyle::First, CurvePlot::Kind::Dots);
    m_loss->curves().addPoint(0, 1, 0.5, 0.25);
    m_loss->curves().addPoint(0, 2, 1.0, std::numeric_limits<double>::quiet_NaN());
    m_psnr->curves().addPoint(0, 2, 1.0, 24.5);
    m_loss->curves().addCheckpoint(2, 1.0, true);
    m_psnr->curves().addCheckpoint(2, 1.0, true);
}

void TestCurveExport::cleanup() {
    delete m_loss;
    delete m_psnr;
    QLocale::setDefault(QLocale::c());
}

void TestCurveExport::theTableHasOneLineAStep() {
    QCOMPARE(curvesAsCsv({m_loss, m_psnr}), QByteArray("step,seconds,loss,loss_smoothed,psnr,checkpoint,best\r\n"
                                                       "1,0.5,0.25,0.25,,0,0\r\n"
                                                       "2,1,,,24.5,1,1\r\n"));
}

void TestCurveExport::theTableKeepsItsPointsWhateverTheLocale() {
    const auto before = curvesAsCsv({m_loss, m_psnr});
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(curvesAsCsv({m_loss, m_psnr}), before);
}

void TestCurveExport::thePictureHasTheSizeAskedForOnWhiteGround() {
    const auto image = QImage::fromData(curvesAsPng({m_loss, m_psnr}, {400, 200}, 2.0), "PNG");
    QCOMPARE(image.size(), QSize(800, 800));
    QCOMPARE(image.pixelColor(799, 0), QColor(Qt::white));
    int dark = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            dark += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
    QVERIFY(dark > 500);
}

void TestCurveExport::theDrawingIsAnSvgWithTheTitlesAsText() {
    const auto bytes = curvesAsSvg({m_loss, m_psnr}, {400, 200});
    QXmlStreamReader reader(bytes);
    QVERIFY(reader.readNextStartElement());
    QCOMPARE(reader.name(), QStringLiteral("svg"));
    QCOMPARE(reader.attributes().value(QStringLiteral("viewBox")), QStringLiteral("0 0 400 400"));
    while (!reader.atEnd())
        reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(bytes.contains("Loss of the run"));
}

void TestCurveExport::exportingLeavesThePanelsColoursAsTheyWere() {
    auto dark = m_loss->palette();
    dark.setColor(QPalette::Base, QColor(0x10, 0x20, 0x30));
    dark.setColor(QPalette::Text, Qt::white);
    m_loss->setPalette(dark);
    m_loss->resize(300, 220);
    m_loss->show();
    QCoreApplication::processEvents();
    (void)curvesAsPng({m_loss}, {400, 200}, 1.0);
    QCoreApplication::processEvents();
    QTRY_COMPARE(m_loss->grab().toImage().pixelColor(295, 60), QColor(0x10, 0x20, 0x30));
}

QTEST_MAIN(TestCurveExport)
#include "tst_curve_export.moc"
