// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "task/progress.h"

#include <QtTest>

using namespace limpid;

class TestProgress : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void childrenShareTheRangeOfTheirParent();
    void itNeverGoesBack();
    void tinyStepsAreNotReported();
    void aProgressWithoutListenerIsHarmless();
};

void TestProgress::childrenShareTheRangeOfTheirParent() {
    std::vector<ProgressUpdate> seen;
    Progress whole([&](const ProgressUpdate& update) { seen.push_back(update); });
    auto reading = whole.child(0.25, "reading");
    reading.set(1.0);
    auto enhancing = whole.child(0.75, "enhancing");
    auto firstImage = enhancing.child(0.5, "first image");
    firstImage.set(0.5);
    QCOMPARE(seen.back().fraction, 0.25 + 0.75 * 0.25);
    QCOMPARE(seen.back().step, std::string("first image"));
    enhancing.set(1.0);
    QCOMPARE(seen.back().fraction, 1.0);
}

void TestProgress::itNeverGoesBack() {
    double last = 0.0;
    Progress whole([&](const ProgressUpdate& update) {
        QVERIFY(update.fraction >= last);
        last = update.fraction;
    });
    whole.set(0.6);
    whole.set(0.2);
    whole.set(7.0);
    QCOMPARE(last, 1.0);
}

void TestProgress::tinyStepsAreNotReported() {
    int calls = 0;
    Progress whole([&](const ProgressUpdate&) { ++calls; });
    for (int i = 0; i <= 100000; ++i)
        whole.set(i / 100000.0);
    QVERIFY2(calls <= 1001, qPrintable(QString::number(calls)));
    QVERIFY(calls >= 900);
}

void TestProgress::aProgressWithoutListenerIsHarmless() {
    Progress none;
    none.set(0.5);
    auto part = none.child(0.5, "part");
    part.set(1.0);
}

QTEST_APPLESS_MAIN(TestProgress)
#include "tst_progress.moc"
