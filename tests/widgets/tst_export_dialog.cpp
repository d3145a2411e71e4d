// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/export_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace limpid;

namespace {

QPushButton* exportButton(const ExportDialog& dialog) {
    return dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
}

QString sentence(const ExportDialog& dialog) {
    return dialog.findChild<QLabel*>(QStringLiteral("exportSentence"))->text();
}

ExportOptions someOptions() {
    return {ExportFormat::Jpeg, 80, false, true, QStringLiteral("/out")};
}

} // namespace

class TestExportDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatGoesInComesOut();
    void withoutAFolderNothingCanBeExported();
    void aFolderThatCannotBeUsedSaysWhy();
    void onlyWhatIsThereCanBeChosen();
    void theSentenceSaysWhatWillHappen();
    void qualityIsForJpegAndDepthForTheOthers();
    void browsingBeginsAtTheFolderEntered();
};

void TestExportDialog::whatGoesInComesOut() {
    QCOMPARE(ExportDialog(1, 2, someOptions()).options(), someOptions());
    QCOMPARE(ExportDialog(1, 2, ExportOptions{}).options(), ExportOptions{});
}

void TestExportDialog::withoutAFolderNothingCanBeExported() {
    ExportDialog dialog(1, 2, ExportOptions{});
    QVERIFY(!exportButton(dialog)->isEnabled());
    QVERIFY(sentence(dialog).startsWith(QStringLiteral("Choose the folder")));
    dialog.setFolder(QStringLiteral("/out"));
    QVERIFY(exportButton(dialog)->isEnabled());
}

void TestExportDialog::aFolderThatCannotBeUsedSaysWhy() {
    ExportDialog dialog(1, 2, someOptions());
    const QSignalSpy changed(&dialog, &ExportDialog::folderChanged);
    dialog.findChild<QLineEdit*>(QStringLiteral("exportFolder"))->setText(QStringLiteral("/photographs"));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toString(), QStringLiteral("/photographs"));
    dialog.setFolderProblem(QStringLiteral("The originals are there."));
    QVERIFY(sentence(dialog).endsWith(QStringLiteral("The originals are there.")));
    QVERIFY(!exportButton(dialog)->isEnabled());
    dialog.setFolder(QStringLiteral("/elsewhere"));
    QVERIFY(exportButton(dialog)->isEnabled());
}

void TestExportDialog::onlyWhatIsThereCanBeChosen() {
    const ExportDialog none(0, 5, someOptions());
    QVERIFY(none.exportsAll());
    QCOMPARE(none.findChildren<QRadioButton*>().constFirst()->isEnabled(), false);
    const ExportDialog some(2, 5, someOptions());
    QVERIFY(!some.exportsAll());
    const ExportDialog empty(0, 0, someOptions());
    QVERIFY(!exportButton(empty)->isEnabled());
}

void TestExportDialog::theSentenceSaysWhatWillHappen() {
    ExportDialog dialog(2, 5, someOptions());
    QVERIFY(sentence(dialog).startsWith(QStringLiteral("2 ")));
    QVERIFY(sentence(dialog).contains(QStringLiteral("JPEG")));
    QVERIFY(sentence(dialog).contains(QStringLiteral("/out")));
    QVERIFY(sentence(dialog).contains(QStringLiteral("are replaced")));
    dialog.findChildren<QRadioButton*>().constLast()->setChecked(true);
    QVERIFY(sentence(dialog).startsWith(QStringLiteral("5 ")));
    for (auto* box : dialog.findChildren<QCheckBox*>())
        box->setChecked(false);
    QVERIFY(sentence(dialog).contains(QStringLiteral("Nothing there is replaced")));
    dialog.setFolder(QStringLiteral("/out %1 %2"));
    QVERIFY(sentence(dialog).contains(QStringLiteral("/out %1 %2")));
}

void TestExportDialog::qualityIsForJpegAndDepthForTheOthers() {
    ExportDialog dialog(2, 5, ExportOptions{});
    auto* quality = dialog.findChild<QSpinBox*>();
    auto* depth = dialog.findChildren<QCheckBox*>().constFirst();
    QVERIFY(!quality->isEnabled());
    QVERIFY(depth->isEnabled());
    auto* format = dialog.findChild<QComboBox*>();
    format->setCurrentIndex(format->findData(static_cast<int>(ExportFormat::Jpeg)));
    QVERIFY(quality->isEnabled());
    QVERIFY(!depth->isEnabled());
    QCOMPARE(quality->minimum(), 1);
    QCOMPARE(quality->maximum(), 100);
}

void TestExportDialog::browsingBeginsAtTheFolderEntered() {
    ExportDialog dialog(2, 5, someOptions());
    const QSignalSpy browse(&dialog, &ExportDialog::browseRequested);
    dialog.findChild<QPushButton*>(QStringLiteral("exportBrowse"))->click();
    QCOMPARE(browse.count(), 1);
    QCOMPARE(browse.first().first().toString(), QStringLiteral("/out"));
}

QTEST_MAIN(TestExportDialog)
#include "tst_export_dialog.moc"
