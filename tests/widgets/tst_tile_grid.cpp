// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/tile_grid.h"

#include <QRegion>
#include <QTest>

using namespace limpid;

class TestTileGrid : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cellsCoverTheLevelOnce();
    void onlyTouchedTilesAreNamed();
    void everyPartHasARimInsideTheLevel();
    void nothingIsTouchedBesideTheLevel();
};

void TestTileGrid::cellsCoverTheLevelOnce() {
    const QSize level(1200, 700);
    QRegion covered;
    qint64 pixels = 0;
    for (const auto& tile : tilesTouching(level, QRectF(QPointF(0, 0), level))) {
        covered += tile.cell;
        pixels += qint64(tile.cell.width()) * tile.cell.height();
    }
    QCOMPARE(covered, QRegion(QRect(QPoint(0, 0), level)));
    QCOMPARE(pixels, qint64(1200) * 700);
}

void TestTileGrid::onlyTouchedTilesAreNamed() {
    const auto one = tilesTouching({6000, 4000}, {600.5, 20, 100, 100});
    QCOMPARE(one.size(), std::size_t(1));
    QCOMPARE(one.front().cell, QRect(tileSide, 0, tileSide, tileSide));
    QCOMPARE(tilesTouching({6000, 4000}, {500, 500, 20, 20}).size(), std::size_t(4));
    QCOMPARE(tilesTouching({6000, 4000}, {0, 0, tileSide, tileSide}).size(), std::size_t(1));
}

void TestTileGrid::everyPartHasARimInsideTheLevel() {
    for (const auto& tile : tilesTouching({1200, 700}, {0, 0, 1200, 700})) {
        QVERIFY(QRect(0, 0, 1200, 700).contains(tile.part));
        QVERIFY(tile.part.contains(tile.cell));
        if (tile.cell.left() > 0)
            QCOMPARE(tile.part.left(), tile.cell.left() - 1);
        if (tile.cell.right() < 1199)
            QCOMPARE(tile.part.right(), tile.cell.right() + 1);
    }
}

void TestTileGrid::nothingIsTouchedBesideTheLevel() {
    QVERIFY(tilesTouching({1200, 700}, {-50, 0, 50, 700}).empty());
    QVERIFY(tilesTouching({1200, 700}, {1200, 0, 50, 700}).empty());
    QVERIFY(tilesTouching({1200, 700}, {10, 10, 0, 0}).empty());
    QVERIFY(tilesTouching({}, {0, 0, 10, 10}).empty());
}

QTEST_APPLESS_MAIN(TestTileGrid)
#include "tst_tile_grid.moc"
