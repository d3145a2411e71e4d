// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/severity_bar.h"
#include "compare/degradation_panel.h"
#include "compare/degradation_words.h"

#include <QApplication>
#include <QLabel>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace limpid;

class TestDegradationPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init();

    void aReadingIsASentenceAndABarForEachDamage();
    void whatTheSentenceMaySpeakOfStandsOut();
    void whileNothingIsKnownTheBarsAreEmptyAndTheSentenceSaysWhy();
    void everyLineExplainsItselfAndIsSpoken();
    void itSaysThatTheseAreNoClinicalGrades();
    void theWidthStaysWhateverIsSaid();
    void theCloseButtonAsksToBeClosed();
    void aLowPanelScrolls();

private:
    QString text(const char* part) const { return m_panel->findChild<QLabel*>(QLatin1String(part))->text(); }
    SeverityBar& bar(const char* kind) const {
        return *m_panel->findChild<SeverityBar*>(QStringLiteral("degradationBar.") + QLatin1String(kind));
    }

    std::unique_ptr<DegradationPanel> m_panel;
};

namespace {

/// Strong haze, a moderate cast, slight noise.
DegradationFinding hazy() {
    DegradationFinding finding{DegradationFinding::State::Read};
    finding.reading.severities.haze = 0.72;
    finding.reading.severities.noise = 0.2;
    finding.reading.severities.logGains = {0.3, -0.3, 0.0};
    return finding;
}

} // namespace

void TestDegradationPanel::init() {
    m_panel = std::make_unique<DegradationPanel>();
    m_panel->resize(m_panel->width(), 700);
    m_panel->show();
}

void TestDegradationPanel::aReadingIsASentenceAndABarForEachDamage() {
    m_panel->setFinding(hazy());
    QCOMPARE(text("degradationSentence"),
             QStringLiteral("Strong haze is the main reason why this photograph is poor."));
    QCOMPARE(text("degradationName.haze"), QStringLiteral("Haze"));
    QCOMPARE(text("degradationGrade.haze"), QStringLiteral("strong"));
    QCOMPARE(text("degradationGrade.cast"), QStringLiteral("moderate"));
    QCOMPARE(text("degradationGrade.noise"), QStringLiteral("slight"));
    QCOMPARE(text("degradationGrade.veil"), QStringLiteral("none"));
    QCOMPARE(bar("haze").severity(), std::optional(0.72));
    QCOMPARE(bar("cast").severity(), std::optional(hazy().reading.severities.cast()));
    QCOMPARE(m_panel->findChildren<SeverityBar*>().size(), static_cast<qsizetype>(gradedKinds.size()));
}

void TestDegradationPanel::whatTheSentenceMaySpeakOfStandsOut() {
    m_panel->setFinding(hazy());
    const auto bold = [this](const char* part) {
        return m_panel->findChild<QLabel*>(QLatin1String(part))->font().bold();
    };
    QVERIFY(bold("degradationName.haze") && bold("degradationGrade.cast"));
    QVERIFY(!bold("degradationName.noise") && !bold("degradationName.veil"));
    m_panel->setFinding({DegradationFinding::State::Reading});
    QVERIFY(!bold("degradationName.haze"));
}

void TestDegradationPanel::whileNothingIsKnownTheBarsAreEmptyAndTheSentenceSaysWhy() {
    using State = DegradationFinding::State;
    QCOMPARE(text("degradationSentence"), findingSentence({State::NoImage}));
    for (const auto state : {State::Reading, State::Waiting, State::NoModel, State::OtherImage, State::Failed}) {
        m_panel->setFinding(hazy());
        const DegradationFinding finding{state, hazy().reading, QStringLiteral("The file is damaged.")};
        m_panel->setFinding(finding);
        QCOMPARE(text("degradationSentence"), findingSentence(finding));
        QCOMPARE(bar("haze").severity(), std::nullopt);
        QCOMPARE(text("degradationGrade.haze"), QStringLiteral("\u2013"));
        QCOMPARE(bar("haze").accessibleDescription(), QStringLiteral("not known"));
    }
}

void TestDegradationPanel::everyLineExplainsItselfAndIsSpoken() {
    m_panel->setFinding(hazy());
    for (const auto kind : gradedKinds) {
        const auto& shown = bar(kindName(kind).data());
        QCOMPARE(shown.accessibleName(), damageName(kind));
        QVERIFY(shown.toolTip().startsWith(damageHint(kind)));
    }
    QCOMPARE(bar("haze").accessibleDescription(), QStringLiteral("strong, 0.72 of 1"));
    QVERIFY(bar("haze").toolTip().endsWith(QStringLiteral("Estimated severity: 0.72 of 1 (strong)")));
    QVERIFY(!m_panel->accessibleName().isEmpty());
}

void TestDegradationPanel::itSaysThatTheseAreNoClinicalGrades() {
    QVERIFY(text("degradationNote").contains(QStringLiteral("synthetic damage")));
    QVERIFY(text("degradationNote").contains(QStringLiteral("no clinical scale")));
}

void TestDegradationPanel::theWidthStaysWhateverIsSaid() {
    const int before = m_panel->width();
    m_panel->setFinding(hazy());
    QCOMPARE(m_panel->width(), before);
    QCOMPARE(m_panel->minimumWidth(), m_panel->maximumWidth());
    const auto* name = m_panel->findChild<QLabel*>(QStringLiteral("degradationName.illumination"));
    QVERIFY(name->width() >= name->sizeHint().width());
}

void TestDegradationPanel::theCloseButtonAsksToBeClosed() {
    const QSignalSpy asked(m_panel.get(), &DegradationPanel::closeRequested);
    auto* button = m_panel->findChild<QToolButton*>(QStringLiteral("degradationClose"));
    QVERIFY(!button->accessibleName().isEmpty());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    QVERIFY(m_panel->isVisible());
}

void TestDegradationPanel::aLowPanelScrolls() {
    QVERIFY(m_panel->minimumSizeHint().height() < 150);
}

QTEST_MAIN(TestDegradationPanel)
#include "tst_degradation_panel.moc"
