// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/made_folder.h"
#include "compare/compare_view.h"
#include "compare/scale_dialog.h"
#include "image_scale.h"
#include "opened_folder.h"
#include "picture.h"

#include <QDoubleSpinBox>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <memory>

using namespace limpid;

class TestImageScale : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theFilesSpacingIsUsed();
    void theAnswerHoldsForImagesOfThatSize();
    void aPersonsScaleGoesBeforeTheFilesUntilItIsRemoved();
    void theScaleIsThereTheNextTime();
    void cancellingChangesNothing();
    void theAnswerIsAboutTheImageThatWasMeasured();
    void theQuestionGoesWithItsFolder();

private:
    void open(OpenedFolder& folder, const QString& name = QStringLiteral("eyes")) const;
    void show(const QSize& size, double spacing = 0.0);
    ScaleDialog* ask();
    void answer(double micrometres);
    double spacing() const { return m_view->ruler().spacing; }
    FolderPlaces places() const {
        return {m_made->path(QStringLiteral("thumbnails")), m_made->path(QStringLiteral("notes"))};
    }

    std::unique_ptr<MadeFolder> m_made;
    std::unique_ptr<OpenedFolder> m_folder;
    std::unique_ptr<CompareView> m_view;
    ImageScale* m_scale = nullptr; ///< The view's.
};

void TestImageScale::init() {
    m_view.reset();
    m_folder.reset();
    m_made = std::make_unique<MadeFolder>();
    for (const auto* name : {"eyes", "others"}) {
        QDir().mkpath(m_made->at(QLatin1String(name)));
        m_made->picture(QLatin1String(name) + QStringLiteral("/1.png"));
    }
    m_folder = std::make_unique<OpenedFolder>(places());
    open(*m_folder);
    m_view = std::make_unique<CompareView>();
    m_scale = new ImageScale(*m_view, *m_folder);
}

void TestImageScale::open(OpenedFolder& folder, const QString& name) const {
    const QSignalSpy listed(&folder, &OpenedFolder::listed);
    folder.open(m_made->path(name));
    QTRY_COMPARE(listed.count(), 1);
}

void TestImageScale::show(const QSize& size, double spacing) {
    Image image;
    image.pixels = cv::Mat(size.height(), size.width(), CV_8UC3, cv::Scalar(90));
    if (spacing > 0.0)
        image.origin.micrometresPerPixel = spacing;
    const auto shown = toQImage(image);
    m_scale->follow(shown);
    m_view->setOriginal(shown);
}

ScaleDialog* TestImageScale::ask() {
    m_view->measure({0, 0, 30, 40});
    m_view->requestScale();
    return m_view->findChild<ScaleDialog*>();
}

void TestImageScale::answer(double micrometres) {
    auto* dialog = ask();
    QVERIFY(dialog);
    dialog->findChild<QDoubleSpinBox*>(QStringLiteral("scaleLength"))->setValue(micrometres);
    dialog->accept();
    QTRY_VERIFY(!m_view->findChild<ScaleDialog*>());
}

void TestImageScale::theFilesSpacingIsUsed() {
    show({60, 50}, 7.3);
    QVERIFY(std::abs(spacing() - 7.3) < 1e-3);
    QVERIFY(!m_view->hasOwnScale());
    show({60, 50});
    QCOMPARE(spacing(), 0.0);
}

void TestImageScale::theAnswerHoldsForImagesOfThatSize() {
    show({60, 50});
    answer(400.0);
    QCOMPARE(spacing(), 8.0);
    QVERIFY(m_view->hasOwnScale());
    show({70, 50}); // another mode of the camera
    QCOMPARE(spacing(), 0.0);
    QVERIFY(!m_view->hasOwnScale());
    show({60, 50});
    QCOMPARE(spacing(), 8.0);
}

void TestImageScale::aPersonsScaleGoesBeforeTheFilesUntilItIsRemoved() {
    show({60, 50}, 20.0);
    m_view->requestScaleRemoval(); // the file's is nobody's to remove
    QCOMPARE(spacing(), 20.0);
    answer(400.0);
    QCOMPARE(spacing(), 8.0);
    m_view->requestScaleRemoval();
    QCOMPARE(spacing(), 20.0);
    QVERIFY(!m_view->hasOwnScale());
}

void TestImageScale::theScaleIsThereTheNextTime() {
    show({60, 50});
    answer(400.0);
    m_view.reset();
    m_folder = std::make_unique<OpenedFolder>(places()); // the one before is written when it goes
    open(*m_folder);
    m_view = std::make_unique<CompareView>();
    m_scale = new ImageScale(*m_view, *m_folder);
    show({60, 50});
    QCOMPARE(spacing(), 8.0);
    open(*m_folder, QStringLiteral("others"));
    show({60, 50});
    QCOMPARE(spacing(), 0.0);
}

void TestImageScale::cancellingChangesNothing() {
    show({60, 50});
    ask()->reject();
    QCOMPARE(spacing(), 0.0);
    QCOMPARE(m_folder->scale({60, 50}), 0.0);
}

void TestImageScale::theAnswerIsAboutTheImageThatWasMeasured() {
    show({60, 50});
    auto* dialog = ask();
    show({70, 50});
    dialog->accept();
    QCOMPARE(m_folder->scale({60, 50}), ScaleDialog::discHeight / 50.0);
    QCOMPARE(m_folder->scale({70, 50}), 0.0);
    QCOMPARE(spacing(), 0.0);
}

void TestImageScale::theQuestionGoesWithItsFolder() {
    show({60, 50});
    const QPointer<ScaleDialog> dialog = ask();
    open(*m_folder, QStringLiteral("others"));
    QTRY_VERIFY(!dialog);
    QCOMPARE(m_folder->scale({60, 50}), 0.0);
}

QTEST_MAIN(TestImageScale)
#include "tst_image_scale.moc"
