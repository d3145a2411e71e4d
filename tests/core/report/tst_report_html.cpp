// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/report_html.h"

#include "core/report/made_report.h"
#include "report/run_description.h"

#include <QRegularExpression>
#include <QTest>

using namespace limpid;

class ReportHtmlTest : public QObject {
    Q_OBJECT

private:
    const QString m_html = QString::fromStdString(reportHtml(describeRun(madeReport())));

private Q_SLOTS:
    void everySectionBlockAndPictureIsThere() {
        const auto document = describeRun(madeReport());
        QCOMPARE(m_html.count(QStringLiteral("<h2>")), static_cast<qsizetype>(document.sections.size()));
        qsizetype pictures = 0, tables = 0, charts = 0;
        for (const auto& section : document.sections) {
            for (const auto& block : section.blocks) {
                if (const auto* shown = std::get_if<ReportPictures>(&block))
                    pictures += static_cast<qsizetype>(shown->pictures.size());
                if (const auto* drawn = std::get_if<ReportCharts>(&block))
                    charts += static_cast<qsizetype>(drawn->charts.size());
                tables += std::holds_alternative<ReportTable>(block) ? 1 : 0;
            }
        }
        QVERIFY(pictures > 0 && tables > 0 && charts > 0);
        QCOMPARE(m_html.count(QStringLiteral("<img ")), pictures);
        QCOMPARE(m_html.count(QStringLiteral("<table>")), tables);
        QCOMPARE(m_html.count(QStringLiteral("<svg ")), charts);
    }

    void nothingIsLoadedAndNothingRuns() {
        QVERIFY(!m_html.contains(QStringLiteral("<script"), Qt::CaseInsensitive));
        QVERIFY(!m_html.contains(QStringLiteral("<link"), Qt::CaseInsensitive));
        QVERIFY(!m_html.contains(QStringLiteral("@import")));
        QVERIFY(!m_html.contains(QStringLiteral("url(")));
        QVERIFY(m_html.contains(QStringLiteral("default-src 'none'")));
        auto without = m_html;
        without.remove(QStringLiteral("http://www.w3.org/2000/svg")); // the name of a language, not an address
        QVERIFY(!without.contains(QStringLiteral("http")) || !without.contains(QStringLiteral("://")));
        for (auto sources = QRegularExpression(QStringLiteral("(src|href)=\"([^\"]*)\"")).globalMatch(m_html);
             sources.hasNext();)
            QVERIFY(sources.next().captured(2).startsWith(QStringLiteral("data:image/png;base64,")));
    }

    void hostileNamesStayNames() {
        QVERIFY(m_html.contains(QStringLiteral("\u513f\u7ae5\u533b\u9662 &lt;script&gt;alert(1)&lt;/script&gt;")));
        QVERIFY(m_html.contains(QStringLiteral("&quot;&gt;&lt;img src=x onerror=alert(1)&gt;.png")));
        QVERIFY(!m_html.contains(QStringLiteral("<img src=x")));
    }

    void theFooterStandsAtTheEndAndIsRepeatedOnPaper() {
        QVERIFY(m_html.contains(QStringLiteral("<footer>Research use only. Not a medical device.</footer>")));
        QVERIFY(m_html.contains(QStringLiteral("footer { position: fixed")));
    }
};

QTEST_APPLESS_MAIN(ReportHtmlTest)
#include "tst_report_html.moc"
