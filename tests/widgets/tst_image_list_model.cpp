// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/image_list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using limpid::ImageListModel;

class TestImageListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itKeepsTheContractOfModels();
    void rowsStandInTheOrderGiven();
    void aThumbnailMakesItsRowReady();
    void anUnreadableRowTellsItsReasonAndIsCountedOnce();
    void rowsOfAnotherFolderArePassedOver();
};

namespace {

const QStringList threeNames{QStringLiteral("a.png"), QStringLiteral("眼底 2.jpg"), QStringLiteral("c.tif")};

QImage redSquare() {
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::red);
    return image;
}

} // namespace

void TestImageListModel::itKeepsTheContractOfModels() {
    ImageListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNames(threeNames);
    model.setThumbnail(0, redSquare());
    model.setUnreadable(1, QStringLiteral("broken"));
    model.setNames({});
    model.setNames(threeNames.mid(1));
    QCOMPARE(model.rowCount(), 2);
}

void TestImageListModel::rowsStandInTheOrderGiven() {
    ImageListModel model;
    model.setNames(threeNames);
    for (int row = 0; row < 3; ++row)
        QCOMPARE(model.index(row).data().toString(), threeNames[row]);
    QCOMPARE(model.rowCount(model.index(0)), 0);
}

void TestImageListModel::aThumbnailMakesItsRowReady() {
    ImageListModel model;
    model.setNames(threeNames);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(!model.index(2).data(Qt::DecorationRole).isValid());
    model.setThumbnail(2, redSquare());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 2);
    QVERIFY(model.state(2) == ImageListModel::State::Ready);
    QVERIFY(model.state(1) == ImageListModel::State::Waiting);
    QCOMPARE(model.index(2).data(Qt::DecorationRole).value<QImage>().pixelColor(3, 3), QColor(Qt::red));
}

void TestImageListModel::anUnreadableRowTellsItsReasonAndIsCountedOnce() {
    ImageListModel model;
    model.setNames(threeNames);
    model.setUnreadable(1, QStringLiteral("It breaks off in the middle."));
    model.setUnreadable(1, QStringLiteral("It breaks off in the middle."));
    QCOMPARE(model.unreadableCount(), 1);
    const auto row = model.index(1);
    QCOMPARE(row.data(ImageListModel::ReasonRole).toString(), QStringLiteral("It breaks off in the middle."));
    QVERIFY(row.data(Qt::ToolTipRole).toString().contains(QStringLiteral("breaks off")));
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(threeNames[1]));
    model.setThumbnail(1, redSquare());
    QCOMPARE(model.unreadableCount(), 0);
    QVERIFY(row.data(ImageListModel::ReasonRole).toString().isEmpty());
}

void TestImageListModel::rowsOfAnotherFolderArePassedOver() {
    ImageListModel model;
    model.setNames(threeNames);
    model.setThumbnail(3, redSquare());
    model.setUnreadable(-1, QStringLiteral("x"));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.unreadableCount(), 0);
    QVERIFY(model.state(7) == ImageListModel::State::Waiting);
}

QTEST_MAIN(TestImageListModel)
#include "tst_image_list_model.moc"
