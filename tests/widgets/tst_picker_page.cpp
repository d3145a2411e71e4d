// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picker/picker_page.h"
#include "picker/pseudo_label_model.h"
#include "picker/score_histogram.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <memory>

using limpid::PickerPage;
using limpid::PickFormat;
using limpid::PickOverride;
using limpid::PickThresholds;
using limpid::PseudoLabelModel;
using limpid::PseudoLabelRecord;
using limpid::ScoreHistogram;

class TestPickerPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theDetailSaysWhy();
    void theKeysDecideOnTheSelectedRows();
    void theButtonsDecideToo();
    void tableAndGridShareOneSelection();
    void missingThumbnailsAreAskedForOnce();
    void theCurrentImageStaysWhenAnEpochComes();
    void anOlderEpochCanBeChosen();
    void theFilterTellsHowManyAreShown();
    void aMovedThresholdIsHandedToARunThatIsUnderWay();
    void whatTheRunUsesIsNotHandedOverAgain();
    void withoutARunThresholdsAreOnlyTried();
    void allOfTheEpochIsExportedWhateverIsFiltered();

private:
    QTableView& table() { return *m_page->findChild<QTableView*>(QStringLiteral("pickTable")); }
    QPushButton& useThresholds() { return *m_page->findChild<QPushButton*>(QStringLiteral("useThresholds")); }
    QString text(const char* name) { return m_page->findChild<QLabel*>(QLatin1String(name))->text(); }

    std::unique_ptr<PseudoLabelModel> m_model;
    std::unique_ptr<PickerPage> m_page;
};

namespace {

std::vector<PseudoLabelRecord> epochOf(int epoch) {
    std::vector<PseudoLabelRecord> records;
    for (int i = 1; i <= 4; ++i) {
        PseudoLabelRecord record;
        record.name = QStringLiteral("eye %1").arg(i);
        record.epoch = epoch;
        record.good = 0.6 + 0.1 * i;
        record.usable = 0.4 - 0.1 * i;
        record.qualityThreshold = 0.8;
        record.structureThreshold = 4.0;
        record.accepted = i > 2;
        records.push_back(record);
    }
    return records;
}

} // namespace

void TestPickerPage::init() {
    m_model = std::make_unique<PseudoLabelModel>();
    m_page = std::make_unique<PickerPage>(*m_model);
    m_page->resize(1100, 700);
    m_page->show();
    m_model->setEpoch(1, epochOf(1));
    table().setFocus();
}

void TestPickerPage::cleanup() {
    m_page.reset();
    m_model.reset();
}

void TestPickerPage::theDetailSaysWhy() {
    QVERIFY(text("detailReason").isEmpty());
    table().selectRow(1);
    QCOMPARE(text("detailReason"), QStringLiteral("The quality judge refused: p(good) 0.80 is not above 0.80."));
    QVERIFY(text("detailDecision").contains(QStringLiteral("Rejected")));
    QVERIFY(text("detailScores").contains(QStringLiteral("0.80")));
}

void TestPickerPage::theKeysDecideOnTheSelectedRows() {
    const QSignalSpy asked(m_page.get(), &PickerPage::overrideRequested);
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get())); // shortcuts need it
    table().setFocus();
    table().selectRow(0);
    table().selectionModel()->select(table().model()->index(1, 0),
                                     QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QTest::keyClick(&table(), Qt::Key_P);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].toStringList(), (QStringList{QStringLiteral("eye 1"), QStringLiteral("eye 2")}));
    QVERIFY(asked[0][1].value<PickOverride>() == PickOverride::Pick);
    QVERIFY(m_model->record(1).byHand == PickOverride::Pick);
    QVERIFY(text("pickNote").contains(QStringLiteral("next step")));
    QVERIFY(text("detailDecision").contains(QStringLiteral("by hand")));
    QTest::keyClick(&table(), Qt::Key_X);
    QVERIFY(m_model->record(0).byHand == PickOverride::Reject);
    QTest::keyClick(&table(), Qt::Key_U);
    QVERIFY(m_model->record(0).byHand == PickOverride::None);
}

void TestPickerPage::theButtonsDecideToo() {
    auto* reject = m_page->findChild<QPushButton*>(QStringLiteral("rejectByHand"));
    QVERIFY(!reject->isEnabled());
    table().selectRow(3);
    reject->click();
    QVERIFY(m_model->record(3).byHand == PickOverride::Reject);
}

void TestPickerPage::tableAndGridShareOneSelection() {
    table().selectRow(2);
    m_page->findChild<QToolButton*>(QStringLiteral("pickAsGrid"))->click();
    auto* grid = m_page->findChild<QListView*>(QStringLiteral("pickGrid"));
    QVERIFY(grid->isVisible());
    QCOMPARE(grid->currentIndex().row(), 2);
    grid->setCurrentIndex(grid->model()->index(0, 0));
    QVERIFY(text("detailReason").contains(QStringLiteral("p(good) 0.70 is not above 0.80")));
}

void TestPickerPage::missingThumbnailsAreAskedForOnce() {
    const QSignalSpy asked(m_page.get(), &PickerPage::imagesRequested);
    m_model->setEpoch(2, epochOf(2));
    QTRY_COMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].toInt(), 2);
    QCOMPARE(asked[0][1].toStringList().size(), 4);
    m_page->resize(1120, 720);
    QCoreApplication::processEvents();
    QCOMPARE(asked.count(), 1);
}

void TestPickerPage::theCurrentImageStaysWhenAnEpochComes() {
    table().selectRow(2);
    m_model->setEpoch(2, epochOf(2));
    QVERIFY(text("detailReason").startsWith(QStringLiteral("Accepted: p(good) 0.90 is above 0.80")));
}

void TestPickerPage::anOlderEpochCanBeChosen() {
    m_model->setEpoch(2, epochOf(2));
    auto* epochs = m_page->findChild<QComboBox*>(QStringLiteral("pickEpoch"));
    QCOMPARE(epochs->count(), 2);
    QCOMPARE(epochs->currentText(), QStringLiteral("Epoch 2"));
    QTest::keyClick(epochs, Qt::Key_Up);
    QCOMPARE(m_model->shownEpoch(), 1);
}

void TestPickerPage::theFilterTellsHowManyAreShown() {
    QCOMPARE(text("pickCount"), QStringLiteral("2 of 4 accepted"));
    m_page->findChild<QLineEdit*>(QStringLiteral("pickText"))->setText(QStringLiteral("eye 3"));
    QVERIFY(text("pickCount").endsWith(QStringLiteral("1 shown")));
    m_page->findChild<QLineEdit*>(QStringLiteral("pickText"))->clear();
    m_page->findChild<QComboBox*>(QStringLiteral("pickShow"))->setCurrentIndex(3);
    QVERIFY(text("pickCount").endsWith(QStringLiteral("0 shown")));
}

void TestPickerPage::aMovedThresholdIsHandedToARunThatIsUnderWay() {
    const QSignalSpy asked(m_page.get(), &PickerPage::thresholdsRequested);
    m_page->setRunning(true);
    m_model->setEpoch(2, epochOf(2));
    QVERIFY(useThresholds().isVisible() && !useThresholds().isEnabled());
    QTest::keyClick(m_page->findChildren<ScoreHistogram*>().front(), Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(useThresholds().isEnabled());
    QCOMPARE(asked.count(), 0); // trying changes nothing
    useThresholds().click();
    QCOMPARE(asked.count(), 1);
    const auto thresholds = asked[0][0].value<PickThresholds>();
    QVERIFY(std::abs(thresholds.quality - 0.7) < 1e-9);
    QCOMPARE(thresholds.structure, 4.0);
    QVERIFY(text("pickNote").contains(QStringLiteral("From the next step on")));
    QVERIFY(text("pickNote").contains(QStringLiteral("0.70")));
    QVERIFY(!useThresholds().isEnabled());
}

void TestPickerPage::whatTheRunUsesIsNotHandedOverAgain() {
    m_page->setRunning(true);
    m_model->setEpoch(2, epochOf(2));
    auto* quality = m_page->findChildren<ScoreHistogram*>().front();
    QTest::keyClick(quality, Qt::Key_Left, Qt::ShiftModifier);
    useThresholds().click();
    // The next evaluation has been made with them.
    auto records = epochOf(3);
    for (auto& record : records)
        record.qualityThreshold = quality->threshold();
    m_model->setEpoch(3, records);
    QVERIFY(!useThresholds().isEnabled());
    QTest::keyClick(quality, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(useThresholds().isEnabled());
    QTest::keyClick(quality, Qt::Key_Escape);
    QVERIFY(!useThresholds().isEnabled());
}

void TestPickerPage::withoutARunThresholdsAreOnlyTried() {
    QTest::keyClick(m_page->findChildren<ScoreHistogram*>().front(), Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(!useThresholds().isVisible());
    m_page->setRunning(true);
    m_page->setRunning(false);
    QVERIFY(!useThresholds().isVisible());
}

void TestPickerPage::allOfTheEpochIsExportedWhateverIsFiltered() {
    m_page->findChild<QLineEdit*>(QStringLiteral("pickText"))->setText(QStringLiteral("eye 3"));
    QCOMPARE(m_page->exported(PickFormat::Csv).count('\n'), 5);
    QVERIFY(m_page->exported(PickFormat::Json).contains("eye 4"));
}

QTEST_MAIN(TestPickerPage)
#include "tst_picker_page.moc"
