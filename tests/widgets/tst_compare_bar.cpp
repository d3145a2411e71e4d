// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_bar.h"

#include "compare/compare_view.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTest>

using namespace limpid;

class TestCompareBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aButtonSetsTheMode();
    void theBarFollowsTheView();
    void gainIsOfferedWithADifferenceOnly();
    void resultsAreOfferedWhereThereIsAChoice();
    void theStructureSliderNeedsAMap();
    void theWindowIsOfferedForDeepImages();
    void theScaleIsOfferedWhileMeasuring();
    void everyControlHasANameAndAHint();
};

namespace {

QAbstractButton* modeButton(CompareBar& bar, CompareMode mode) {
    for (auto* button : bar.findChildren<QAbstractButton*>(QStringLiteral("mode"))) {
        if (button->text() == compareModeName(mode))
            return button;
    }
    return nullptr;
}

QImage grey() {
    QImage image(8, 8, QImage::Format_Grayscale8);
    image.fill(100);
    return image;
}

} // namespace

void TestCompareBar::aButtonSetsTheMode() {
    CompareView view;
    CompareBar bar;
    bar.drive(view);
    for (const auto mode : compareModes) {
        modeButton(bar, mode)->click();
        QCOMPARE(view.mode(), mode);
    }
    bar.findChild<QAbstractButton*>(QStringLiteral("loupe"))->click();
    QVERIFY(view.hasLoupe());
    bar.findChild<QAbstractButton*>(QStringLiteral("ruler"))->click();
    QVERIFY(view.isMeasuring());
    view.setOriginal(grey());
    bar.findChild<QAbstractButton*>(QStringLiteral("doubleSize"))->click();
    QCOMPARE(view.transform().zoom(), 2.0);
    bar.findChild<QAbstractButton*>(QStringLiteral("fit"))->click();
    QVERIFY(view.transform().isFit());
}

void TestCompareBar::theBarFollowsTheView() {
    CompareView view;
    CompareBar bar;
    bar.drive(view);
    view.setMode(CompareMode::Blink);
    QVERIFY(modeButton(bar, CompareMode::Blink)->isChecked());
    QVERIFY(!modeButton(bar, CompareMode::Split)->isChecked());
    auto* orientation = bar.findChild<QAbstractButton*>(QStringLiteral("orientation"));
    QVERIFY(!orientation->isEnabled());
    view.setMode(CompareMode::Split);
    orientation->click();
    QCOMPARE(view.orientation(), Qt::Vertical);
    view.setLoupe(true);
    QVERIFY(bar.findChild<QAbstractButton*>(QStringLiteral("loupe"))->isChecked());
}

void TestCompareBar::gainIsOfferedWithADifferenceOnly() {
    CompareView view;
    CompareBar bar;
    bar.drive(view);
    auto* gain = bar.findChild<QSlider*>(QStringLiteral("gain"));
    QVERIFY(!gain->isVisibleTo(&bar));
    view.setMode(CompareMode::SignedDifference);
    QVERIFY(gain->isVisibleTo(&bar));
    gain->setValue(gain->maximum());
    QCOMPARE(view.gain(), DifferenceMap::greatestGain);
    view.setGain(3.0); // between two steps of the slider
    QCOMPARE(view.gain(), 3.0);
}

void TestCompareBar::resultsAreOfferedWhereThereIsAChoice() {
    CompareView view;
    CompareBar bar;
    bar.drive(view);
    view.setOriginal(grey());
    view.setResult(0, grey(), QStringLiteral("source"));
    const auto results = bar.findChildren<QAbstractButton*>(QStringLiteral("result"));
    QVERIFY(!results[0]->isVisibleTo(&bar));
    view.setResult(1, grey(), QStringLiteral("adapted"));
    QVERIFY(results[1]->isVisibleTo(&bar));
    QVERIFY(!results[2]->isVisibleTo(&bar));
    QVERIFY(results[0]->isChecked());
    results[1]->click();
    QCOMPARE(view.results().shownSlot(), 1);
    QVERIFY(!results[0]->isChecked());
    QVERIFY(results[1]->text().contains(QStringLiteral("adapted")));
}

void TestCompareBar::theStructureSliderNeedsAMap() {
    CompareView view;
    CompareBar bar;
    bar.drive(view);
    auto* opacity = bar.findChild<QSlider*>(QStringLiteral("structureOpacity"));
    view.setOriginal(grey());
    QVERIFY(!opacity->isVisibleTo(&bar));
    view.setStructure(grey());
    QVERIFY(opacity->isVisibleTo(&bar));
    opacity->setValue(70);
    QCOMPARE(view.structureOpacity(), 0.7);
    view.setStructureOpacity(0.25);
    QCOMPARE(opacity->value(), 25);
}

void TestCompareBar::theWindowIsOfferedForDeepImages() {
    CompareView view;
    CompareBar bar;
    bar.drive(view);
    const auto* low = bar.findChild<QSpinBox*>(QStringLiteral("windowLow"));
    view.setOriginal(grey());
    QVERIFY(!low->isVisibleTo(&bar));
    view.setOriginal(grey().convertToFormat(QImage::Format_Grayscale16));
    QVERIFY(low->isVisibleTo(&bar));
    view.setWindow({1000, 2000});
    QCOMPARE(low->value(), 1000);
}

void TestCompareBar::theScaleIsOfferedWhileMeasuring() {
    CompareView view;
    CompareBar bar;
    bar.drive(view);
    view.setOriginal(grey());
    auto* set = bar.findChild<QAbstractButton*>(QStringLiteral("setScale"));
    auto* remove = bar.findChild<QAbstractButton*>(QStringLiteral("removeScale"));
    const QSignalSpy asked(&view, &CompareView::scaleRequested);
    const QSignalSpy removing(&view, &CompareView::scaleRemovalRequested);
    QVERIFY(!set->isVisibleTo(&bar));
    view.setMeasuring(true);
    QVERIFY(set->isVisibleTo(&bar) && !set->isEnabled());
    view.measure({0, 0, 3, 4});
    set->click();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().value<Ruler>().pixels(), 5.0);
    view.setSpacing(7.0); // the file's
    QVERIFY(!remove->isVisibleTo(&bar));
    view.setSpacing(7.0, true);
    QVERIFY(remove->isVisibleTo(&bar));
    remove->click();
    QCOMPARE(removing.count(), 1);
    view.setMeasuring(false);
    QVERIFY(set->isVisibleTo(&bar)); // there is a line still
    view.measure({});
    QVERIFY(!set->isVisibleTo(&bar) && !remove->isVisibleTo(&bar));
}

void TestCompareBar::everyControlHasANameAndAHint() {
    CompareView view;
    CompareBar bar;
    bar.drive(view);
    view.setOriginal(grey());
    for (const int slot : {0, 1, 2})
        view.setResult(slot, grey(), QStringLiteral("model"));
    for (auto* button : bar.findChildren<QAbstractButton*>()) {
        QVERIFY(!button->toolTip().isEmpty());
        QVERIFY(button->text().size() > 1 || !button->accessibleName().isEmpty());
        QVERIFY(button->focusPolicy() & Qt::TabFocus);
    }
    for (auto* slider : bar.findChildren<QSlider*>()) {
        QVERIFY(!slider->toolTip().isEmpty());
        QVERIFY(!slider->accessibleName().isEmpty());
    }
}

QTEST_MAIN(TestCompareBar)
#include "tst_compare_bar.moc"
