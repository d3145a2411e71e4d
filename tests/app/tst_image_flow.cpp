// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "image_flow.h"

#include "app/made_folder.h"
#include "app/workstation_fakes.h"
#include "compare/compare_view.h"
#include "folder_judgements.h"
#include "model_box.h"
#include "opened_folder.h"
#include "status_line.h"

#include <QLabel>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>

#include <memory>

using namespace limpid;

class TestImageFlow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anImageIsShownAndThenItsEnhancement();
    void withoutEnhancingOnlyTheOriginalIsShown();
    void aSecondModelsResultIsPutBesideTheFirst();
    void anUnreadableImageEmptiesTheViewAndSaysWhy();
    void aFailureToEnhanceLeavesTheOriginalOnShow();
    void aRowThatIsNotThereEmptiesTheView();
    void refreshingAfterForgettingShowsNothing();

private:
    /// What the image flows through; a new one for every test.
    struct Stage {
        explicit Stage(const MadeFolder& made)
            : folder({made.path(QStringLiteral("own/thumbnails")), made.path(QStringLiteral("own/notes"))})
            , catalog(made.path(QStringLiteral("base.safetensors")), made.path(QStringLiteral("clinics")))
            , models(catalog)
            , status(bar)
            , judgements(nullptr, folder)
            , record(std::make_shared<EnhancementRecord>()) {
            models.refill();
        }
        QString note() { return bar.findChild<QLabel*>(QStringLiteral("note"))->text(); }

        OpenedFolder folder;
        ModelCatalog catalog;
        CompareView view;
        ModelBox models;
        QStatusBar bar;
        StatusLine status;
        FolderJudgements judgements;
        std::shared_ptr<EnhancementRecord> record;
    };
    std::unique_ptr<ImageFlow> flow() const {
        return std::make_unique<ImageFlow>(
            std::make_unique<FakeEnhancement>(m_stage->record), m_stage->folder,
            ImageFlow::Views{m_stage->view, m_stage->models, m_stage->status, m_stage->judgements});
    }

    std::unique_ptr<MadeFolder> m_made;
    std::unique_ptr<Stage> m_stage;
};

namespace {

constexpr int patienceMs = 20'000;
/// Rows of the folder, in natural order.
constexpr int damaged = 0;
constexpr int first = 1;
constexpr int second = 2;

} // namespace

void TestImageFlow::init() {
    m_stage.reset();
    m_made = std::make_unique<MadeFolder>();
    QDir().mkpath(m_made->at(QStringLiteral("eyes")));
    m_made->write(QStringLiteral("eyes/0.png"), "\x89PNG\r\n\x1a\nand nothing more");
    m_made->picture(QStringLiteral("eyes/1.png"), QColor(40, 40, 40));
    m_made->picture(QStringLiteral("eyes/2.png"), QColor(60, 60, 60));
    m_made->write(QStringLiteral("base.safetensors"));
    m_stage = std::make_unique<Stage>(*m_made);
    const QSignalSpy listed(&m_stage->folder, &OpenedFolder::listed);
    m_stage->folder.open(m_made->path(QStringLiteral("eyes")));
    QTRY_COMPARE_WITH_TIMEOUT(listed.count(), 1, patienceMs);
    QCOMPARE(m_stage->folder.images().size(), std::size_t{3});
}

void TestImageFlow::anImageIsShownAndThenItsEnhancement() {
    const auto images = flow();
    QVERIFY(!images->isBusy());
    images->show(first);
    QVERIFY(images->isBusy());
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->view.hasOriginal(), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->view.hasEnhanced() && m_stage->view.hasStructure(), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!images->isBusy(), patienceMs);
    QCOMPARE(m_stage->view.results().at(0).image.values().pixelColor(3, 3), QColor(215, 215, 215));
    QVERIFY2(m_stage->note().contains(QStringLiteral("seen by a fake")), qPrintable(m_stage->note()));
    QVERIFY2(m_stage->note().contains(QStringLiteral("40 \u00d7 30")), qPrintable(m_stage->note()));
}

void TestImageFlow::withoutEnhancingOnlyTheOriginalIsShown() {
    const auto images = flow();
    images->setEnhancing(false);
    images->show(first);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->view.hasOriginal(), patienceMs);
    QVERIFY(!images->isBusy());
    images->setEnhancing(true); // the image on show is enhanced at once
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->view.hasEnhanced(), patienceMs);
    QCOMPARE(m_stage->record->calls.load(), 1);
}

void TestImageFlow::aSecondModelsResultIsPutBesideTheFirst() {
    const auto images = flow();
    images->setSecondModel("new.safetensors");
    images->show(second);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->view.results().holds(1), patienceMs);
    QCOMPARE(m_stage->view.results().shownSlot(), 1);
    QVERIFY(m_stage->view.results().holds(0));
    images->setSecondModel({});
    images->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->view.results().holds(0) && !m_stage->view.results().holds(1), patienceMs);
}

void TestImageFlow::anUnreadableImageEmptiesTheViewAndSaysWhy() {
    const auto images = flow();
    images->show(first);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->view.hasEnhanced(), patienceMs);
    const QSignalSpy problems(images.get(), &ImageFlow::problem);
    const QSignalSpy over(images.get(), &ImageFlow::problemOver);
    images->show(damaged);
    QTRY_COMPARE_WITH_TIMEOUT(problems.count(), 1, patienceMs);
    QVERIFY(!m_stage->view.hasOriginal());
    QVERIFY(problems.first().first().toString().contains(QStringLiteral("0.png")));
    images->show(second);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->view.hasOriginal(), patienceMs);
    QCOMPARE(over.count(), 2);
}

void TestImageFlow::aFailureToEnhanceLeavesTheOriginalOnShow() {
    m_stage->record->error = Error{ErrorCode::ModelCorrupt, {"base.safetensors", "header too long"}, {}};
    const auto images = flow();
    const QSignalSpy problems(images.get(), &ImageFlow::problem);
    images->show(first);
    QTRY_COMPARE_WITH_TIMEOUT(problems.count(), 1, patienceMs);
    QVERIFY(m_stage->view.hasOriginal());
    QVERIFY(!m_stage->view.hasEnhanced());
}

void TestImageFlow::aRowThatIsNotThereEmptiesTheView() {
    const auto images = flow();
    images->show(first);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->view.hasOriginal(), patienceMs);
    images->show(7);
    QVERIFY(!m_stage->view.hasOriginal());
    QVERIFY(!images->isBusy());
}

void TestImageFlow::refreshingAfterForgettingShowsNothing() {
    const auto images = flow();
    images->show(first);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->view.hasEnhanced(), patienceMs);
    images->forget();
    QVERIFY(m_stage->view.hasOriginal()); // until another image is read
    images->refresh();
    QVERIFY(!m_stage->view.hasOriginal());
}

QTEST_MAIN(TestImageFlow)
#include "tst_image_flow.moc"
