// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_layout.h"

#include <QTest>

using namespace limpid;

class TestCompareLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLineDividesTheView();
    void theLineLiesOnADevicePixel();
    void panesBesideEachOtherAreAlike();
    void panesStayWhileTheResultIsMissing();
    void theWholeViewShowsWhatTheModeSays_data();
    void theWholeViewShowsWhatTheModeSays();
};

namespace {

constexpr QSizeF view(400, 300);

CompareState in(CompareMode mode, Qt::Orientation orientation = Qt::Horizontal) {
    CompareState state;
    state.mode = mode;
    state.orientation = orientation;
    return state;
}

} // namespace

void TestCompareLayout::theLineDividesTheView() {
    auto state = in(CompareMode::Split, Qt::Vertical);
    state.split = 0.25;
    const CompareLayout layout(state, true, view, 1.0);
    QCOMPARE(*layout.line(), 75.0);
    QCOMPARE(layout.panes().front().area, QRectF(0, 0, 400, 75));
    QCOMPARE(layout.panes().back().area, QRectF(0, 75, 400, 225));
    QVERIFY(layout.panes().back().content == PaneContent::Enhanced);
    QCOMPARE(layout.paneSize(), view);
    QCOMPARE(layout.toTransform({10, 200}), QPointF(10, 200));
}

void TestCompareLayout::theLineLiesOnADevicePixel() {
    auto state = in(CompareMode::Split);
    state.split = 0.3331;
    QCOMPARE(*CompareLayout(state, true, view, 1.0).line(), 133.0);
    QCOMPARE(*CompareLayout(state, true, view, 2.0).line(), 133.0);
    QCOMPARE(*CompareLayout(state, true, view, 4.0).line(), 133.25);
}

void TestCompareLayout::panesBesideEachOtherAreAlike() {
    for (const auto orientation : {Qt::Horizontal, Qt::Vertical}) {
        const CompareLayout layout(in(CompareMode::SideBySide, orientation), true, {401, 301}, 1.0);
        const auto& first = layout.panes().front();
        const auto& second = layout.panes().back();
        QCOMPARE(first.area.size(), second.area.size());
        QCOMPARE(first.area.size(), layout.paneSize());
        QVERIFY(!first.area.intersects(second.area));
        const QPointF place(20, 30);
        QCOMPARE(layout.toTransform(place), place);
        QCOMPARE(layout.toTransform(place + second.shift), place);
    }
}

void TestCompareLayout::panesStayWhileTheResultIsMissing() {
    const auto with = CompareLayout(in(CompareMode::SideBySide), true, view, 1.0);
    const auto without = CompareLayout(in(CompareMode::SideBySide), false, view, 1.0);
    QCOMPARE(without.panes().front().area, with.panes().front().area);
    const CompareLayout split(in(CompareMode::Split), false, view, 1.0);
    QVERIFY(!split.line());
    QCOMPARE(split.panes().size(), std::size_t(1));
    QVERIFY(split.panes().front().content == PaneContent::Original);
}

void TestCompareLayout::theWholeViewShowsWhatTheModeSays_data() {
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("held");
    QTest::addColumn<bool>("other");
    QTest::addColumn<int>("content");
    const auto row = [](const char* name, CompareMode mode, bool held, bool other, PaneContent content) {
        QTest::newRow(name) << static_cast<int>(mode) << held << other << static_cast<int>(content);
    };
    row("flip", CompareMode::Flip, false, false, PaneContent::Enhanced);
    row("flipped over", CompareMode::Flip, false, true, PaneContent::Original);
    row("flip held", CompareMode::Flip, true, false, PaneContent::Original);
    row("blink", CompareMode::Blink, false, false, PaneContent::Enhanced);
    row("blink's other turn", CompareMode::Blink, false, true, PaneContent::Original);
    row("split held", CompareMode::Split, true, false, PaneContent::Original);
    row("signed", CompareMode::SignedDifference, false, false, PaneContent::SignedDifference);
    row("absolute", CompareMode::AbsoluteDifference, false, false, PaneContent::AbsoluteDifference);
    row("absolute held", CompareMode::AbsoluteDifference, true, false, PaneContent::Original);
}

void TestCompareLayout::theWholeViewShowsWhatTheModeSays() {
    QFETCH(int, mode);
    QFETCH(bool, held);
    QFETCH(bool, other);
    QFETCH(int, content);
    auto state = in(static_cast<CompareMode>(mode));
    state.held = held;
    state.flipped = other;
    state.blinking = other;
    const CompareLayout layout(state, true, view, 1.0);
    QCOMPARE(layout.panes().size(), std::size_t(1));
    QCOMPARE(static_cast<int>(layout.panes().front().content), content);
}

QTEST_APPLESS_MAIN(TestCompareLayout)
#include "tst_compare_layout.moc"
