// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinics/clinic_page.h"

#include "widgets/clinic_items.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace limpid;

class TestClinicPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_page = std::make_unique<ClinicPage>();
        m_page->show();
    }

    void withoutAClinicItSaysWhatToDo();
    void theContentsOfTheChosenClinicAreAskedFor();
    void contentsOfAnotherClinicAreNotShown();
    void theChosenClinicStaysChosen();
    void aClinicThatIsComingIsChosenWhenItIsThere();
    void onlyAModelThatIsNotInUseCanBePutToUse();
    void onlyARunWithResultsOnRecordCanShowThem();
    void whileItIsBusyNothingCanBeRequested();
    void everyCommandHasAButtonWithItsKey();
    void theHistoryIsFilteredByPhotograph();
    void everyControlHasAName();

private:
    QPushButton* button(ClinicCommand command) const {
        return m_page->findChild<QPushButton*>(QStringLiteral("clinicCommand%1").arg(static_cast<int>(command)));
    }
    QTreeView* table(const char* name) const { return m_page->findChild<QTreeView*>(QLatin1String(name)); }
    void fill() const {
        m_page->setClinics({test::clinicCalled(QStringLiteral("North")), test::clinicCalled(QStringLiteral("South"))});
        m_page->setContents(test::contentsOf(m_page->clinic()));
    }

    std::unique_ptr<ClinicPage> m_page;
};

namespace {

constexpr std::initializer_list<ClinicCommand> commands{
    ClinicCommand::Rename,      ClinicCommand::Duplicate,    ClinicCommand::Delete,
    ClinicCommand::Export,      ClinicCommand::Import,       ClinicCommand::UseModel,
    ClinicCommand::ShowResults, ClinicCommand::ImageHistory, ClinicCommand::Verify};

} // namespace

void TestClinicPage::withoutAClinicItSaysWhatToDo() {
    const QSignalSpy wanted(m_page.get(), &ClinicPage::contentsWanted);
    m_page->setClinics({});
    const auto* words = m_page->findChild<QLabel*>(QStringLiteral("noClinic"));
    QVERIFY(words->isVisible());
    QVERIFY(words->text().contains(QStringLiteral("Adapt to this clinic")));
    QVERIFY(m_page->clinic().isEmpty());
    QCOMPARE(wanted.count(), 0);
    QVERIFY(button(ClinicCommand::Import)->isEnabled());
    QVERIFY(!button(ClinicCommand::Delete)->isEnabled());
    fill();
    QVERIFY(!words->isVisible());
}

void TestClinicPage::theContentsOfTheChosenClinicAreAskedFor() {
    const QSignalSpy wanted(m_page.get(), &ClinicPage::contentsWanted);
    fill();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.last().first().toString(), QStringLiteral("North"));
    QTest::keyClick(table("clinics"), Qt::Key_Down);
    QCOMPARE(wanted.count(), 2);
    QCOMPARE(wanted.last().first().toString(), QStringLiteral("South"));
    QCOMPARE(m_page->clinic(), QStringLiteral("South"));
}

void TestClinicPage::contentsOfAnotherClinicAreNotShown() {
    fill();
    m_page->setContents({QStringLiteral("South"), {}, {}, {}});
    QCOMPARE(table("clinicModels")->model()->rowCount(), 2);
    m_page->setContents({QStringLiteral("North"), {}, {}, {}});
    QCOMPARE(table("clinicModels")->model()->rowCount(), 0);
}

void TestClinicPage::theChosenClinicStaysChosen() {
    fill();
    m_page->choose(QStringLiteral("South"));
    fill();
    QCOMPARE(m_page->clinic(), QStringLiteral("South"));
    QCOMPARE(table("clinics")->currentIndex().row(), 1);
    m_page->setClinics({test::clinicCalled(QStringLiteral("North"))});
    QCOMPARE(m_page->clinic(), QStringLiteral("North"));
    QCOMPARE(table("clinicModels")->model()->rowCount(), 0); // South's are gone from view
}

void TestClinicPage::aClinicThatIsComingIsChosenWhenItIsThere() {
    fill();
    m_page->choose(QStringLiteral("West"));
    QVERIFY(m_page->clinic().isEmpty());
    m_page->setClinics({test::clinicCalled(QStringLiteral("South")), test::clinicCalled(QStringLiteral("West"))});
    QCOMPARE(m_page->clinic(), QStringLiteral("West"));
}

void TestClinicPage::onlyAModelThatIsNotInUseCanBePutToUse() {
    fill();
    QCOMPARE(m_page->model(), 1); // the one in use is shown first
    QVERIFY(!button(ClinicCommand::UseModel)->isEnabled());
    QTest::keyClick(table("clinicModels"), Qt::Key_Up);
    QCOMPARE(m_page->model(), 2);
    const QSignalSpy requested(m_page.get(), &ClinicPage::requested);
    button(ClinicCommand::UseModel)->click();
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().first().value<ClinicCommand>(), ClinicCommand::UseModel);
    m_page->setContents(test::contentsOf(QStringLiteral("North"))); // read anew
    QCOMPARE(m_page->model(), 2);
}

void TestClinicPage::onlyARunWithResultsOnRecordCanShowThem() {
    fill();
    QVERIFY(button(ClinicCommand::ShowResults)->isEnabled());
    QCOMPARE(m_page->run()->guarded.size(), 4);
    auto contents = test::contentsOf(QStringLiteral("North"));
    contents.runs.front().guarded.clear();
    m_page->setContents(contents);
    QVERIFY(!button(ClinicCommand::ShowResults)->isEnabled());
    QVERIFY(m_page->findChild<QLabel*>(QStringLiteral("clinicRunDetail"))
                ->text()
                .contains(QStringLiteral("is not on record for this run")));
    m_page->setContents({QStringLiteral("North"), {}, {}, {}});
    QVERIFY(m_page->run() == nullptr);
    QVERIFY(!button(ClinicCommand::ShowResults)->isEnabled());
}

void TestClinicPage::whileItIsBusyNothingCanBeRequested() {
    fill();
    m_page->setBusy(true);
    for (const auto command : commands)
        QVERIFY(!button(command)->isEnabled());
    m_page->setBusy(false);
    QVERIFY(button(ClinicCommand::Rename)->isEnabled());
    QVERIFY(!button(ClinicCommand::UseModel)->isEnabled()); // the chosen one is in use
}

void TestClinicPage::everyCommandHasAButtonWithItsKey() {
    fill();
    QCOMPARE(clinicKeys().size(), static_cast<qsizetype>(commands.size()));
    for (const auto command : commands) {
        QCOMPARE(button(command)->shortcut(), clinicCommandKey(command));
        QVERIFY(button(command)->toolTip().contains(clinicCommandKey(command).toString()));
        for (const auto other : commands)
            QVERIFY(command == other || clinicCommandKey(command) != clinicCommandKey(other));
    }
}

void TestClinicPage::theHistoryIsFilteredByPhotograph() {
    fill();
    const auto* events = table("clinicEvents")->model();
    QCOMPARE(events->rowCount(), 2);
    m_page->findChild<QLineEdit*>(QStringLiteral("clinicEventsPhotograph"))->setText(QStringLiteral("eye"));
    QCOMPARE(events->rowCount(), 1);
    QCOMPARE(m_page->findChild<QLabel*>(QStringLiteral("clinicEventsCount"))->text(), QStringLiteral("1 of 2"));
    const QSignalSpy chosen(m_page.get(), &ClinicPage::photographChosen);
    Q_EMIT table("clinicEvents")->activated(events->index(0, 0));
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("Eye 1.png"));
    auto* show = m_page->findChild<QComboBox*>(QStringLiteral("clinicEventsShow"));
    show->setCurrentIndex(1);
    QCOMPARE(events->rowCount(), 0); // the clinic's own entries name no photograph
}

void TestClinicPage::everyControlHasAName() {
    for (const auto* widget : m_page->findChildren<QWidget*>()) {
        const bool control =
            qobject_cast<const QTreeView*>(widget) != nullptr || qobject_cast<const QLineEdit*>(widget) != nullptr ||
            qobject_cast<const QComboBox*>(widget) != nullptr || qobject_cast<const QPushButton*>(widget) != nullptr;
        QVERIFY2(!control || !widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
}

QTEST_MAIN(TestClinicPage)
#include "tst_clinic_page.moc"
