// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/curve_svg.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

using namespace limpid;

namespace {

const double noNumber = std::nan("");

ReportChart chart() {
    return {"PSNR, measured against: clinic probe",
            "Epoch",
            "PSNR (dB)",
            {{"student", {{0.0, 20.0}, {1.0, noNumber}, {2.0, 22.0}}},
             {"teacher", {{0.0, 20.0}, {1.0, 21.0}, {2.0, 23.0}}}}};
}

struct Drawn {
    bool wellFormed = false;
    QStringList texts;
    QStringList elements;
    QStringList strokes;
    QStringList dashes;
};

Drawn read(const std::string& svg) {
    QXmlStreamReader reader(QByteArray::fromStdString(svg));
    Drawn drawn;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement) {
            drawn.elements << reader.name().toString();
            if (reader.attributes().hasAttribute(QStringLiteral("stroke-width"))) {
                drawn.strokes << reader.attributes().value(QStringLiteral("stroke")).toString();
                drawn.dashes << reader.attributes().value(QStringLiteral("stroke-dasharray")).toString();
            }
            if (drawn.elements.last() == QStringLiteral("text"))
                drawn.texts << reader.readElementText();
        }
    }
    drawn.wellFormed = !reader.hasError();
    return drawn;
}

} // namespace

class CurveSvgTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void titleAxesAndLegendAreWrittenOut() {
        const auto drawn = read(drawCurves(chart()));
        QVERIFY(drawn.wellFormed);
        for (const auto* text : {"PSNR, measured against: clinic probe", "Epoch", "PSNR (dB)", "student", "teacher",
                                 "0", "1", "2", "20", "23"})
            QVERIFY2(drawn.texts.contains(QLatin1String(text)), text);
    }

    void linesDifferInMoreThanTheirColours() {
        auto many = chart();
        while (many.series.size() < 6)
            many.series.push_back({"line " + std::to_string(many.series.size()), {{0.0, 1.0}, {1.0, 2.0}}});
        const auto svg = drawCurves(many);
        const auto drawn = read(svg);
        QVERIFY(drawn.wellFormed);
        QCOMPARE(QSet<QString>(drawn.dashes.begin(), drawn.dashes.end()).size(), 6);
        QVERIFY(drawn.elements.contains(QStringLiteral("circle")));
        QVERIFY(drawn.elements.contains(QStringLiteral("polygon")));
    }

    void aGapStaysAGap() {
        const auto svg = drawCurves(chart());
        QCOMPARE(QString::fromStdString(svg).count(QRegularExpression(QStringLiteral("d=\"M[^\"]*M"))), 1);
        QVERIFY(svg.find("nan") == std::string::npos);
    }

    void withoutValuesItSaysSo() {
        const auto drawn = read(drawCurves({"Empty", "x", "y", {{"a", {{noNumber, noNumber}}}}}));
        QVERIFY(drawn.wellFormed);
        QVERIFY(drawn.texts.contains(QStringLiteral("No values.")));
    }

    void hostileWordsStayWords() {
        const auto svg =
            drawCurves({"</title><script>x</script>", "\" onload=\"x", "\xff", {{"<a href='x'>", {{0, 1}}}}});
        const auto drawn = read(svg);
        QVERIFY(drawn.wellFormed);
        QVERIFY(!drawn.elements.contains(QStringLiteral("script")));
        QVERIFY(!drawn.elements.contains(QStringLiteral("a")));
        QVERIFY(drawn.texts.contains(QStringLiteral("<a href='x'>")));
    }
};

QTEST_APPLESS_MAIN(CurveSvgTest)
#include "tst_curve_svg.moc"
