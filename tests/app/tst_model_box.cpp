// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model_box.h"

#include "paths.h"
#include "storage/clinics/clinic_run.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace limpid;

class TestModelBox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theShippedModelComesFirstAndTheClinicsFollow();
    void theModelThatIsAskedForIsChosen();
    void aClinicThatUsesAnotherModelStaysChosen();
    void aChoiceByHandMeanwhileStays();
    void aModelThatIsGoneGivesTheFirst();
    void withoutAnyModelNothingCanBeChosen();

private:
    void adapt(const QString& clinic) const;
    ModelCatalog catalog() const { return {toPath(m_folder->filePath(QStringLiteral("fundus.safetensors"))), root()}; }
    std::filesystem::path root() const { return toPath(m_folder->filePath(QStringLiteral("clinics"))); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestModelBox::init() {
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestModelBox::adapt(const QString& clinic) const {
    const auto folder = m_folder->filePath(QStringLiteral("clinics/") + clinic);
    QVERIFY(QDir().mkpath(folder));
    QFile model(folder + QStringLiteral("/model.safetensors"));
    QVERIFY(model.open(QIODevice::WriteOnly));
}

void TestModelBox::theShippedModelComesFirstAndTheClinicsFollow() {
    adapt(QStringLiteral("South"));
    adapt(QStringLiteral("North"));
    const auto models = catalog();
    const ModelBox box(models);
    QCOMPARE(box.count(), 1); // no store is opened in the window's thread
    QVERIFY(box.path() == toPath(m_folder->filePath(QStringLiteral("fundus.safetensors"))));
    QTRY_COMPARE(box.count(), 3);
    QCOMPARE(box.itemText(0), QStringLiteral("fundus"));
    QVERIFY(box.itemText(1).contains(QStringLiteral("North")));
    QVERIFY(box.itemText(2).contains(QStringLiteral("South")));
    QVERIFY(box.path() == toPath(m_folder->filePath(QStringLiteral("fundus.safetensors"))));
    QVERIFY(!box.accessibleName().isEmpty());
}

void TestModelBox::theModelThatIsAskedForIsChosen() {
    const auto models = catalog();
    ModelBox box(models);
    QSignalSpy refilled(&box, &ModelBox::refilled);
    QVERIFY(refilled.wait());
    QVERIFY(!refilled.takeFirst().first().toBool());
    adapt(QStringLiteral("North"));
    box.refill(root() / "North" / "model.safetensors");
    QVERIFY(refilled.wait());
    QVERIFY(refilled.takeFirst().first().toBool()); // another than before
    QVERIFY(box.path() == root() / "North" / "model.safetensors");
    QVERIFY(box.currentText().contains(QStringLiteral("North")));
    box.refill();
    QVERIFY(refilled.wait());
    QVERIFY(!refilled.takeFirst().first().toBool());
    QVERIFY(box.currentText().contains(QStringLiteral("North")));
}

void TestModelBox::aClinicThatUsesAnotherModelStaysChosen() {
    adapt(QStringLiteral("North"));
    const auto models = catalog();
    ModelBox box(models);
    QTRY_COMPARE(box.count(), 2);
    box.setCurrentIndex(1);
    {
        auto store = ClinicStore::open(root());
        auto run = ClinicRun::begin(*store, {"North", "{}", 1, false});
        std::ofstream(run->modelFile()) << "newer";
        ClinicRun::Ending ending;
        ending.configuration = "{}";
        ending.modelWritten = ending.use = true;
        QVERIFY(run->finish(ending).has_value());
    }
    QSignalSpy refilled(&box, &ModelBox::refilled);
    box.refill();
    QVERIFY(refilled.wait());
    QVERIFY(refilled.first().first().toBool());
    QVERIFY(box.currentText().contains(QStringLiteral("North")));
    QVERIFY(box.path().filename() != "model.safetensors");
}

void TestModelBox::aChoiceByHandMeanwhileStays() {
    adapt(QStringLiteral("North"));
    adapt(QStringLiteral("South"));
    const auto models = catalog();
    ModelBox box(models);
    QTRY_COMPARE(box.count(), 3);
    QSignalSpy refilled(&box, &ModelBox::refilled);
    box.refill(root() / "North" / "model.safetensors");
    box.setCurrentIndex(2);
    Q_EMIT box.activated(2);
    QVERIFY(refilled.wait());
    QVERIFY(box.currentText().contains(QStringLiteral("South")));
}

void TestModelBox::aModelThatIsGoneGivesTheFirst() {
    const auto models = catalog();
    ModelBox box(models);
    QSignalSpy refilled(&box, &ModelBox::refilled);
    box.refill(root() / "nowhere.safetensors");
    QVERIFY(refilled.wait());
    QCOMPARE(box.currentIndex(), 0);
}

void TestModelBox::withoutAnyModelNothingCanBeChosen() {
    const ModelCatalog models(fail(ErrorCode::ModelNotFound, {"fundus"}), root());
    ModelBox box(models);
    QSignalSpy refilled(&box, &ModelBox::refilled);
    QVERIFY(box.path().empty());
    QVERIFY(!box.isEnabled());
    QVERIFY(refilled.wait());
    QVERIFY(box.path().empty());
    QVERIFY(!box.isEnabled());
}

QTEST_MAIN(TestModelBox)
#include "tst_model_box.moc"
