// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli_run.h"

#include "storage/clinics/clinic_lock.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace limpid;

/// 'limpid-cli clinics' with all its words. The models are only files here: nothing is computed with them.
class CliClinicsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString at(const QString& name) const { return m_folder->filePath(name); }
    QString folder() const { return at(QStringLiteral("home/limpid/clinics/North")); }
    static bool write(const QString& path, const QByteArray& bytes) {
        QFile file(path);
        return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) &&
               file.write(bytes) == bytes.size();
    }
    static QByteArray content(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static CliRun clinics(const QStringList& arguments) {
        return runCli(QStringList{QStringLiteral("clinics")} + arguments + QStringList{QStringLiteral("--json")});
    }
    static QStringList names() {
        QStringList found;
        for (const auto& clinic : clinics({}).json()[QStringLiteral("clinics")].toArray())
            found << clinic[QStringLiteral("name")].toString();
        return found;
    }
    static QString code(const CliRun& run) {
        return run.json()[QStringLiteral("failures")].toArray()[0][QStringLiteral("code")].toString();
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", at(QStringLiteral("home")).toUtf8());
        QVERIFY(write(folder() + QStringLiteral("/older.safetensors"), "older weights"));
        QVERIFY(write(folder() + QStringLiteral("/model.safetensors"), "weights in use"));
    }

    void theListHasWhatItAlwaysHad() {
        for (const auto& arguments : {QStringList(), QStringList{QStringLiteral("list")}}) {
            const auto run = clinics(arguments);
            QCOMPARE(run.status, 0);
            const auto clinic = run.json()[QStringLiteral("clinics")].toArray()[0].toObject();
            QCOMPARE(clinic[QStringLiteral("name")].toString(), QStringLiteral("North"));
            QCOMPARE(clinic[QStringLiteral("model")].toString(), folder() + QStringLiteral("/model.safetensors"));
        }
    }

    void theModelInUseIsMarkedAndCanBeRolledBack() {
        const auto models = clinics({QStringLiteral("models"), QStringLiteral("North")});
        QCOMPARE(models.status, 0);
        const auto list = models.json()[QStringLiteral("models")].toArray();
        QCOMPARE(list.size(), 2);
        QVERIFY(!list[0][QStringLiteral("in_use")].toBool() && list[1][QStringLiteral("in_use")].toBool());
        const auto sha256 = list[0][QStringLiteral("sha256")].toString();
        const auto back = clinics({QStringLiteral("rollback"), QStringLiteral("North"), sha256.left(8)});
        QCOMPARE(back.status, 0);
        QCOMPARE(back.json()[QStringLiteral("model")].toString(), folder() + QStringLiteral("/older.safetensors"));
        const auto text =
            runCli({QStringLiteral("clinics"), QStringLiteral("models"), QStringLiteral("North")}).out.split('\n');
        QVERIFY(text[0].startsWith('*') && !text[1].startsWith('*'));
        QCOMPARE(clinics({QStringLiteral("rollback"), QStringLiteral("North"), QStringLiteral("77")}).status, 2);
    }

    void aClinicIsRenamedDuplicatedAndDeleted() {
        QCOMPARE(clinics({QStringLiteral("rename"), QStringLiteral("North"), QStringLiteral("眼科")}).status, 0);
        QCOMPARE(clinics({QStringLiteral("duplicate"), QStringLiteral("眼科"), QStringLiteral("Copy")}).status, 0);
        QCOMPARE(names(), (QStringList{QStringLiteral("Copy"), QStringLiteral("眼科")}));
        QCOMPARE(code(clinics({QStringLiteral("rename"), QStringLiteral("Copy"), QStringLiteral("眼科")})),
                 QStringLiteral("ClinicExists"));
        const auto unsure = clinics({QStringLiteral("delete"), QStringLiteral("眼科")});
        QCOMPARE(unsure.status, 2);
        QCOMPARE(unsure.json()[QStringLiteral("models")].toArray().size(), 2); // what would go
        QCOMPARE(names().size(), 2);
        QCOMPARE(clinics({QStringLiteral("delete"), QStringLiteral("眼科"), QStringLiteral("--yes")}).status, 0);
        QCOMPARE(names(), QStringList{QStringLiteral("Copy")});
        QVERIFY(!QFile::exists(folder()));
        QCOMPARE(code(clinics({QStringLiteral("delete"), QStringLiteral("眼科"), QStringLiteral("--yes")})),
                 QStringLiteral("ClinicNotFound"));
    }

    void aClinicTravelsInOneFile() {
        const auto file = at(QStringLiteral("north.tar"));
        QCOMPARE(clinics({QStringLiteral("export"), QStringLiteral("North"), file}).status, 0);
        QCOMPARE(code(clinics({QStringLiteral("export"), QStringLiteral("North"), file})),
                 QStringLiteral("OutputExists"));
        QCOMPARE(code(clinics({QStringLiteral("import"), file})), QStringLiteral("ClinicExists"));
        qputenv("XDG_DATA_HOME", at(QStringLiteral("elsewhere")).toUtf8());
        const auto run = clinics({QStringLiteral("import"), file, QStringLiteral("--name"), QStringLiteral("Guest")});
        QCOMPARE(run.status, 0);
        QCOMPARE(content(run.json()[QStringLiteral("model")].toString()), QByteArray("weights in use"));
        QCOMPARE(names(), QStringList{QStringLiteral("Guest")});
        QCOMPARE(clinics({QStringLiteral("verify")}).status, 0);
    }

    void aDamagedArchiveIsRefusedAndNothingIsImported() {
        const auto file = at(QStringLiteral("north.tar"));
        QCOMPARE(clinics({QStringLiteral("export"), QStringLiteral("North"), file}).status, 0);
        QVERIFY(QFile::resize(file, 1500));
        const auto run = clinics({QStringLiteral("import"), file, QStringLiteral("--name"), QStringLiteral("Guest")});
        QCOMPARE(run.status, 3);
        QCOMPARE(code(run), QStringLiteral("ArchiveUnusable"));
        QCOMPARE(names(), QStringList{QStringLiteral("North")});
    }

    void verifyFindsATamperedModel() {
        const auto before = clinics({QStringLiteral("verify")});
        QCOMPARE(before.status, 0);
        QVERIFY(before.json()[QStringLiteral("sound")].toBool());
        QCOMPARE(before.json()[QStringLiteral("models")].toInt(), 2);
        QVERIFY(write(folder() + QStringLiteral("/model.safetensors"), "other weights"));
        const auto after = clinics({QStringLiteral("verify")});
        QCOMPARE(after.status, 1);
        QCOMPARE(after.json()[QStringLiteral("problems")].toArray().size(), 1);
    }

    void anImageWithoutARecordHasAnEmptyHistory() {
        const auto run = clinics({QStringLiteral("history"), QStringLiteral("nowhere.png")});
        QCOMPARE(run.status, 0);
        for (const auto* key : {"enhancements", "decisions", "overrides"})
            QVERIFY(run.json()[QLatin1String(key)].toArray().isEmpty());
    }

    void whileAnotherAdaptsNoSecondOneDoesButAllCanLook() {
        QCOMPARE(names().size(), 1);
        const auto lock = ClinicLock::take(folder().toStdString(), "North");
        QVERIFY(lock.has_value());
        QVERIFY(QDir().mkpath(at(QStringLiteral("photographs"))));
        const auto adapt = runCli({QStringLiteral("adapt"), at(QStringLiteral("photographs")),
                                   QStringLiteral("--clinic"), QStringLiteral("North"), QStringLiteral("--json")});
        QCOMPARE(adapt.status, 3);
        QCOMPARE(code(adapt), QStringLiteral("ClinicBusy"));
        QVERIFY(adapt.err.contains("in use by the program tst_cli_clinics (process " +
                                   QByteArray::number(QCoreApplication::applicationPid())));
        QCOMPARE(code(clinics({QStringLiteral("delete"), QStringLiteral("North"), QStringLiteral("--yes")})),
                 QStringLiteral("ClinicBusy"));
        QCOMPARE(names(), QStringList{QStringLiteral("North")});
        QCOMPARE(clinics({QStringLiteral("verify")}).status, 0);
    }

    void aStoreThatIsDamagedIsNamedInASentence() {
        QCOMPARE(names().size(), 1);
        QVERIFY(write(at(QStringLiteral("home/limpid/clinics/clinics.sqlite")), QByteArray(8192, '?')));
        const auto run = clinics({});
        QCOMPARE(run.status, 3);
        QCOMPARE(code(run), QStringLiteral("StoreDamaged"));
        QVERIFY(run.err.contains("clinics.sqlite"));
    }
};

QTEST_GUILESS_MAIN(CliClinicsTest)
#include "tst_cli_clinics.moc"
