// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli_run.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

#include <csignal>

/// The commands that make and measure images, on phantoms, through the real program.
class CliImagesTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString at(const QString& name) const { return m_folder.filePath(name); }
    static QByteArray content(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QStringList files(const QString& folder) { return QDir(folder).entryList(QDir::Files, QDir::Name); }

    /// A copy of the clinic's images with a text file among them.
    QString mixedFolder(const QString& name) const {
        QDir().mkpath(at(name));
        for (const auto& file : files(at(QStringLiteral("clinic/images"))))
            QFile::copy(at(QStringLiteral("clinic/images/") + file), at(name) + QLatin1Char('/') + file);
        QFile text(at(name) + QStringLiteral("/notes.jpg"));
        if (text.open(QIODevice::WriteOnly))
            text.write("this is no photograph");
        return at(name);
    }

private Q_SLOTS:
    void initTestCase() {
        const auto run =
            runCli({QStringLiteral("phantom"), QStringLiteral("--count"), QStringLiteral("3"), QStringLiteral("--size"),
                    QStringLiteral("160"), QStringLiteral("--seed"), QStringLiteral("5"), QStringLiteral("--out"),
                    at(QStringLiteral("clinic")), QStringLiteral("--json")});
        QCOMPARE(run.status, 0);
        QCOMPARE(run.json()[QStringLiteral("outputs")].toArray().size(), 3);
        QCOMPARE(run.json()[QStringLiteral("command")].toString(), QStringLiteral("phantom"));
        QCOMPARE(files(at(QStringLiteral("clinic/images"))).size(), 3);
        QCOMPARE(files(at(QStringLiteral("clinic/images"))), files(at(QStringLiteral("clinic/masks"))));
    }

    void wrongUseOfACommandIsStatusTwoWithoutAnyResult_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("missing option") << QStringList{QStringLiteral("phantom")};
        QTest::newRow("unknown option") << QStringList{QStringLiteral("evaluate"), QStringLiteral("--oct")};
        QTest::newRow("number out of range")
            << QStringList{QStringLiteral("phantom"), QStringLiteral("--out"), QStringLiteral("x"),
                           QStringLiteral("--count"), QStringLiteral("0")};
        QTest::newRow("noise without a limit") << QStringList{QStringLiteral("adapt"),          QStringLiteral("x"),
                                                              QStringLiteral("--clinic"),       QStringLiteral("y"),
                                                              QStringLiteral("--noise-update"), QStringLiteral("1")};
        QTest::newRow("kind and preset at once") << QStringList{
            QStringLiteral("degrade"), QStringLiteral("x"),    QStringLiteral("--out"),    QStringLiteral("y"),
            QStringLiteral("--kind"),  QStringLiteral("haze"), QStringLiteral("--preset"), QStringLiteral("gfe")};
    }

    void wrongUseOfACommandIsStatusTwoWithoutAnyResult() {
        QFETCH(QStringList, arguments);
        const auto run = runCli(arguments);
        QCOMPARE(run.status, 2);
        QVERIFY(run.out.isEmpty());
        QVERIFY(!run.err.isEmpty());
    }

    void theSameSeedGivesTheSamePhantoms() {
        const QStringList options{QStringLiteral("phantom"), QStringLiteral("--count"), QStringLiteral("1"),
                                  QStringLiteral("--size"),  QStringLiteral("160"),     QStringLiteral("--out")};
        QCOMPARE(
            runCli(options + QStringList{at(QStringLiteral("same")), QStringLiteral("--seed"), QStringLiteral("5")})
                .status,
            0);
        QCOMPARE(
            runCli(options + QStringList{at(QStringLiteral("other")), QStringLiteral("--seed"), QStringLiteral("6")})
                .status,
            0);
        const auto first = content(at(QStringLiteral("clinic/images/phantom_001.png")));
        QVERIFY(!first.isEmpty());
        QCOMPARE(content(at(QStringLiteral("same/images/phantom_001.png"))), first);
        QVERIFY(content(at(QStringLiteral("other/images/phantom_001.png"))) != first);
    }

    void everyModalityHasPhantomsWithMasks() {
        for (const auto* modality : {"oct", "ultrasound"}) {
            const auto out = at(QString::fromLatin1(modality));
            const auto run = runCli({QStringLiteral("phantom"), QStringLiteral("--modality"),
                                     QString::fromLatin1(modality), QStringLiteral("--count"), QStringLiteral("1"),
                                     QStringLiteral("--size"), QStringLiteral("160"), QStringLiteral("--out"), out});
            QCOMPARE(run.status, 0);
            QVERIFY(!content(out + QStringLiteral("/images/phantom_001.png")).isEmpty());
            QVERIFY(!content(out + QStringLiteral("/masks/phantom_001.png")).isEmpty());
        }
    }

    void existingFilesAreLeftAloneWithoutForce() {
        const auto before = content(at(QStringLiteral("clinic/images/phantom_001.png")));
        const auto run =
            runCli({QStringLiteral("phantom"), QStringLiteral("--count"), QStringLiteral("1"), QStringLiteral("--size"),
                    QStringLiteral("160"), QStringLiteral("--seed"), QStringLiteral("99"), QStringLiteral("--out"),
                    at(QStringLiteral("clinic")), QStringLiteral("--json")});
        QCOMPARE(run.status, 3);
        QCOMPARE(run.json()[QStringLiteral("failures")].toArray()[0][QStringLiteral("code")].toString(),
                 QStringLiteral("OutputExists"));
        QCOMPARE(content(at(QStringLiteral("clinic/images/phantom_001.png"))), before);
    }

    void aTextFileAmongPhotographsFailsAloneWithStatusOne() {
        const auto run =
            runCli({QStringLiteral("degrade"), mixedFolder(QStringLiteral("mixed")), QStringLiteral("--out"),
                    at(QStringLiteral("mixed degraded")), QStringLiteral("--kind"), QStringLiteral("haze,blur"),
                    QStringLiteral("--severity"), QStringLiteral("0.5,0.9"), QStringLiteral("--json")});
        QCOMPARE(run.status, 1);
        QCOMPARE(files(at(QStringLiteral("mixed degraded"))).size(), 3);
        const auto json = run.json();
        QCOMPARE(json[QStringLiteral("outputs")].toArray().size(), 3);
        const auto failures = json[QStringLiteral("failures")].toArray();
        QCOMPARE(failures.size(), 1);
        QVERIFY(failures[0][QStringLiteral("input")].toString().endsWith(QStringLiteral("notes.jpg")));
        QVERIFY(run.err.contains("notes.jpg is not an image"));
        QVERIFY(!run.out.contains('\r') && !run.err.contains("\033["));
    }

    void theSameSeedDegradesAlikeAndEvaluateSeesTheDamage() {
        const auto images = at(QStringLiteral("clinic/images"));
        for (const auto* out : {"damaged", "damaged again"}) {
            const auto run = runCli({QStringLiteral("degrade"), images, QStringLiteral("--out"),
                                     at(QString::fromLatin1(out)), QStringLiteral("--preset"), QStringLiteral("gfe")});
            QCOMPARE(run.status, 0);
        }
        QCOMPARE(content(at(QStringLiteral("damaged/phantom_002.png"))),
                 content(at(QStringLiteral("damaged again/phantom_002.png"))));

        const auto self = runCli({QStringLiteral("evaluate"), images, images, QStringLiteral("--json")});
        QCOMPARE(self.status, 0);
        QCOMPARE(self.json()[QStringLiteral("pairs")].toInt(), 3);
        QVERIFY(std::abs(self.json()[QStringLiteral("mean")][QStringLiteral("ssim")].toDouble() - 1.0) < 1e-6);

        const auto csv = at(QStringLiteral("scores.csv"));
        const auto damaged = runCli({QStringLiteral("evaluate"), at(QStringLiteral("damaged")), images,
                                     QStringLiteral("--csv"), csv, QStringLiteral("--json")});
        QCOMPARE(damaged.status, 0);
        const double psnr = damaged.json()[QStringLiteral("mean")][QStringLiteral("psnr")].toDouble();
        QVERIFY2(psnr > 5 && psnr < 40, qPrintable(QString::number(psnr)));
        QCOMPARE(damaged.json()[QStringLiteral("per_pair")].toArray().size(), 3);
        QCOMPARE(content(csv).count('\n'), 4);
        QVERIFY(content(csv).startsWith("stem,protocol,psnr,ssim"));
    }

    void evaluateNamesWhatHasNoPartner() {
        QDir().mkpath(at(QStringLiteral("some")));
        QFile::copy(at(QStringLiteral("clinic/images/phantom_001.png")), at(QStringLiteral("some/phantom_001.png")));
        QFile::copy(at(QStringLiteral("clinic/images/phantom_001.png")), at(QStringLiteral("some/stranger.png")));
        const auto run =
            runCli({QStringLiteral("evaluate"), at(QStringLiteral("some")), at(QStringLiteral("clinic/images")),
                    QStringLiteral("--protocol"), QStringLiteral("paper"), QStringLiteral("--json")});
        QCOMPARE(run.status, 0);
        const auto unpaired = run.json()[QStringLiteral("unpaired")].toObject();
        QCOMPARE(run.json()[QStringLiteral("pairs")].toInt(), 1);
        QCOMPARE(unpaired[QStringLiteral("outputs")].toArray().size(), 1);
        QCOMPARE(unpaired[QStringLiteral("references")].toArray().size(), 2);
    }

    void photographsOfOneNameFromTwoFoldersAreBothWritten() {
        for (const auto* folder : {"left", "right"}) {
            QDir().mkpath(at(QString::fromLatin1(folder)));
            QFile::copy(at(QStringLiteral("clinic/images/phantom_001.png")),
                        at(QString::fromLatin1(folder) + QStringLiteral("/eye.png")));
        }
        const auto run =
            runCli({QStringLiteral("degrade"), at(QStringLiteral("left")), at(QStringLiteral("right/eye.png")),
                    QStringLiteral("--out"), at(QStringLiteral("both"))});
        QCOMPARE(run.status, 0);
        QCOMPARE(files(at(QStringLiteral("both"))),
                 (QStringList{QStringLiteral("eye.png"), QStringLiteral("eye_2.png")}));
    }

    void theInputFolderIsNeverTheOutputFolder() {
        const auto images = at(QStringLiteral("clinic/images"));
        const auto before = content(images + QStringLiteral("/phantom_001.png"));
        QFile::link(images, at(QStringLiteral("link")));
        for (const auto& out : {images, images + QStringLiteral("/../images/."), at(QStringLiteral("link"))}) {
            const auto run = runCli({QStringLiteral("degrade"), images, QStringLiteral("--out"), out,
                                     QStringLiteral("--force"), QStringLiteral("--json")});
            QCOMPARE(run.status, 3);
            QCOMPARE(run.json()[QStringLiteral("failures")].toArray()[0][QStringLiteral("code")].toString(),
                     QStringLiteral("OutputIsInput"));
        }
        QCOMPARE(content(images + QStringLiteral("/phantom_001.png")), before);
    }

    void foldersThatAreMissingOrEmptyGiveStatusThreeAndOneSentence() {
        QDir().mkpath(at(QStringLiteral("empty")));
        const auto missing = runCli({QStringLiteral("degrade"), at(QStringLiteral("nowhere")), QStringLiteral("--out"),
                                     at(QStringLiteral("unused"))});
        QCOMPARE(missing.status, 3);
        QCOMPARE(missing.err.count('\n'), 1);
        QVERIFY(missing.err.contains("nowhere"));
        const auto empty =
            runCli({QStringLiteral("evaluate"), at(QStringLiteral("empty")), at(QStringLiteral("clinic/images"))});
        QCOMPARE(empty.status, 3);
        QCOMPARE(empty.err.count('\n'), 1);
        QVERIFY(!QDir(at(QStringLiteral("unused"))).exists());
    }

    void oneMissingInputDoesNotStopTheOthers() {
        const auto run = runCli({QStringLiteral("degrade"), at(QStringLiteral("nowhere.png")),
                                 at(QStringLiteral("clinic/images/phantom_003.png")), QStringLiteral("--out"),
                                 at(QStringLiteral("rest")), QStringLiteral("--json")});
        QCOMPARE(run.status, 1);
        QCOMPARE(files(at(QStringLiteral("rest"))), QStringList{QStringLiteral("phantom_003.png")});
    }

    void wordsThatAreNoKindOrPresetAreWrongUse() {
        for (const auto* option : {"--kind", "--preset"}) {
            const auto run = runCli({QStringLiteral("degrade"), at(QStringLiteral("clinic/images")),
                                     QStringLiteral("--out"), at(QStringLiteral("unused")), QString::fromLatin1(option),
                                     QStringLiteral("fog"), QStringLiteral("--json")});
            QCOMPARE(run.status, 2);
            QCOMPARE(run.json()[QStringLiteral("status")].toInt(), 2);
        }
    }

    void prepareMatchesMasksAndGroupsToTheFoldersBeforeThem() {
        const auto out = at(QStringLiteral("data.safetensors"));
        const QStringList arguments{QStringLiteral("prepare"),
                                    QStringLiteral("--images"),
                                    at(QStringLiteral("clinic/images")),
                                    QStringLiteral("--masks"),
                                    at(QStringLiteral("clinic/masks")),
                                    QStringLiteral("--images"),
                                    at(QStringLiteral("some")),
                                    QStringLiteral("--group"),
                                    QStringLiteral("other"),
                                    QStringLiteral("--size"),
                                    QStringLiteral("64"),
                                    QStringLiteral("--out"),
                                    out,
                                    QStringLiteral("--json")};
        const auto run = runCli(arguments);
        QCOMPARE(run.status, 0);
        const auto json = run.json();
        QCOMPARE(json[QStringLiteral("images")].toInt(), 5);
        QCOMPARE(json[QStringLiteral("with_masks")].toInt(), 3);
        QCOMPARE(json[QStringLiteral("groups")][QStringLiteral("clinic")].toInt(), 3);
        QCOMPARE(json[QStringLiteral("groups")][QStringLiteral("other")].toInt(), 2);
        const auto written = content(out);
        QVERIFY(written.size() > 5 * 5 * 64 * 64);
        QVERIFY(written.contains("phantom_003.png"));
        QCOMPARE(runCli(arguments).status, 3);
        QCOMPARE(content(out), written);
    }

    void masksBeforeAnyImagesAreWrongUse() {
        const auto run =
            runCli({QStringLiteral("prepare"), QStringLiteral("--masks"), at(QStringLiteral("clinic/masks")),
                    QStringLiteral("--images"), at(QStringLiteral("clinic/images")), QStringLiteral("--out"),
                    at(QStringLiteral("unused.safetensors"))});
        QCOMPARE(run.status, 2);
    }

    void ctrlCEndsARunWithWhatIsDoneAndWithoutHalfAFile() {
        QProcess process;
        process.start(QStringLiteral(LIMPID_BINARY_DIR "/bin/limpid-cli"),
                      {QStringLiteral("phantom"), QStringLiteral("--count"), QStringLiteral("100000"),
                       QStringLiteral("--size"), QStringLiteral("160"), QStringLiteral("--out"),
                       at(QStringLiteral("endless")), QStringLiteral("--json")});
        const auto first = at(QStringLiteral("endless/images/phantom_001.png"));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(first), 30000);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(30000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        const CliRun run{process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
        QCOMPARE(run.json()[QStringLiteral("failures")].toArray().last()[QStringLiteral("code")].toString(),
                 QStringLiteral("Cancelled"));
        const auto left = QDir(at(QStringLiteral("endless/images"))).entryList(QDir::Files | QDir::Hidden);
        QCOMPARE(left.size(), run.json()[QStringLiteral("outputs")].toArray().size());
    }
};

QTEST_GUILESS_MAIN(CliImagesTest)
#include "tst_cli_images.moc"
