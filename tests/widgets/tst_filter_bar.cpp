// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/filter_bar.h"
#include "browser/image_filter_model.h"
#include "browser/image_list_model.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace limpid;

class TestFilterBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void itSaysHowManyImagesAreShown();
    void clearingShowsAllImagesAgain();
    void eachChoiceBecomesItsFilter();
    void modalitiesCanBeChosenWhereThereAreSeveral();
    void whoseResultIsShownCanBeChosenWhereAGuardDecided();
    void theOrderFollowsTheChoice();
    void choicesSurviveAChangeOfLanguage();
    void everyControlHasAName();

private:
    QComboBox& box(const char* name) const { return *m_bar->findChild<QComboBox*>(QLatin1String(name)); }
    QString counts() const { return m_bar->findChild<QLabel*>(QStringLiteral("filterCounts"))->text(); }
    QToolButton& clear() const { return *m_bar->findChild<QToolButton*>(QStringLiteral("clearFilters")); }

    std::unique_ptr<ImageListModel> m_images;
    std::unique_ptr<ImageFilterModel> m_sorted;
    std::unique_ptr<FilterBar> m_bar;
};

void TestFilterBar::init() {
    m_bar.reset();
    m_sorted.reset();
    m_images = std::make_unique<ImageListModel>();
    QStringList names;
    for (int i = 0; i < 340; ++i)
        names << QStringLiteral("img%1.png").arg(i);
    m_images->setNames(names);
    m_sorted = std::make_unique<ImageFilterModel>(*m_images);
    m_bar = std::make_unique<FilterBar>(*m_sorted);
    m_bar->show();
}

void TestFilterBar::itSaysHowManyImagesAreShown() {
    QVERIFY(counts().contains(QStringLiteral("340")));
    QVERIFY(!clear().isVisible());
    QTest::keyClicks(m_bar->findChild<QLineEdit*>(QStringLiteral("filterText")), QStringLiteral("img33"));
    QVERIFY2(counts().contains(QStringLiteral("showing 11 of 340")), qPrintable(counts()));
    QVERIFY(clear().isVisible());
    m_images->appendRows({{QStringLiteral("img339b.png"), {}, 1}});
    QVERIFY2(counts().contains(QStringLiteral("showing 12 of 341")), qPrintable(counts()));
    m_images->appendRows({{QStringLiteral("other.png"), {}, 1}});
    QVERIFY2(counts().contains(QStringLiteral("showing 12 of 342")), qPrintable(counts()));
}

void TestFilterBar::clearingShowsAllImagesAgain() {
    QTest::keyClicks(m_bar->findChild<QLineEdit*>(QStringLiteral("filterText")), QStringLiteral("img33"));
    box("filterStars").setCurrentIndex(2);
    QCOMPARE(m_sorted->rowCount(), 0);
    QTest::mouseClick(&clear(), Qt::LeftButton);
    QCOMPARE(m_sorted->rowCount(), 340);
    QVERIFY(!m_sorted->filter().isActive());
    QCOMPARE(box("filterStars").currentIndex(), 0);
    QVERIFY(!clear().isVisible());
}

void TestFilterBar::eachChoiceBecomesItsFilter() {
    box("filterQuality").setCurrentIndex(3);
    QCOMPARE(m_sorted->filter().quality.value(), ImageQuality::Reject);
    box("filterDecision").setCurrentIndex(1);
    QCOMPARE(m_sorted->filter().decision.value(), PickerVerdict::Accepted);
    QVERIFY(!m_sorted->filter().byHand);
    box("filterDecision").setCurrentIndex(4);
    QVERIFY(m_sorted->filter().byHand && !m_sorted->filter().decision);
    box("filterFlag").setCurrentIndex(2);
    QCOMPARE(m_sorted->filter().flag.value(), ImageFlag::Reject);
    box("filterStars").setCurrentIndex(5);
    QCOMPARE(m_sorted->filter().leastStars, 5);
    box("filterQuality").setCurrentIndex(0);
    QVERIFY(!m_sorted->filter().quality);
}

void TestFilterBar::modalitiesCanBeChosenWhereThereAreSeveral() {
    QVERIFY(!box("filterModality").isVisible());
    m_images->setJudgements({{.row = 0, .modality = QStringLiteral("Fundus")}});
    QVERIFY(!box("filterModality").isVisible());
    m_images->setJudgements({{.row = 1, .modality = QStringLiteral("OCT")}});
    QVERIFY(box("filterModality").isVisible());
    box("filterModality").setCurrentIndex(2);
    QCOMPARE(m_sorted->filter().modality, QStringLiteral("OCT"));
    QCOMPARE(m_sorted->rowCount(), 1);
    m_images->setNames({QStringLiteral("a.png")}); // another folder without that modality
    QCOMPARE(m_sorted->rowCount(), 1);
    QVERIFY(!m_sorted->filter().isActive());
}

void TestFilterBar::whoseResultIsShownCanBeChosenWhereAGuardDecided() {
    QVERIFY(!box("filterShown").isVisible());
    m_images->setJudgements({{.row = 3, .shown = GuardChoice::Source}, {.row = 4, .shown = GuardChoice::Adapted}});
    QVERIFY(box("filterShown").isVisible());
    box("filterShown").setCurrentIndex(2);
    QCOMPARE(m_sorted->rowCount(), 1);
    QCOMPARE(m_sorted->index(0, 0).data().toString(), QStringLiteral("img3.png"));
    m_images->setNames({QStringLiteral("a.png")}); // another folder, of which nothing is known
    QVERIFY(!box("filterShown").isVisible());
    QCOMPARE(m_sorted->rowCount(), 1);
    QVERIFY(!m_sorted->filter().isActive());
}

void TestFilterBar::theOrderFollowsTheChoice() {
    QTest::mouseClick(m_bar->findChild<QToolButton*>(QStringLiteral("imageOrderDirection")), Qt::LeftButton);
    QCOMPARE(m_sorted->index(0, 0).data().toString(), QStringLiteral("img339.png"));
    m_images->setJudgements({{.row = 17, .quality = {0.1, 0, 0}, .enhanced = {0.9, 0, 0}}});
    box("imageOrder").setCurrentIndex(3);
    QCOMPARE(m_sorted->order(), ImageOrder::Gain);
    QCOMPARE(m_sorted->index(0, 0).data().toString(), QStringLiteral("img17.png"));
}

void TestFilterBar::choicesSurviveAChangeOfLanguage() {
    box("filterFlag").setCurrentIndex(1);
    box("imageOrder").setCurrentIndex(2);
    QEvent change(QEvent::LanguageChange);
    QApplication::sendEvent(m_bar.get(), &change);
    QCOMPARE(box("filterFlag").currentIndex(), 1);
    QCOMPARE(m_sorted->filter().flag.value(), ImageFlag::Pick);
    QCOMPARE(m_sorted->order(), ImageOrder::Quality);
}

void TestFilterBar::everyControlHasAName() {
    for (const auto* control : m_bar->findChildren<QComboBox*>())
        QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(control->objectName()));
    for (const auto* control : m_bar->findChildren<QToolButton*>())
        if (control->parent() == m_bar.get())
            QVERIFY2(!control->accessibleName().isEmpty() || !control->text().isEmpty(),
                     qPrintable(control->objectName()));
}

QTEST_MAIN(TestFilterBar)
#include "tst_filter_bar.moc"
