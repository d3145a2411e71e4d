// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/report_pdf.h"

#include "core/report/made_report.h"
#include "report/run_description.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <utility>

using namespace limpid;

namespace {

qsizetype pageCount(const std::string& pdf) {
    const auto bytes = QByteArray::fromStdString(pdf);
    return bytes.count("/Type /Page") - bytes.count("/Type /Pages");
}

ReportDocument documentOf(ReportBlock block) {
    return {"Title", "Subtitle", "Research use only. Not a medical device.", {{"Section", {std::move(block)}}}};
}

ReportTable tableOf(int rows, const std::string& cell) {
    ReportTable table{"", {"What", "Value"}, {}, 1};
    for (int i = 0; i < rows; ++i)
        table.rows.push_back({cell, std::to_string(i)});
    return table;
}

} // namespace

class ReportPdfTest : public QObject {
    Q_OBJECT

private:
    /// The words of every page, as pdftotext reads them.
    static QStringList pages(const std::string& pdf) {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("report.pdf")));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(QByteArray::fromStdString(pdf));
        file.close();
        QProcess reader;
        reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), file.fileName(), QStringLiteral("-")});
        reader.waitForFinished();
        auto found = QString::fromUtf8(reader.readAllStandardOutput()).split(QLatin1Char('\f'));
        found.removeLast(); // after the last page's end
        return found;
    }

private Q_SLOTS:
    void aShortReportIsOnePageAndALongOneMany() {
        const auto one = reportPdf(documentOf(tableOf(3, "short")));
        QVERIFY(one.has_value());
        QVERIFY(one->starts_with("%PDF-"));
        QCOMPARE(pageCount(*one), 1);
        const auto many = reportPdf(documentOf(tableOf(200, "short")));
        QVERIFY(many.has_value());
        QVERIFY(pageCount(*many) >= 4);
    }

    void theFooterAndTheNumberStandOnEveryPage() {
        if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
            QSKIP("pdftotext (poppler-utils) is not installed");
        const auto pdf = reportPdf(documentOf(tableOf(120, "\u513f\u7ae5\u533b\u9662")));
        QVERIFY(pdf.has_value());
        const auto found = pages(*pdf);
        QCOMPARE(found.size(), pageCount(*pdf));
        for (qsizetype i = 0; i < found.size(); ++i) {
            QVERIFY(found[i].contains(QStringLiteral("Research use only. Not a medical device.")));
            QVERIFY(found[i].contains(QStringLiteral("Page %1 of %2").arg(i + 1).arg(found.size())));
            QVERIFY(found[i].contains(QStringLiteral("Value"))); // the headings are repeated
        }
        const auto words = found.join(QString());
        for (int i = 0; i < 120; ++i)
            QCOMPARE(words.count(QRegularExpression(QStringLiteral("\u9662 +%1\\n").arg(i))), 1);
    }

    void whatIsTooLongForAPageDoesNotStopIt() {
        const std::string endless(200'000, 'x');
        const auto longCell = reportPdf(documentOf(tableOf(2, endless)));
        QVERIFY(longCell.has_value());
        QVERIFY(pageCount(*longCell) < 10);
        const auto longWord = reportPdf(documentOf(ReportParagraph{std::string(20'000, 'x')}));
        QVERIFY(longWord.has_value());
        const auto longTitle = reportPdf(documentOf(ReportPictures{endless, endless, {{endless, plainPicture(4, 1)}}}));
        QVERIFY(longTitle.has_value());
    }

    void hostileTextAndPicturesWithoutPixelsAreSetLikeOthers() {
        auto document = documentOf(ReportPictures{"\xff\xfe", "\x1b[31m", {{"none", {}}, {"wrong", {9, 9, 3, {1}}}}});
        document.title = std::string("a\0b<b>", 6);
        document.sections.push_back({"\xe2\x80\xae", {ReportList{{"", "\xff"}}, ReportCharts{{{"", "", "", {}}}}}});
        document.sections.push_back({"", {ReportTable{}, ReportPictures{}, ReportCharts{}, ReportParagraph{}}});
        const auto pdf = reportPdf(document);
        QVERIFY2(pdf.has_value(), pdf ? "" : pdf.error().detail.c_str());
    }

    void aWholeRunIsSet() {
        const auto pdf = reportPdf(describeRun(madeReport()));
        QVERIFY2(pdf.has_value(), pdf ? "" : pdf.error().detail.c_str());
        QVERIFY(pageCount(*pdf) >= 3);
    }
};

QTEST_APPLESS_MAIN(ReportPdfTest)
#include "tst_report_pdf.moc"
