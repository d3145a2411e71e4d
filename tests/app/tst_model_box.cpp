// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model_box.h"

#include "paths.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace limpid;

class TestModelBox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theShippedModelComesFirstAndTheClinicsFollow();
    void theModelThatIsAskedForIsChosen();
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
    QCOMPARE(box.count(), 3);
    QCOMPARE(box.itemText(0), QStringLiteral("fundus"));
    QVERIFY(box.itemText(1).contains(QStringLiteral("North")));
    QVERIFY(box.itemText(2).contains(QStringLiteral("South")));
    QVERIFY(box.path() == toPath(m_folder->filePath(QStringLiteral("fundus.safetensors"))));
    QVERIFY(!box.accessibleName().isEmpty());
}

void TestModelBox::theModelThatIsAskedForIsChosen() {
    const auto models = catalog();
    ModelBox box(models);
    adapt(QStringLiteral("North"));
    box.refill(root() / "North" / "model.safetensors");
    QVERIFY(box.path() == root() / "North" / "model.safetensors");
    QVERIFY(box.currentText().contains(QStringLiteral("North")));
}

void TestModelBox::aModelThatIsGoneGivesTheFirst() {
    const auto models = catalog();
    ModelBox box(models);
    box.refill(root() / "nowhere.safetensors");
    QCOMPARE(box.currentIndex(), 0);
}

void TestModelBox::withoutAnyModelNothingCanBeChosen() {
    const ModelCatalog models(fail(ErrorCode::ModelNotFound, {"fundus"}), root());
    const ModelBox box(models);
    QVERIFY(box.path().empty());
    QVERIFY(!box.isEnabled());
}

QTEST_MAIN(TestModelBox)
#include "tst_model_box.moc"
