// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/guard_models.h"

#include "../methods/constant_assessor.h"
#include "../methods/simple_networks.h"
#include "methods/same/judge_checkpoints.h"
#include "methods/same/same_model.h"
#include "storage/sha256.h"

#include <QTemporaryDir>
#include <QTest>

using namespace limpid;

namespace fs = std::filesystem;

class TestGuardModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aShippedParentIsFound();
    void anEarlierModelOfTheSameClinicIsFound();
    void aModelThatWasNotAdaptedNeedsNone();
    void withoutTheParentThereIsNone();
    void withoutOneOfTheJudgesThereIsNone_data();
    void withoutOneOfTheJudgesThereIsNone();

private:
    fs::path save(const fs::path& file, double tone, const std::string& parent) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_shipped;
    fs::path m_clinic;
    fs::path m_source;
};

fs::path TestGuardModels::save(const fs::path& file, double tone, const std::string& parent) const {
    SameModel model;
    model.network = tonedUnet(tone);
    model.parentSha256 = parent;
    return saveSameModel(file, model) ? file : fs::path();
}

void TestGuardModels::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_shipped = fs::path(m_folder->path().toStdString()) / "shipped";
    m_clinic = fs::path(m_folder->path().toStdString()) / "clinic";
    fs::create_directories(m_shipped);
    fs::create_directories(m_clinic);
    m_source = save(m_shipped / "fundus.safetensors", 0.0, {});
    // Only the files are looked for.
    QVERIFY(saveQualityAssessor(m_shipped / "fundus_quality.safetensors", constantAssessor(0.7, 0.2, 0.1)).has_value());
    fs::copy_file(m_shipped / "fundus_quality.safetensors", m_shipped / "fundus_structure.safetensors");
    fs::copy_file(m_shipped / "fundus_quality.safetensors", m_shipped / "fundus_degradation.safetensors");
}

void TestGuardModels::aShippedParentIsFound() {
    const auto adapted = save(m_clinic / "one.safetensors", 1.0, *sha256OfFile(m_source));
    const auto found = findGuardModels(adapted, ModelLibrary(m_shipped));
    QVERIFY(found.has_value());
    QCOMPARE(found->source, m_source);
    QCOMPARE(found->judges.quality, m_shipped / "fundus_quality.safetensors");
    QCOMPARE(found->judges.structure, m_shipped / "fundus_structure.safetensors");
    QCOMPARE(found->judges.estimator, m_shipped / "fundus_degradation.safetensors");
}

void TestGuardModels::anEarlierModelOfTheSameClinicIsFound() {
    const auto one = save(m_clinic / "one.safetensors", 1.0, *sha256OfFile(m_source));
    const auto two = save(m_clinic / "two.safetensors", 2.0, *sha256OfFile(one));
    const auto found = findGuardModels(two, ModelLibrary(m_shipped));
    QVERIFY(found.has_value());
    QCOMPARE(found->source, one);
}

void TestGuardModels::aModelThatWasNotAdaptedNeedsNone() {
    QVERIFY(!findGuardModels(m_source, ModelLibrary(m_shipped)));
    QVERIFY(!findGuardModels(m_clinic / "missing.safetensors", ModelLibrary(m_shipped)));
}

void TestGuardModels::withoutTheParentThereIsNone() {
    QVERIFY(!findGuardModels(save(m_clinic / "one.safetensors", 1.0, std::string(64, 'a')), ModelLibrary(m_shipped)));
}

void TestGuardModels::withoutOneOfTheJudgesThereIsNone_data() {
    QTest::addColumn<QString>("missing");
    for (const auto* name : {"fundus_quality", "fundus_structure", "fundus_degradation"})
        QTest::newRow(name) << QString::fromLatin1(name) + QStringLiteral(".safetensors");
}

void TestGuardModels::withoutOneOfTheJudgesThereIsNone() {
    QFETCH(QString, missing);
    QVERIFY(fs::remove(m_shipped / missing.toStdString()));
    QVERIFY(
        !findGuardModels(save(m_clinic / "one.safetensors", 1.0, *sha256OfFile(m_source)), ModelLibrary(m_shipped)));
}

QTEST_APPLESS_MAIN(TestGuardModels)
#include "tst_guard_models.moc"
