// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/image_list_model.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace limpid;

class TestImageListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itKeepsTheContractOfModels();
    void rowsStandInTheOrderGiven();
    void aThumbnailMakesItsRowReady();
    void anUnreadableRowTellsItsReasonAndIsCountedOnce();
    void rowsOfAnotherFolderArePassedOver();
    void rowsAreAddedInBatches();
    void onlyTheThumbnailsAskedForLastAreKept();
    void onlyMissingThumbnailsHaveToBeMade();
    void qualityIsTheMostProbableClass();
    void starsStayWithinTheirRange();
    void modalitiesAreCollected();
    void itTellsWhenAGuardHasDecided();
    void judgementsAreToldAsOneChange();
    void theGainNeedsBothQualities();
    void aDescriptionTellsEverythingKnown();
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
    model.appendRows({{QStringLiteral("d.png"), QDateTime::currentDateTime(), 12}});
    model.appendRows({});
    model.setJudgements(
        {{.row = 2, .quality = {0.2, 0.5, 0.3}}, {.row = 0, .modality = QStringLiteral("OCT")}, {.row = 77}});
    model.setStars(2, 4);
    model.clear();
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

void TestImageListModel::rowsAreAddedInBatches() {
    ImageListModel model;
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const auto date = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000);
    model.appendRows({{QStringLiteral("a.png"), date, 100}, {QStringLiteral("b.png"), {}, -1}});
    model.appendRows({{QStringLiteral("c.png"), {}, 300}});
    QCOMPARE(inserted.count(), 2);
    QCOMPARE(inserted.last().at(1).toInt(), 2);
    QCOMPARE(model.index(0).data(ImageListModel::DateRole).toDateTime(), date);
    QCOMPARE(model.index(2).data(ImageListModel::BytesRole).toLongLong(), 300);
    QVERIFY(std::isnan(model.index(0).data(ImageListModel::GainRole).toDouble()));
}

void TestImageListModel::onlyTheThumbnailsAskedForLastAreKept() {
    ImageListModel model;
    QStringList names;
    for (int i = 0; i < 10; ++i)
        names << QString::number(i);
    model.setNames(names);
    model.setThumbnailLimit(3);
    for (const int row : {0, 1, 2}) {
        model.missingThumbnails({row});
        model.setThumbnail(row, redSquare());
    }
    QCOMPARE(model.missingThumbnails({0, 7}), QList<int>{7}); // 0 is there and is asked for again; 1 is now the oldest
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setThumbnail(7, redSquare());
    QCOMPARE(model.thumbnailCount(), 3);
    QCOMPARE(model.state(0), ImageListModel::State::Ready);
    QCOMPARE(model.state(1), ImageListModel::State::Waiting);
    QVERIFY(!model.index(1).data(Qt::DecorationRole).isValid());
    QCOMPARE(changed.count(), 2); // the one that came and the one that went
    QCOMPARE(model.missingThumbnails({1}), QList<int>{1});
    model.setThumbnailLimit(1);
    QCOMPARE(model.thumbnailCount(), 1);
}

void TestImageListModel::onlyMissingThumbnailsHaveToBeMade() {
    ImageListModel model;
    model.setNames(threeNames);
    model.setThumbnail(0, redSquare());
    model.setUnreadable(1, QStringLiteral("broken"));
    QCOMPARE(model.missingThumbnails({2, 1, 0, 5, -1}), QList<int>{2});
}

void TestImageListModel::qualityIsTheMostProbableClass() {
    QCOMPARE((QualityShares{0.5, 0.3, 0.2}.label()), ImageQuality::Good);
    QCOMPARE((QualityShares{0.3, 0.5, 0.2}.label()), ImageQuality::Usable);
    QCOMPARE((QualityShares{0.1, 0.3, 0.6}.label()), ImageQuality::Reject);
    QCOMPARE((QualityShares{0.4, 0.4, 0.2}.label()), ImageQuality::Usable);
    QCOMPARE(QualityShares{}.label(), ImageQuality::Unknown);
}

void TestImageListModel::starsStayWithinTheirRange() {
    ImageListModel model;
    model.setNames(threeNames);
    model.setStars(0, 9);
    model.setStars(1, -2);
    QCOMPARE(model.row(0).stars, 5);
    QCOMPARE(model.row(1).stars, 0);
}

void TestImageListModel::modalitiesAreCollected() {
    ImageListModel model;
    model.setNames(threeNames);
    const QSignalSpy changed(&model, &ImageListModel::modalitiesChanged);
    model.setJudgements({{.row = 0, .modality = QStringLiteral("Fundus")},
                         {.row = 1, .modality = QStringLiteral("OCT")},
                         {.row = 2, .modality = QStringLiteral("Fundus")}});
    QCOMPARE(model.modalities(), (QStringList{QStringLiteral("Fundus"), QStringLiteral("OCT")}));
    QCOMPARE(changed.count(), 2);
    model.clear();
    QVERIFY(model.modalities().isEmpty());
}

void TestImageListModel::itTellsWhenAGuardHasDecided() {
    ImageListModel model;
    const QSignalSpy changed(&model, &ImageListModel::guardedChanged);
    model.setNames(threeNames);
    model.setJudgements({{.row = 0, .quality = {1, 0, 0}}});
    QVERIFY(!model.isGuarded());
    model.setJudgements({{.row = 1, .shown = GuardChoice::Original}, {.row = 7, .shown = GuardChoice::Source}});
    QVERIFY(model.isGuarded());
    QVERIFY(model.row(1).shown == GuardChoice::Original && !model.row(0).shown);
    QVERIFY(model.index(1).data(Qt::ToolTipRole).toString().contains(QStringLiteral("Result shown: Left as taken")));
    model.setJudgements({{.row = 1}});
    QVERIFY(model.isGuarded()); // it is still a folder in which one can decide
    QCOMPARE(changed.count(), 1);
    model.clear();
    QVERIFY(!model.isGuarded());
    QCOMPARE(changed.count(), 2);
}

void TestImageListModel::judgementsAreToldAsOneChange() {
    ImageListModel model;
    model.setNames(threeNames);
    const QSignalSpy changed(&model, &ImageListModel::dataChanged);
    model.setJudgements({{.row = 2, .quality = {1, 0, 0}}, {.row = 1, .quality = {0, 1, 0}}, {.row = -1}, {.row = 3}});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 2);
    QVERIFY(changed.first().at(2).value<QList<int>>().contains(ImageListModel::QualityRole));
    model.setJudgements({{.row = 3}});
    QCOMPARE(changed.count(), 1);
}

void TestImageListModel::theGainNeedsBothQualities() {
    ImageListModel model;
    model.setNames(threeNames);
    model.setJudgements({{.row = 0, .quality = {0.2, 0.5, 0.3}},
                         {.row = 1, .enhanced = {0.9, 0.1, 0}},
                         {.row = 2, .quality = {0.5, 0.4, 0.1}, .enhanced = {0.25, 0.6, 0.1}}});
    QVERIFY(std::isnan(model.index(0).data(ImageListModel::GainRole).toDouble()));
    QVERIFY(std::isnan(model.index(1).data(ImageListModel::GainRole).toDouble()));
    QCOMPARE(model.index(2).data(ImageListModel::GainRole).toDouble(), -0.25);
    QCOMPARE(gainText(-0.25), QStringLiteral("\u2212") + QLocale().toString(0.25, 'f', 2));
    QCOMPARE(gainText(0.001), QLocale().toString(0.0, 'f', 2));
}

void TestImageListModel::aDescriptionTellsEverythingKnown() {
    ImageListModel model;
    model.setNames(threeNames);
    QCOMPARE(imageDescription(model.row(0)), threeNames[0]);
    model.setJudgements({{.row = 0,
                          .quality = {0.41, 0.5, 0.09},
                          .enhanced = {0.75, 0.1, 0.03},
                          .modality = QStringLiteral("Fundus"),
                          .decision = PickerVerdict::Accepted,
                          .byHand = true}});
    model.setFlag(0, ImageFlag::Pick);
    const auto text = model.index(0).data(Qt::AccessibleTextRole).toString();
    for (const auto* part : {"Quality usable (good 41 %", "Enhanced: Quality good (good 75 %",
                             "Gain +0.34: enhancing took the judge's probability of \u201cgood\u201d from 41 % to 75 %",
                             "accepted by hand", "pick", "Fundus"})
        QVERIFY2(text.contains(QString::fromUtf8(part)), qPrintable(text));
}

QTEST_MAIN(TestImageListModel)
#include "tst_image_list_model.moc"
