// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adaptation_page.h"
#include "adaptation_words.h"

#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace limpid;

class TestAdaptationPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init();

    void whatIsKnownBeforehandIsShownAtOnce();
    void theRunMayBeStartedWhileItIsStillMeasured();
    void whatIsFoundIsFilledIn();
    void aFolderOfSomethingElseIsWarnedOf();
    void whatCouldNotBeMeasuredIsSaid();
    void thePlaceFollowsTheClinicsName();
    void timesAreAsRoughAsAForecast_data();
    void timesAreAsRoughAsAForecast();

private:
    QString text(const char* name) { return m_page->findChild<QLabel*>(QLatin1String(name))->text(); }

    std::unique_ptr<AdaptationPage> m_page;
};

void TestAdaptationPage::init() {
    AdaptationPlan plan;
    plan.images = 40;
    plan.heldOut = 8;
    plan.folder = QStringLiteral("/clinic/photographs");
    plan.model = QStringLiteral("fundus");
    plan.device = QStringLiteral("CPU, 2 threads");
    plan.clinic = QStringLiteral("North");
    plan.modelPlace = [](const QString& clinic) {
        return QStringLiteral("/models/") + clinic;
    };
    m_page = std::make_unique<AdaptationPage>(plan);
    m_page->show();
}

void TestAdaptationPage::whatIsKnownBeforehandIsShownAtOnce() {
    QVERIFY(text("planImages").contains(QStringLiteral("/clinic/photographs")));
    QVERIFY(text("planHeldOut").startsWith(QStringLiteral("Up to 8 of the best")));
    QCOMPARE(text("planModel"), QStringLiteral("fundus"));
    QCOMPARE(text("planDevice"), QStringLiteral("CPU, 2 threads"));
    QVERIFY(text("planModality").contains(QStringLiteral("Looking")));
    QVERIFY(text("planCost").startsWith(QStringLiteral("Measuring three steps")));
    QVERIFY(!m_page->findChild<QLabel*>(QStringLiteral("planWarning"))->isVisible());
}

void TestAdaptationPage::theRunMayBeStartedWhileItIsStillMeasured() {
    const QSignalSpy started(m_page.get(), &AdaptationPage::startRequested);
    m_page->findChild<QPushButton*>(QStringLiteral("startAdaptation"))->click();
    QCOMPARE(started.count(), 1);
    QCOMPARE(started.first().first().toString(), QStringLiteral("North"));
}

void TestAdaptationPage::whatIsFoundIsFilledIn() {
    m_page->setSurvey({40, 0, 38, 1});
    QCOMPARE(text("planModality"), QStringLiteral("Fundus photographs (38 of 40 show a round field of view)"));
    QVERIFY(!m_page->findChild<QLabel*>(QStringLiteral("planWarning"))->isVisible());
    m_page->setForecast({40, 8, 320, 1.2, 437.0, 1834.0});
    QVERIFY(text("planCost").startsWith(QStringLiteral("About 7 minute")));
    QVERIFY(text("planCost").endsWith(QStringLiteral("about 1.8 GB of memory (three steps measured here)")));
}

void TestAdaptationPage::aFolderOfSomethingElseIsWarnedOf() {
    auto* warning = m_page->findChild<QLabel*>(QStringLiteral("planWarning"));
    m_page->setSurvey({40, 0, 3, 36});
    QVERIFY(warning->isVisible());
    QVERIFY(warning->text().contains(QStringLiteral("OCT")));
    QVERIFY(text("planModality").startsWith(QStringLiteral("Images without colour (36 of 40)")));
    m_page->setSurvey({40, 0, 5, 2});
    QVERIFY(warning->text().contains(QStringLiteral("something else than fundus photographs")));
    QVERIFY(text("planModality").contains(QStringLiteral("only 5 of 40")));
    m_page->setSurvey({0, 12, 0, 0});
    QVERIFY(warning->isVisible());
    QVERIFY(text("planModality").contains(QStringLiteral("none of the 12")));
    // The person decides.
    QVERIFY(m_page->findChild<QPushButton*>(QStringLiteral("startAdaptation"))->isEnabled());
    m_page->setSurvey({40, 0, 38, 1});
    QVERIFY(!warning->isVisible());
}

void TestAdaptationPage::whatCouldNotBeMeasuredIsSaid() {
    m_page->setForecastProblem(QStringLiteral("The memory ran out."));
    QCOMPARE(text("planCost"), QStringLiteral("Not known: The memory ran out."));
    QVERIFY(m_page->findChild<QPushButton*>(QStringLiteral("startAdaptation"))->isEnabled());
}

void TestAdaptationPage::thePlaceFollowsTheClinicsName() {
    QCOMPARE(text("planPlace"), QStringLiteral("/models/North"));
    m_page->findChild<QLineEdit*>(QStringLiteral("clinicName"))->setText(QStringLiteral("South "));
    QCOMPARE(text("planPlace"), QStringLiteral("/models/South"));
}

void TestAdaptationPage::timesAreAsRoughAsAForecast_data() {
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << 0.4 << QStringLiteral("About 10 second");
    QTest::newRow("seconds") << 83.0 << QStringLiteral("About 80 second");
    QTest::newRow("minutes") << 100.0 << QStringLiteral("About 2 minute");
    QTest::newRow("many minutes") << 5000.0 << QStringLiteral("About 83 minute");
    QTest::newRow("hours") << 8200.0 << QStringLiteral("About 2.3 hours");
}

void TestAdaptationPage::timesAreAsRoughAsAForecast() {
    QFETCH(double, seconds);
    QFETCH(QString, words);
    AdaptationForecast forecast;
    forecast.seconds = seconds;
    QVERIFY2(forecastWords(forecast).startsWith(words), qPrintable(forecastWords(forecast)));
}

QTEST_MAIN(TestAdaptationPage)
#include "tst_adaptation_page.moc"
