// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinics_flow.h"

#include "clinics/clinic_page.h"
#include "clinics/image_history_dialog.h"
#include "common/message_bar.h"
#include "core/storage/clinics/made_store.h"
#include "paths.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace limpid;

class TestClinicsFlow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void thePageShowsTheClinicsAndWhatTheChosenOneHas();
    void thePageOpensOnceHoweverOftenItIsAskedFor();
    void withoutAClinicThePageSaysWhatToDo();
    void aClinicIsRenamed();
    void aNameThatIsTakenIsRefusedWithASentence();
    void aClinicIsDuplicated();
    void aClinicIsDeletedOnlyAfterASecondWord();
    void aClinicThatIsWorkedOnIsLeftAlone();
    void aClinicGoesThroughAFileToAnotherName();
    void namesOfPhotographsAreWrittenOnlyWhereItIsWished();
    void anEarlierModelIsPutToUse();
    void aModelThatWasChangedIsNotPutToUse();
    void theResultsOfARunAreHandedOverAndThePageMakesRoom();
    void verifyingSaysWhatItFound();
    void theHistoryOfAnImageIsShown();
    void whatChangedElsewhereIsReadAnew();
    void aFailureAfterThePageWasClosedIsTold();

private:
    ClinicPage& page() const {
        auto* found = m_window->findChild<ClinicPage*>();
        if (found == nullptr)
            qFatal("there is no page of clinics");
        return *found;
    }
    /// Opens the page and waits until the clinic's models are on it.
    bool open(const QString& clinic = QStringLiteral("North")) const;
    void request(ClinicCommand command) const { Q_EMIT page().requested(command); }
    /// Answers the question for a name.
    bool name(const QString& name) const;
    bool choose(const QString& file) const;
    bool says(const QString& text) const {
        return QTest::qWaitFor([&] { return page().bar().sentence().contains(text); }, 10000);
    }
    int rows(const char* table) const {
        return page().findChild<QTreeView*>(QLatin1String(table))->model()->rowCount();
    }
    QStringList clinics() const {
        QStringList names;
        const auto known = m_made->open().clinics().value();
        for (const auto& clinic : known)
            names << QString::fromStdString(clinic.name);
        return names;
    }

    std::unique_ptr<test::MadeStore> m_made;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<ClinicsFlow> m_flow;
};

void TestClinicsFlow::init() {
    m_made = std::make_unique<test::MadeStore>();
    {
        auto store = m_made->open();
        QVERIFY(test::adapt(store, "North", "first weights"));
        QVERIFY(test::adapt(store, "North", "second weights"));
    }
    m_window = std::make_unique<QWidget>();
    m_flow = std::make_unique<ClinicsFlow>(m_made->root(), std::filesystem::path(), *m_window);
    m_window->show();
}

void TestClinicsFlow::cleanup() {
    m_flow.reset();
    m_window.reset();
}

bool TestClinicsFlow::open(const QString& clinic) const {
    m_flow->show();
    return QTest::qWaitFor([&] { return page().clinic() == clinic && rows("clinicModels") > 0; }, 10000);
}

bool TestClinicsFlow::name(const QString& name) const {
    // One that was answered is there for a moment yet.
    for (auto* dialog : page().findChildren<QInputDialog*>()) {
        if (!dialog->isVisible())
            continue;
        dialog->setTextValue(name);
        dialog->accept();
        return true;
    }
    return false;
}

bool TestClinicsFlow::choose(const QString& file) const {
    auto* dialog = page().findChild<QFileDialog*>();
    if (dialog == nullptr)
        return false;
    Q_EMIT dialog->fileSelected(file);
    dialog->close();
    return true;
}

void TestClinicsFlow::thePageShowsTheClinicsAndWhatTheChosenOneHas() {
    m_flow->show();
    QVERIFY(page().isVisible());
    QCOMPARE(rows("clinics"), 0); // nothing is read in the window's thread
    QTRY_COMPARE(rows("clinics"), 1);
    QTRY_COMPARE(rows("clinicModels"), 2);
    QCOMPARE(rows("clinicRuns"), 2);
    QVERIFY(rows("clinicEvents") > 5);
    QVERIFY(page().bar().sentence().isEmpty());
}

void TestClinicsFlow::thePageOpensOnceHoweverOftenItIsAskedFor() {
    QVERIFY(open());
    m_flow->show();
    QCOMPARE(m_window->findChildren<ClinicPage*>().size(), 1);
    page().close();
    m_flow->show();
    QTRY_COMPARE(m_window->findChildren<ClinicPage*>().size(), 1);
    QVERIFY(page().isVisible());
}

void TestClinicsFlow::withoutAClinicThePageSaysWhatToDo() {
    const test::MadeStore empty;
    ClinicsFlow flow(empty.root(), std::filesystem::path(), *m_window);
    flow.show();
    const auto* words = page().findChild<QLabel*>(QStringLiteral("noClinic"));
    QTRY_VERIFY(words->isVisible());
}

void TestClinicsFlow::aClinicIsRenamed() {
    QVERIFY(open());
    const QSignalSpy changed(m_flow.get(), &ClinicsFlow::modelsChanged);
    request(ClinicCommand::Rename);
    QVERIFY(name(QStringLiteral(" 眼科 ")));
    QVERIFY(says(QStringLiteral("The clinic North is called 眼科 now.")));
    QTRY_COMPARE(page().clinic(), QStringLiteral("眼科"));
    QTRY_COMPARE(rows("clinicModels"), 2);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(clinics(), QStringList{QStringLiteral("眼科")});
}

void TestClinicsFlow::aNameThatIsTakenIsRefusedWithASentence() {
    {
        auto store = m_made->open();
        QVERIFY(test::adapt(store, "South", "weights"));
    }
    QVERIFY(open());
    const QSignalSpy changed(m_flow.get(), &ClinicsFlow::modelsChanged);
    request(ClinicCommand::Rename);
    QVERIFY(name(QStringLiteral("South")));
    QVERIFY(says(QStringLiteral("South")));
    QTRY_VERIFY(page().findChild<QInputDialog*>() == nullptr);
    request(ClinicCommand::Rename);
    QVERIFY(name(QStringLiteral("../elsewhere")));
    QVERIFY(says(QStringLiteral("slash")));
    QCOMPARE(changed.count(), 0);
    QCOMPARE(clinics().size(), 2);
}

void TestClinicsFlow::aClinicIsDuplicated() {
    QVERIFY(open());
    request(ClinicCommand::Duplicate);
    QVERIFY(name(QStringLiteral("Copy")));
    QVERIFY(says(QStringLiteral("The clinic Copy has copies of the models of North.")));
    QTRY_COMPARE(page().clinic(), QStringLiteral("Copy"));
    QTRY_COMPARE(rows("clinicRuns"), 0); // they stay with the first
    QCOMPARE(rows("clinicModels"), 2);
    QVERIFY(m_made->open().modelInUse("Copy").has_value());
}

void TestClinicsFlow::aClinicIsDeletedOnlyAfterASecondWord() {
    QVERIFY(open());
    request(ClinicCommand::Delete);
    auto* question = page().findChild<QMessageBox*>();
    QVERIFY(question != nullptr);
    QVERIFY(question->informativeText().contains(QStringLiteral("never touched")));
    QVERIFY(question->informativeText().contains(QStringLiteral("2 model")));
    question->reject();
    QTRY_VERIFY(page().findChild<QMessageBox*>() == nullptr);
    QCOMPARE(clinics().size(), 1);
    request(ClinicCommand::Delete);
    page().findChild<QPushButton*>(QStringLiteral("deleteClinic"))->click();
    QVERIFY(says(QStringLiteral("The clinic North was deleted")));
    QVERIFY(clinics().isEmpty());
    QTRY_VERIFY(page().clinic().isEmpty());
    QTRY_COMPARE(rows("clinicModels"), 0);
}

void TestClinicsFlow::aClinicThatIsWorkedOnIsLeftAlone() {
    const auto lock = ClinicLock::take(m_made->root() / "North", "North");
    QVERIFY(lock.has_value());
    QVERIFY(open());
    QVERIFY(page().chosen()->hold == ClinicHold::Here);
    request(ClinicCommand::Delete);
    page().findChild<QPushButton*>(QStringLiteral("deleteClinic"))->click();
    QVERIFY(says(QString::number(QCoreApplication::applicationPid()))); // who holds it
    QCOMPARE(clinics().size(), 1);
}

void TestClinicsFlow::aClinicGoesThroughAFileToAnotherName() {
    QVERIFY(open());
    const auto file = toQString(m_made->beside("north.tar"));
    request(ClinicCommand::Export);
    page().findChild<QPushButton*>(QStringLiteral("chooseExport"))->click();
    QVERIFY(choose(file));
    QVERIFY(says(QStringLiteral("The clinic North is in")));
    QVERIFY(QFile::exists(file));
    QTRY_VERIFY(page().findChild<QFileDialog*>() == nullptr);
    request(ClinicCommand::Import);
    QVERIFY(choose(file));
    QTRY_VERIFY(page().findChild<QInputDialog*>() != nullptr); // North is there already
    QVERIFY(name(QStringLiteral("From elsewhere")));
    QVERIFY(says(QStringLiteral("The clinic From elsewhere was imported.")));
    QTRY_COMPARE(page().clinic(), QStringLiteral("From elsewhere"));
    QTRY_COMPARE(rows("clinicModels"), 2);
    QTRY_VERIFY(page().findChild<QFileDialog*>() == nullptr);
    test::writeText(m_made->beside("damaged.tar"), "no archive");
    request(ClinicCommand::Import);
    QVERIFY(choose(toQString(m_made->beside("damaged.tar"))));
    QVERIFY(says(QStringLiteral("damaged.tar")));
    QCOMPARE(clinics().size(), 2);
}

void TestClinicsFlow::namesOfPhotographsAreWrittenOnlyWhereItIsWished() {
    QVERIFY(open());
    for (const bool wished : {false, true}) {
        const auto path = m_made->beside(wished ? "with.tar" : "without.tar");
        request(ClinicCommand::Export);
        page().findChild<QCheckBox*>()->setChecked(wished);
        page().findChild<QPushButton*>(QStringLiteral("chooseExport"))->click();
        QVERIFY(choose(toQString(path)));
        QVERIFY(says(toQString(path.filename())));
        QCOMPARE(test::textIn(path).find("Jane Doe") != std::string::npos, wished);
        QTRY_VERIFY(page().findChild<QMessageBox*>() == nullptr && page().findChild<QFileDialog*>() == nullptr);
    }
}

void TestClinicsFlow::anEarlierModelIsPutToUse() {
    QVERIFY(open());
    const auto before = m_made->open().modelInUse("North").value();
    auto* models = page().findChild<QTreeView*>(QStringLiteral("clinicModels"));
    QTest::keyClick(models, Qt::Key_Down); // the newest, in use, stands first
    const QSignalSpy changed(m_flow.get(), &ClinicsFlow::modelsChanged);
    request(ClinicCommand::UseModel);
    QVERIFY(says(QStringLiteral("The clinic North uses model 1 from now on.")));
    const auto now = m_made->open().modelInUse("North").value();
    QVERIFY(now != before);
    QCOMPARE(test::textIn(now), std::string("first weights"));
    QCOMPARE(changed.count(), 1);
    QTRY_VERIFY(models->model()->index(1, 1).data().toString().contains(QStringLiteral("In use")));
}

void TestClinicsFlow::aModelThatWasChangedIsNotPutToUse() {
    auto store = m_made->open();
    const auto used = store.modelInUse("North").value();
    QVERIFY(open());
    QTest::keyClick(page().findChild<QTreeView*>(QStringLiteral("clinicModels")), Qt::Key_Down);
    for (const auto& entry : std::filesystem::directory_iterator(used.parent_path()))
        if (entry.path().extension() == ".safetensors" && entry.path() != used)
            test::writeText(entry.path(), "something else");
    request(ClinicCommand::UseModel);
    QVERIFY(says(QStringLiteral("not the file that was kept")));
    QVERIFY(m_made->open().modelInUse("North").value() == used);
}

void TestClinicsFlow::theResultsOfARunAreHandedOverAndThePageMakesRoom() {
    QVERIFY(open());
    GuardedRun shown;
    connect(m_flow.get(), &ClinicsFlow::guardedRunWanted, this, [&shown](const GuardedRun& run) { shown = run; });
    auto* button = page().findChild<QPushButton*>(
        QStringLiteral("clinicCommand%1").arg(static_cast<int>(ClinicCommand::ShowResults)));
    QVERIFY(button->isEnabled());
    button->click();
    QCOMPARE(shown.clinic, QStringLiteral("North"));
    QVERIFY(shown.ended.isValid());
    QCOMPARE(shown.photographs.size(), 2);
    QCOMPARE(shown.photographs[1].name, QStringLiteral("Jane Doe.png"));
    QVERIFY(shown.photographs[1].verdict.choice == GuardChoice::Source);
    QTRY_VERIFY(m_window->findChild<ClinicPage*>() == nullptr);
}

void TestClinicsFlow::verifyingSaysWhatItFound() {
    QVERIFY(open());
    request(ClinicCommand::Verify);
    QVERIFY(says(QStringLiteral("All is as it was written")));
    test::writeText(m_made->open().modelInUse("North").value(), "something else");
    request(ClinicCommand::Verify);
    QVERIFY(says(QStringLiteral("is not the file that was kept")));
}

void TestClinicsFlow::theHistoryOfAnImageIsShown() {
    QVERIFY(open());
    request(ClinicCommand::ImageHistory);
    auto* dialog = page().findChild<ImageHistoryDialog*>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    const auto* events = dialog->findChild<QTreeView*>(QStringLiteral("imageEvents"))->model();
    Q_EMIT page().photographChosen(QStringLiteral("b.png")); // in the history of the clinic
    QCOMPARE(page().findChildren<ImageHistoryDialog*>().size(), 1);
    QTRY_COMPARE(events->rowCount(), 4); // judged and decided by hand in each of two runs
    Q_EMIT page().photographChosen(QStringLiteral("nowhere.png"));
    QTRY_COMPARE(events->rowCount(), 0);
}

void TestClinicsFlow::whatChangedElsewhereIsReadAnew() {
    QVERIFY(open());
    {
        auto store = m_made->open();
        QVERIFY(test::adapt(store, "North", "third weights"));
        QVERIFY(test::adapt(store, "East", "weights"));
    }
    m_flow->refresh();
    QTRY_COMPARE(rows("clinics"), 2);
    QTRY_COMPARE(rows("clinicModels"), 3);
    QCOMPARE(page().clinic(), QStringLiteral("North"));
}

void TestClinicsFlow::aFailureAfterThePageWasClosedIsTold() {
    QVERIFY(open());
    const auto lock = ClinicLock::take(m_made->root() / "North", "North");
    const QSignalSpy failed(m_flow.get(), &ClinicsFlow::failed);
    request(ClinicCommand::Delete);
    page().findChild<QPushButton*>(QStringLiteral("deleteClinic"))->click();
    delete &page();
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(failed.first().first().toString().contains(QStringLiteral("North")));
}

QTEST_MAIN(TestClinicsFlow)
#include "tst_clinics_flow.moc"
