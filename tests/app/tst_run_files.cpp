// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "run_files.h"

#include "app/made_folder.h"
#include "dashboard/training_dashboard.h"
#include "guard/guard_page.h"
#include "opened_folder.h"
#include "picker/picker_page.h"
#include "picker/pseudo_label_model.h"
#include "widgets/guarded_photographs.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace limpid;

class TestRunFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void everyPageProposesANameOfItsOwn();
    void whatWasExportedIsWhatThePageHolds();
    void nobodyWhoGivesNoNameGetsAFile();
    void whatCannotBeWrittenIsSaid();

private:
    MadeFolder m_made;
    OpenedFolder m_folder{{m_made.path(QStringLiteral("own/thumbnails")), m_made.path(QStringLiteral("own/notes"))}};
    PseudoLabelModel m_labels;
    TrainingDashboard m_dashboard;
    PickerPage m_picker{m_labels};
    GuardPage m_results;
    QStringList m_proposed;
    QString m_answer;
    std::unique_ptr<RunFiles> m_files;
};

void TestRunFiles::initTestCase() {
    QDir().mkpath(m_made.at(QStringLiteral("eyes")));
    m_made.picture(QStringLiteral("eyes/1.png"));
    const QSignalSpy listed(&m_folder, &OpenedFolder::listed);
    m_folder.open(m_made.path(QStringLiteral("eyes")));
    QTRY_COMPARE(listed.count(), 1);
}

void TestRunFiles::init() {
    m_proposed.clear();
    m_answer.clear();
    auto run = test::guardedRun();
    run.clinic = QStringLiteral("North/South");
    m_results.setRun(run);
    m_files = std::make_unique<RunFiles>(RunFiles::Pages{m_dashboard, m_picker, m_results}, m_folder,
                                         [this](const QString& title, const QString& name) {
                                             if (title.isEmpty())
                                                 return QString();
                                             m_proposed << name;
                                             return m_answer;
                                         });
}

void TestRunFiles::everyPageProposesANameOfItsOwn() {
    Q_EMIT m_dashboard.exportRequested(CurveFormat::Svg);
    Q_EMIT m_picker.exportRequested(PickFormat::Json);
    Q_EMIT m_results.exportRequested();
    QCOMPARE(m_proposed, (QStringList{QStringLiteral("eyes-curves.svg"), QStringLiteral("eyes-pseudo-labels.json"),
                                      QStringLiteral("North-South-results-shown.csv")}));
}

void TestRunFiles::whatWasExportedIsWhatThePageHolds() {
    const QSignalSpy written(m_files.get(), &RunFiles::written);
    m_answer = m_made.at(QStringLiteral("list.csv"));
    Q_EMIT m_results.exportRequested();
    QCOMPARE(written.last().at(0).toString(), m_answer);
    QFile file(m_answer);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), m_results.exported());
}

void TestRunFiles::nobodyWhoGivesNoNameGetsAFile() {
    const QSignalSpy written(m_files.get(), &RunFiles::written);
    const QSignalSpy failed(m_files.get(), &RunFiles::failed);
    Q_EMIT m_results.exportRequested();
    QCOMPARE(m_proposed.size(), 1);
    QCOMPARE(written.count() + failed.count(), 0);
}

void TestRunFiles::whatCannotBeWrittenIsSaid() {
    const QSignalSpy failed(m_files.get(), &RunFiles::failed);
    m_answer = m_made.at(QStringLiteral("no such folder/list.csv"));
    Q_EMIT m_picker.exportRequested(PickFormat::Csv);
    QCOMPARE(failed.count(), 1);
    QVERIFY(!failed.last().at(0).toString().isEmpty());
}

QTEST_MAIN(TestRunFiles)
#include "tst_run_files.moc"
