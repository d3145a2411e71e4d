// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinics/clinic_words.h"

#include "widgets/clinic_items.h"

#include <QLocale>
#include <QSet>
#include <QTest>

using namespace limpid;

class TestClinicWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void whoHoldsAClinicComesBeforeEverythingElse() {
        auto clinic = test::clinicCalled(QStringLiteral("North"));
        clinic.unfinished = clinic.waits = true;
        QCOMPARE(clinicStateWords(clinic), QStringLiteral("Unfinished run \u00b7 New model waits for an answer"));
        clinic.hold = ClinicHold::Here;
        QCOMPARE(clinicStateWords(clinic), QStringLiteral("Adapting now"));
        clinic.hold = ClinicHold::Elsewhere;
        clinic.holder = {QStringLiteral("limpid-cli"), QStringLiteral("42"), QStringLiteral("ward")};
        QCOMPARE(clinicStateWords(clinic), QStringLiteral("Held by limpid-cli (process 42 on ward)"));
    }

    void aClinicWithoutAModelSaysSo() {
        ClinicItem clinic;
        QCOMPARE(clinicStateWords(clinic), QStringLiteral("No model in use"));
        QCOMPARE(timeWords(clinic.modelMade), QStringLiteral("\u2013"));
    }

    void aLossKeepsItsSign() {
        QCOMPARE(probeWords(ProbeChange{24.0, 23.5}), QStringLiteral("-0.50 dB (24.00 to 23.50)"));
        QCOMPARE(probeWords(std::nullopt), QStringLiteral("\u2013"));
    }

    void everyOutcomeHasWordsOfItsOwn() {
        QSet<QString> words;
        for (const auto end : {ClinicRunEnd::Open, ClinicRunEnd::Adapted, ClinicRunEnd::KeptOld,
                               ClinicRunEnd::Cancelled, ClinicRunEnd::Failed, ClinicRunEnd::Interrupted})
            words.insert(runEndWords(end));
        QCOMPARE(words.size(), 6);
        QVERIFY(!words.contains(QString()));
    }

    void anActionWithoutWordsIsGivenAsItIs() {
        ClinicEvent event;
        event.action = QStringLiteral("something of a later version");
        QCOMPARE(eventWords(event), event.action);
        event.action = QStringLiteral("model put to use");
        QCOMPARE(eventWords(event), QStringLiteral("Model put to use"));
    }

    void theDetailTellsWhatIsKnown() {
        ClinicEvent event;
        event.action = QStringLiteral("clinic renamed");
        event.from = QStringLiteral("North");
        event.to = QStringLiteral("%1"); // a clinic may be called that
        QCOMPARE(eventDetail(event), QStringLiteral("North became %1"));
        ClinicEvent ended;
        ended.action = QStringLiteral("run ended");
        ended.run = 7;
        ended.end = ClinicRunEnd::KeptOld;
        QCOMPARE(eventDetail(ended), QStringLiteral("Run 7 \u00b7 Old model kept"));
    }

    void aRecordedReasonIsGivenWhereTheScoresAreNot() {
        ClinicEvent event;
        event.action = photograph_action::rejected;
        event.reason = QStringLiteral("As it was written.");
        QCOMPARE(eventDetail(event), event.reason);
        PseudoLabelRecord pick;
        pick.good = 0.4;
        pick.usable = 0.6;
        pick.qualityThreshold = 0.8;
        event.pick = pick;
        QVERIFY(eventDetail(event).contains(QStringLiteral("p(good) 0.40 is not above 0.80")));
    }
};

QTEST_MAIN(TestClinicWords)
#include "tst_clinic_words.moc"
