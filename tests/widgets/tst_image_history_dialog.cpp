// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinics/image_history_dialog.h"

#include "widgets/clinic_items.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace limpid;

class TestImageHistoryDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dialog = std::make_unique<ImageHistoryDialog>(); }

    void whatIsTypedIsAskedFor() {
        const QSignalSpy asked(m_dialog.get(), &ImageHistoryDialog::lookUpRequested);
        auto* look = m_dialog->findChild<QPushButton*>(QStringLiteral("historyLook"));
        QVERIFY(!look->isEnabled());
        m_dialog->findChild<QLineEdit*>(QStringLiteral("historyImage"))->setText(QStringLiteral(" Eye 1.png "));
        QVERIFY(look->isEnabled());
        look->click();
        QCOMPARE(asked.first().first().toString(), QStringLiteral("Eye 1.png"));
    }

    void onlyTheAnswerToTheLastQuestionIsShown() {
        m_dialog->lookUp(QStringLiteral("a.png"));
        m_dialog->lookUp(QStringLiteral("b.png"));
        m_dialog->setEvents(QStringLiteral("a.png"), test::contentsOf({}).events);
        QCOMPARE(rows(), 0);
        m_dialog->setEvents(QStringLiteral("b.png"), test::contentsOf({}).events);
        QCOMPARE(rows(), 2);
    }

    void anImageWithoutHistoryIsToldInASentence() {
        m_dialog->lookUp(QStringLiteral("a.png"));
        m_dialog->setEvents(QStringLiteral("a.png"), {});
        QCOMPARE(note(), QStringLiteral("Nothing is on record about this image."));
    }

    void aProblemIsSaidAndNothingOldIsShown() {
        m_dialog->lookUp(QStringLiteral("a.png"));
        m_dialog->setEvents(QStringLiteral("a.png"), test::contentsOf({}).events);
        m_dialog->lookUp(QStringLiteral("b.png"));
        m_dialog->setProblem(QStringLiteral("b.png"), QStringLiteral("It cannot be read."));
        QCOMPARE(note(), QStringLiteral("It cannot be read."));
        QCOMPARE(rows(), 0);
    }

private:
    int rows() const { return m_dialog->findChild<QTreeView*>(QStringLiteral("imageEvents"))->model()->rowCount(); }
    QString note() const { return m_dialog->findChild<QLabel*>(QStringLiteral("historyNote"))->text(); }

    std::unique_ptr<ImageHistoryDialog> m_dialog;
};

QTEST_MAIN(TestImageHistoryDialog)
#include "tst_image_history_dialog.moc"
