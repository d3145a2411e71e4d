// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/made_folder.h"
#include "app/workstation_fakes.h"
#include "common/export_dialog.h"
#include "common/export_progress.h"
#include "export_flow.h"
#include "paths.h"
#include "storage/clinics/image_history.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace limpid;

class TestExportFlow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theSelectedImagesAreWritten();
    void allImagesAreWrittenWhereTheyAreChosen();
    void itAsksOnceHoweverOftenItIsTold();
    void theOriginalsFolderCannotBeChosen();
    void nothingIsWrittenWhereItIsSentAway();
    void whatFailedIsListedWithItsReason();
    void anExportThatRunsIsCancelledFromItsWindow();
    void anotherExportWaitsUntilThisOneHasEnded();
    void theLastFolderIsOfferedAgain();
    void theEndOfTheFlowEndsTheExport();

private:
    ExportStart start() const;
    /// Begins with the dialog, and accepts it with `folder`; false where it cannot be accepted.
    bool exportTo(const QString& folder);
    ExportDialog* dialog() const { return m_window->findChild<ExportDialog*>(); }
    ExportProgress* progress() const { return m_window->findChild<ExportProgress*>(); }
    QString out() const { return m_folder->at(QStringLiteral("out")); }
    QStringList written() const { return QDir(out()).entryList(QDir::Files, QDir::Name); }

    std::unique_ptr<MadeFolder> m_folder;
    std::shared_ptr<EnhancementRecord> m_record;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<ExportFlow> m_flow;
};

namespace {

constexpr int patienceMs = 10000;

} // namespace

void TestExportFlow::init() {
    m_folder = std::make_unique<MadeFolder>();
    m_record = std::make_shared<EnhancementRecord>();
    m_window = std::make_unique<QWidget>();
    m_flow = std::make_unique<ExportFlow>(std::make_unique<FakeEnhancement>(m_record), m_folder->path() / "clinics",
                                          *m_window);
    QVERIFY(QDir().mkpath(m_folder->at(QStringLiteral("in"))));
    for (const auto* name : {"in/a.png", "in/b.png", "in/c.png"})
        m_folder->picture(QLatin1String(name));
    m_folder->write(QStringLiteral("fundus.safetensors"), "weights");
    m_window->show();
}

void TestExportFlow::cleanup() {
    m_flow.reset();
    m_window.reset();
}

ExportStart TestExportFlow::start() const {
    ExportStart start;
    for (const auto* name : {"in/a.png", "in/b.png", "in/c.png"})
        start.all.push_back(m_folder->path(QLatin1String(name)));
    start.selected = {start.all[1]};
    start.model = m_folder->path(QStringLiteral("fundus.safetensors"));
    start.modelLabel = QStringLiteral("fundus");
    return start;
}

bool TestExportFlow::exportTo(const QString& folder) {
    m_flow->begin(start());
    if (dialog() == nullptr)
        return false;
    dialog()->setFolder(folder);
    auto* accept = dialog()->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    const bool usable = accept->isEnabled();
    accept->click();
    return usable;
}

void TestExportFlow::theSelectedImagesAreWritten() {
    const QSignalSpy done(m_flow.get(), &ExportFlow::written);
    QVERIFY(exportTo(out()));
    QVERIFY(m_flow->isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(done.count(), 1, patienceMs);
    QCOMPARE(done.first(), (QVariantList{1, out()}));
    QCOMPARE(written(), (QStringList{QStringLiteral("b.png"), QStringLiteral("b.png.json")}));
    QVERIFY(!m_flow->isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(progress() == nullptr, patienceMs); // nothing is left to be read there
    auto store = ClinicStore::open(m_folder->path() / "clinics");
    QCOMPARE(historyOf(*store, (toPath(out()) / "b.png").string())->enhancements.size(), std::size_t{1});
}

void TestExportFlow::allImagesAreWrittenWhereTheyAreChosen() {
    const QSignalSpy done(m_flow.get(), &ExportFlow::written);
    m_flow->begin(start());
    dialog()->findChildren<QRadioButton*>().constLast()->click();
    QVERIFY(dialog()->exportsAll());
    dialog()->setFolder(out());
    dialog()->accept();
    QTRY_COMPARE_WITH_TIMEOUT(done.count(), 1, patienceMs);
    QCOMPARE(done.first().first().toInt(), 3);
    QCOMPARE(written().size(), 6);
}

void TestExportFlow::itAsksOnceHoweverOftenItIsTold() {
    m_flow->begin(start());
    m_flow->begin(start());
    QCOMPARE(m_window->findChildren<ExportDialog*>().size(), 1);
}

void TestExportFlow::theOriginalsFolderCannotBeChosen() {
    QVERIFY(!exportTo(m_folder->at(QStringLiteral("in"))));
    QVERIFY(!m_flow->isRunning());
    QVERIFY(dialog()->isVisible());
    QVERIFY(dialog()->findChild<QLabel*>(QStringLiteral("exportSentence"))->text().startsWith(QChar(0x26a0)));
    dialog()->setFolder(out()); // another one will do
    QVERIFY(dialog()->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled());
}

void TestExportFlow::nothingIsWrittenWhereItIsSentAway() {
    m_flow->begin(start());
    dialog()->setFolder(out());
    dialog()->reject();
    QVERIFY(!m_flow->isRunning());
    QVERIFY(!QFile::exists(out()));
    QTRY_VERIFY_WITH_TIMEOUT(dialog() == nullptr, patienceMs);
    m_flow->begin(start()); // and it may be asked for again
    QVERIFY(dialog() != nullptr);
}

void TestExportFlow::whatFailedIsListedWithItsReason() {
    m_record->error = Error{ErrorCode::OutOfMemory, {"enhancing"}, {}};
    const QSignalSpy done(m_flow.get(), &ExportFlow::written);
    QVERIFY(exportTo(out()));
    QTRY_VERIFY_WITH_TIMEOUT(!m_flow->isRunning(), patienceMs);
    QVERIFY(progress() != nullptr && progress()->isVisible());
    const auto failures = progress()->findChild<QPlainTextEdit*>()->toPlainText();
    QVERIFY2(failures.startsWith(QStringLiteral("b.png: ")), qPrintable(failures));
    QCOMPARE(done.count(), 0);
    QVERIFY(written().isEmpty());
}

void TestExportFlow::anExportThatRunsIsCancelledFromItsWindow() {
    m_record->blockFirst = true;
    const QSignalSpy done(m_flow.get(), &ExportFlow::written);
    QVERIFY(exportTo(out()));
    QTRY_COMPARE_WITH_TIMEOUT(m_record->calls.load(), 1, patienceMs);
    progress()->reject();
    QTRY_VERIFY_WITH_TIMEOUT(!m_flow->isRunning(), patienceMs);
    QCOMPARE(m_record->cancelled.load(), 1);
    QCOMPARE(done.count(), 0);
    QVERIFY(progress()->isVisible()); // it says how many were left out
    QVERIFY(written().isEmpty());
}

void TestExportFlow::anotherExportWaitsUntilThisOneHasEnded() {
    m_record->blockFirst = true;
    QVERIFY(exportTo(out()));
    QTRY_VERIFY_WITH_TIMEOUT(dialog() == nullptr, patienceMs);
    m_flow->begin(start());
    QVERIFY(dialog() == nullptr);
    progress()->reject();
    QTRY_VERIFY_WITH_TIMEOUT(!m_flow->isRunning(), patienceMs);
    m_flow->begin(start());
    QVERIFY(dialog() != nullptr);
}

void TestExportFlow::theLastFolderIsOfferedAgain() {
    const QSignalSpy done(m_flow.get(), &ExportFlow::written);
    QVERIFY(exportTo(out()));
    QTRY_COMPARE_WITH_TIMEOUT(done.count(), 1, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(dialog() == nullptr, patienceMs);
    m_flow->begin(start());
    QCOMPARE(dialog()->options().folder, out());
}

void TestExportFlow::theEndOfTheFlowEndsTheExport() {
    m_record->blockFirst = true;
    QVERIFY(exportTo(out()));
    QTRY_COMPARE_WITH_TIMEOUT(m_record->calls.load(), 1, patienceMs);
    m_flow.reset();
    QCOMPARE(m_record->cancelled.load(), 1);
    QVERIFY(written().isEmpty());
}

QTEST_MAIN(TestExportFlow)
#include "tst_export_flow.moc"
