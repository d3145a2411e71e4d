// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picker/pseudo_label_filter.h"
#include "picker/pseudo_label_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using limpid::PickOverride;
using limpid::PseudoLabelFilter;
using limpid::PseudoLabelModel;
using limpid::PseudoLabelRecord;

class TestPseudoLabelModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itKeepsTheContractOfModels();
    void theNewestEpochIsShownUnlessAnOlderOneWasChosen();
    void whatChangedSinceTheLastEpochIsTold();
    void decisionsByHandOutliveTheEpoch();
    void thumbnailsComeLater();
    void theFilterShowsWhatWasAskedFor();
    void theFilterSortsNamesNaturallyAndNumbersBySize();
};

namespace {

PseudoLabelRecord record(const QString& name, double good, bool accepted) {
    PseudoLabelRecord made;
    made.name = name;
    made.good = good;
    made.accepted = accepted;
    made.qualityThreshold = 0.8;
    return made;
}

std::vector<PseudoLabelRecord> firstEpoch() {
    return {record(QStringLiteral("eye 10"), 0.9, true), record(QStringLiteral("eye 2"), 0.10, false),
            record(QStringLiteral("eye 1"), 0.95, true)};
}

std::vector<PseudoLabelRecord> secondEpoch() {
    return {record(QStringLiteral("eye 10"), 0.7, false), record(QStringLiteral("eye 2"), 0.2, false),
            record(QStringLiteral("eye 3"), 0.95, true)};
}

QStringList namesOf(const PseudoLabelFilter& filter) {
    QStringList names;
    for (int row = 0; row < filter.rowCount(); ++row)
        names << filter.index(row, PseudoLabelModel::NameColumn).data().toString();
    return names;
}

} // namespace

void TestPseudoLabelModel::itKeepsTheContractOfModels() {
    PseudoLabelModel model;
    PseudoLabelFilter filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester filtered(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEpoch(1, firstEpoch());
    filter.setShow(PseudoLabelFilter::Show::Accepted);
    model.setOverride({QStringLiteral("eye 2")}, PickOverride::Pick);
    model.setEpoch(2, secondEpoch());
    model.showEpoch(1);
    filter.setText(QStringLiteral("eye"));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.shownEpoch(), -1);
}

void TestPseudoLabelModel::theNewestEpochIsShownUnlessAnOlderOneWasChosen() {
    PseudoLabelModel model;
    const QSignalSpy shown(&model, &PseudoLabelModel::shownEpochChanged);
    model.setEpoch(1, firstEpoch());
    model.setEpoch(2, secondEpoch());
    QCOMPARE(model.shownEpoch(), 2);
    model.showEpoch(1);
    model.setEpoch(3, secondEpoch());
    QCOMPARE(model.shownEpoch(), 1);
    model.showEpoch(7);
    QCOMPARE(model.shownEpoch(), 1);
    QCOMPARE(model.epochs(), (std::vector<int>{1, 2, 3}));
    QCOMPARE(shown.count(), 3);
}

void TestPseudoLabelModel::whatChangedSinceTheLastEpochIsTold() {
    PseudoLabelModel model;
    model.setEpoch(1, firstEpoch());
    QVERIFY(!model.changedSinceLastEpoch(0));
    model.setEpoch(2, secondEpoch());
    QVERIFY(model.changedSinceLastEpoch(0));
    QVERIFY(!model.changedSinceLastEpoch(1));
    QVERIFY(!model.changedSinceLastEpoch(2)); // was not there before
    QVERIFY(model.index(0, 0).data(PseudoLabelModel::ChangedRole).toBool());
}

void TestPseudoLabelModel::decisionsByHandOutliveTheEpoch() {
    PseudoLabelModel model;
    model.setEpoch(1, firstEpoch());
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setOverride({QStringLiteral("eye 2")}, PickOverride::Pick);
    QCOMPARE(changed.count(), 1);
    QVERIFY(model.record(1).isUsed());
    model.setEpoch(2, secondEpoch());
    QVERIFY(model.record(1).byHand == PickOverride::Pick);
    QVERIFY(!model.record(1).accepted);
    QVERIFY(model.index(1, PseudoLabelModel::DecisionColumn).data().toString().contains(QStringLiteral("by hand")));
    model.setOverride({QStringLiteral("eye 2")}, PickOverride::None);
    model.setEpoch(3, secondEpoch());
    QVERIFY(!model.record(1).isUsed());
}

void TestPseudoLabelModel::thumbnailsComeLater() {
    PseudoLabelModel model;
    model.setEpoch(1, firstEpoch());
    QVERIFY(model.index(1, 0).data(Qt::DecorationRole).isNull());
    QImage red(4, 4, QImage::Format_RGB32);
    red.fill(Qt::red);
    model.setImages(1, QStringLiteral("eye 2"), red, red, red);
    model.setImages(9, QStringLiteral("eye 2"), red, red, red);
    QCOMPARE(model.index(1, 0).data(Qt::DecorationRole).value<QImage>().pixelColor(1, 1), QColor(Qt::red));
    QVERIFY(!model.record(1).structure.isNull());
}

void TestPseudoLabelModel::theFilterShowsWhatWasAskedFor() {
    PseudoLabelModel model;
    PseudoLabelFilter filter;
    filter.setSourceModel(&model);
    model.setEpoch(1, firstEpoch());
    model.setEpoch(2, secondEpoch());
    filter.setShow(PseudoLabelFilter::Show::Accepted);
    QCOMPARE(namesOf(filter), QStringList{QStringLiteral("eye 3")});
    filter.setShow(PseudoLabelFilter::Show::Rejected);
    QCOMPARE(filter.rowCount(), 2);
    filter.setShow(PseudoLabelFilter::Show::Changed);
    QCOMPARE(namesOf(filter), QStringList{QStringLiteral("eye 10")});
    filter.setShow(PseudoLabelFilter::Show::All);
    filter.setText(QStringLiteral("JUDGE REFUSED"));
    QCOMPARE(filter.rowCount(), 2);
    filter.setText(QStringLiteral("eye 3"));
    QCOMPARE(filter.rowCount(), 1);
}

void TestPseudoLabelModel::theFilterSortsNamesNaturallyAndNumbersBySize() {
    PseudoLabelModel model;
    PseudoLabelFilter filter;
    filter.setSourceModel(&model);
    model.setEpoch(1, firstEpoch());
    filter.sort(PseudoLabelModel::NameColumn);
    QCOMPARE(namesOf(filter),
             (QStringList{QStringLiteral("eye 1"), QStringLiteral("eye 2"), QStringLiteral("eye 10")}));
    filter.sort(PseudoLabelModel::GoodColumn);
    QCOMPARE(namesOf(filter),
             (QStringList{QStringLiteral("eye 2"), QStringLiteral("eye 10"), QStringLiteral("eye 1")}));
}

QTEST_MAIN(TestPseudoLabelModel)
#include "tst_pseudo_label_model.moc"
