// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli_run.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QSize>
#include <QTemporaryDir>
#include <QtEndian>

/// The commands that run the shipped models, on phantoms, through the real program. What a picker that judges phantoms
/// accepts is not asked here; the form that asks no judge is used.
class CliModelsTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString at(const QString& name) const { return m_folder.filePath(name); }
    static QStringList files(const QString& folder) { return QDir(folder).entryList(QDir::Files, QDir::Name); }
    static QByteArray content(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static bool write(const QString& path, const QByteArray& bytes) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    /// Width and height from a PNG file's header.
    static QSize pngSize(const QString& path) {
        const auto header = content(path).mid(16, 8);
        if (header.size() < 8)
            return {};
        return {static_cast<int>(qFromBigEndian<quint32>(header.constData())),
                static_cast<int>(qFromBigEndian<quint32>(header.constData() + 4))};
    }
    QStringList adaptArguments(const QString& clinic) const {
        return {QStringLiteral("adapt"),          at(QStringLiteral("clinic")),
                QStringLiteral("--clinic"),       clinic,
                QStringLiteral("--form"),         QStringLiteral("as-released"),
                QStringLiteral("--epochs"),       QStringLiteral("1"),
                QStringLiteral("--working-size"), QStringLiteral("64"),
                QStringLiteral("--json")};
    }

private Q_SLOTS:
    void initTestCase() {
        qputenv("XDG_DATA_HOME", at(QStringLiteral("home")).toUtf8());
        QCOMPARE(runCli({QStringLiteral("phantom"), QStringLiteral("--count"), QStringLiteral("8"),
                         QStringLiteral("--size"), QStringLiteral("160"), QStringLiteral("--seed"), QStringLiteral("5"),
                         QStringLiteral("--out"), at(QStringLiteral("good"))})
                     .status,
                 0);
        QCOMPARE(runCli({QStringLiteral("degrade"), at(QStringLiteral("good/images")), QStringLiteral("--out"),
                         at(QStringLiteral("clinic")), QStringLiteral("--references"), at(QStringLiteral("references")),
                         QStringLiteral("--limit"), QStringLiteral("128"), QStringLiteral("--preset"),
                         QStringLiteral("wide")})
                     .status,
                 0);
    }

    void referencesHaveTheSizeOfWhatWasDamaged() {
        QCOMPARE(files(at(QStringLiteral("references"))), files(at(QStringLiteral("clinic"))));
        const auto reference = at(QStringLiteral("references/phantom_001.png"));
        QCOMPARE(pngSize(reference), QSize(128, 128));
        QVERIFY(content(reference) != content(at(QStringLiteral("clinic/phantom_001.png"))));
    }

    void enhancedPhotographsHaveTheirOwnSizeAndOriginalsStayAsTheyAre() {
        const auto before = content(at(QStringLiteral("clinic/phantom_002.png")));
        const auto run = runCli({QStringLiteral("enhance"), at(QStringLiteral("clinic")), QStringLiteral("--out"),
                                 at(QStringLiteral("enhanced")), QStringLiteral("--json")});
        QCOMPARE(run.status, 0);
        QCOMPARE(run.json()[QStringLiteral("outputs")].toArray().size(), 8);
        QCOMPARE(pngSize(at(QStringLiteral("enhanced/phantom_002.png"))), QSize(128, 128));
        QCOMPARE(content(at(QStringLiteral("clinic/phantom_002.png"))), before);
    }

    void theNetworksOwnSizeCanBeAskedFor() {
        const auto run = runCli({QStringLiteral("enhance"), at(QStringLiteral("clinic/phantom_001.png")),
                                 QStringLiteral("--out"), at(QStringLiteral("small")), QStringLiteral("--working-size"),
                                 QStringLiteral("192"), QStringLiteral("--output-size"), QStringLiteral("working")});
        QCOMPARE(run.status, 0);
        QCOMPARE(pngSize(at(QStringLiteral("small/phantom_001.png"))), QSize(192, 192));
    }

    void whatCannotBeReadFailsAloneAndTheRestIsDone() {
        const auto folder = at(QStringLiteral("mixed"));
        QVERIFY(QDir().mkpath(folder));
        const auto good = content(at(QStringLiteral("clinic/phantom_001.png")));
        QVERIFY(write(folder + QStringLiteral("/a_good.png"), good));
        QVERIFY(write(folder + QStringLiteral("/b_empty.png"), {}));
        QVERIFY(write(folder + QStringLiteral("/c_text.jpg"), "no photograph"));
        QVERIFY(write(folder + QStringLiteral("/d_cut.png"), good.left(good.size() / 2)));
        QVERIFY(write(folder + QStringLiteral("/e_tiny.ppm"), "P6 1 1 255 abc"));
        QVERIFY(write(folder + QStringLiteral("/f_good.png"), good));
        const auto run = runCli({QStringLiteral("enhance"), folder, QStringLiteral("--out"),
                                 at(QStringLiteral("mixed-out")), QStringLiteral("--json")});
        QCOMPARE(run.status, 1);
        QCOMPARE(files(at(QStringLiteral("mixed-out"))),
                 (QStringList{QStringLiteral("a_good.png"), QStringLiteral("f_good.png")}));
        const auto failures = run.json()[QStringLiteral("failures")].toArray();
        QCOMPARE(failures.size(), 4);
        for (const auto& failure : failures)
            QVERIFY(!failure[QStringLiteral("sentence")].toString().isEmpty());
    }

    void unknownAndCorruptModelsAreRefusedInASentence_data() {
        QTest::addColumn<QString>("model");
        QTest::newRow("unknown") << QStringLiteral("no-such-model");
        QVERIFY(write(at(QStringLiteral("noise.safetensors")), QByteArray(4096, '\x7f')));
        QTest::newRow("corrupt") << at(QStringLiteral("noise.safetensors"));
        QVERIFY(write(at(QStringLiteral("huge.safetensors")), QByteArray("\xff\xff\xff\xff\xff\xff\xff\x7f{}", 10)));
        QTest::newRow("huge header") << at(QStringLiteral("huge.safetensors"));
    }

    void unknownAndCorruptModelsAreRefusedInASentence() {
        QFETCH(QString, model);
        const auto run =
            runCli({QStringLiteral("enhance"), at(QStringLiteral("clinic")), QStringLiteral("--out"),
                    at(QStringLiteral("refused")), QStringLiteral("--model"), model, QStringLiteral("--json")});
        QCOMPARE(run.status, 3);
        QCOMPARE(run.json()[QStringLiteral("failures")].toArray().size(), 1);
        QVERIFY(files(at(QStringLiteral("refused"))).isEmpty());
    }

    void adaptingKeepsAModelThatEnhanceThenUses() {
        const auto report = at(QStringLiteral("report.json"));
        const auto run = runCli(adaptArguments(QStringLiteral("Eye clinic")) +
                                QStringList{QStringLiteral("--reference"), at(QStringLiteral("references")),
                                            QStringLiteral("--report"), report, QStringLiteral("--report"),
                                            at(QStringLiteral("report.html")), QStringLiteral("--report"),
                                            at(QStringLiteral("report.pdf"))});
        QVERIFY2(run.status == 0, run.err.constData());
        const auto json = QJsonDocument::fromJson(content(report)).object();
        for (const auto* key : {"device", "seconds", "peak_memory_mb", "seed", "method", "model", "epochs"})
            QVERIFY2(json.contains(QLatin1String(key)), key);
        const auto epoch = json[QStringLiteral("epochs")].toArray().last().toObject();
        for (const auto* key : {"step", "loss", "accepted", "psnr", "ssim", "measured_against"})
            QVERIFY2(epoch.contains(QLatin1String(key)), key);
        const auto reference = json[QStringLiteral("reference")].toObject();
        QVERIFY(reference.contains(QStringLiteral("worse_share")));
        QVERIFY(reference[QStringLiteral("adapted")][QStringLiteral("psnr")].toDouble() > 5.0);
        QVERIFY(QFile::exists(json[QStringLiteral("model")].toString()));
        QCOMPARE(
            runCli({QStringLiteral("enhance"), at(QStringLiteral("clinic/phantom_001.png")), QStringLiteral("--clinic"),
                    QStringLiteral("Eye clinic"), QStringLiteral("--out"), at(QStringLiteral("adapted"))})
                .status,
            0);
        QCOMPARE(files(at(QStringLiteral("adapted"))).size(), 1);
        QVERIFY(!QFile::exists(at(QStringLiteral("home/limpid/clinics/Eye clinic/unfinished.safetensors"))));

        QVERIFY(content(at(QStringLiteral("report.html"))).contains("<h1>Adaptation to Eye clinic</h1>"));
        QVERIFY(content(at(QStringLiteral("report.pdf"))).startsWith("%PDF-"));
        const auto card = runCli({QStringLiteral("models"), json[QStringLiteral("model")].toString()});
        QCOMPARE(card.status, 0);
        QVERIFY(card.out.contains("PSNR gain (dB)"));
        QVERIFY(card.out.contains(" to ")); // an interval
        QVERIFY(!card.out.contains("phantom_"));
    }

    void aReportOfAnotherKindIsRefusedBeforeAnythingIsDone() {
        const auto run = runCli(adaptArguments(QStringLiteral("Nowhere")) +
                                QStringList{QStringLiteral("--report"), at(QStringLiteral("report.txt"))});
        QCOMPARE(run.status, 2);
        QVERIFY(run.err.contains(".json, .html or .pdf"));
        QVERIFY(!QDir(at(QStringLiteral("home"))).exists(QStringLiteral("limpid/clinics/Nowhere")));
    }

    void aLimitedUpdateStandsInTheReportAndInTheModel() {
        const auto run = runCli(adaptArguments(QStringLiteral("Limited clinic")) +
                                QStringList{QStringLiteral("--clip-update"), QStringLiteral("0.0001"),
                                            QStringLiteral("--noise-update"), QStringLiteral("2")});
        QVERIFY2(run.status == 0, run.err.constData());
        const auto json = run.json();
        const auto update = json[QStringLiteral("update")].toObject();
        QCOMPARE(update[QStringLiteral("clip")].toDouble(), 0.0001);
        QCOMPARE(update[QStringLiteral("noise")].toDouble(), 2.0);
        QVERIFY(update[QStringLiteral("relative_norm")].toDouble() > 0.0001);
        const auto model = content(json[QStringLiteral("model")].toString());
        QVERIFY(model.left(100'000).contains("update limited to 0.0001 of the source weights' norm, noise 2"));
    }

    void whatWasDoneStandsInTheClinicsRecords() {
        const auto models = runCli({QStringLiteral("clinics"), QStringLiteral("models"), QStringLiteral("Eye clinic"),
                                    QStringLiteral("--json")});
        QCOMPARE(models.status, 0);
        const auto model = models.json()[QStringLiteral("models")].toArray().last().toObject();
        QVERIFY(model[QStringLiteral("in_use")].toBool());
        QCOMPARE(model[QStringLiteral("parent_sha256")].toString().size(), 64);
        const auto history = runCli({QStringLiteral("clinics"), QStringLiteral("history"),
                                     at(QStringLiteral("clinic/phantom_001.png")), QStringLiteral("--json")});
        QCOMPARE(history.status, 0);
        const auto enhanced = history.json()[QStringLiteral("enhancements")].toArray().last().toObject();
        QCOMPARE(enhanced[QStringLiteral("clinic")].toString(), QStringLiteral("Eye clinic"));
        QCOMPARE(enhanced[QStringLiteral("model_sha256")], model[QStringLiteral("sha256")]);
        QCOMPARE(history.json()[QStringLiteral("decisions")].toArray().size(), 2); // one in each run
        const auto check = runCli({QStringLiteral("clinics"), QStringLiteral("verify"), QStringLiteral("--json")});
        QVERIFY2(check.status == 0, check.err.constData());
        QCOMPARE(check.json()[QStringLiteral("runs")].toInt(), 2); // and the limited one
    }

    void fewerThanEightImagesAreTooFewToAdaptTo() {
        auto arguments = adaptArguments(QStringLiteral("Small clinic"));
        QVERIFY(QDir().mkpath(at(QStringLiteral("few"))));
        QVERIFY(QFile::copy(at(QStringLiteral("clinic/phantom_001.png")), at(QStringLiteral("few/a.png"))));
        arguments[1] = at(QStringLiteral("few"));
        const auto run = runCli(arguments);
        QCOMPARE(run.status, 3);
        QCOMPARE(run.json()[QStringLiteral("failures")].toArray()[0][QStringLiteral("code")].toString(),
                 QStringLiteral("TooFewImages"));
    }

    void pickTellsHowOftenTheJudgesAreRight() {
        const auto run = runCli({QStringLiteral("pick"), at(QStringLiteral("clinic")), QStringLiteral("--reference"),
                                 at(QStringLiteral("references")), QStringLiteral("--json")});
        QCOMPARE(run.status, 0);
        const auto both = run.json()[QStringLiteral("judges")].toObject()[QStringLiteral("both")].toObject();
        QCOMPARE(both[QStringLiteral("images")].toInt(), 8);
        QCOMPARE(run.json()[QStringLiteral("decisions")].toArray().size(), 8);
    }

    void fidelityOfAFolderToItselfIsPerfect() {
        const auto run = runCli({QStringLiteral("fidelity"), at(QStringLiteral("references")),
                                 at(QStringLiteral("references")), QStringLiteral("--json")});
        QCOMPARE(run.status, 0);
        const auto mean = run.json()[QStringLiteral("mean")].toObject();
        QVERIFY(mean[QStringLiteral("precision")].toDouble() > 0.999);
        QVERIFY(mean[QStringLiteral("recall")].toDouble() > 0.999);
    }
};

QTEST_GUILESS_MAIN(CliModelsTest)
#include "tst_cli_models.moc"
