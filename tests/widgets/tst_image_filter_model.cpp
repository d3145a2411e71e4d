// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/image_filter_model.h"
#include "browser/image_list_model.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace limpid;

class TestImageFilterModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void itKeepsTheContractOfModels();
    void namesStandInNaturalOrder();
    void namesStandInNaturalOrderInTheCLocaleToo();
    void whatIsNotKnownStandsLastInEitherDirection_data();
    void whatIsNotKnownStandsLastInEitherDirection();
    void equalOnesStandInTheOrderOfTheirNames();
    void eachFilterHidesTheOthers();
    void filtersAddUp();
    void aFilterFollowsWhatChanges();
    void aThumbnailMovesNoRow();
    void tenThousandNamesAreSortedQuickly();

private:
    QStringList shown() const;

    std::unique_ptr<ImageListModel> m_images;
    std::unique_ptr<ImageFilterModel> m_sorted;
};

namespace {

QString text(const char* words) {
    return QString::fromUtf8(words);
}

} // namespace

void TestImageFilterModel::init() {
    m_sorted.reset();
    m_images = std::make_unique<ImageListModel>();
    const auto day = [](int number) {
        return QDateTime({2025, 1, number}, {12, 0});
    };
    m_images->appendRows({{text("img10.png"), day(3), 10},
                          {text("img2.png"), day(1), 30},
                          {text("IMG1.png"), {}, 20},
                          {text("img2b.png"), day(2), 40}});
    m_sorted = std::make_unique<ImageFilterModel>(*m_images);
}

QStringList TestImageFilterModel::shown() const {
    QStringList names;
    for (int row = 0; row < m_sorted->rowCount(); ++row)
        names << m_sorted->index(row, 0).data().toString().section(QLatin1Char('.'), 0, 0);
    return names;
}

void TestImageFilterModel::itKeepsTheContractOfModels() {
    const QAbstractItemModelTester tester(m_sorted.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_images->appendRows({{text("img3.png"), {}, 1}});
    m_sorted->sortBy(ImageOrder::Quality, Qt::DescendingOrder);
    m_images->setJudgements({{.row = 1, .quality = {1, 0, 0}}});
    m_sorted->setFilter({.quality = ImageQuality::Good});
    m_images->setJudgements({{.row = 2, .quality = {1, 0, 0}}, {.row = 0, .quality = {0, 1, 0}}});
    m_images->clear();
    QCOMPARE(m_sorted->rowCount(), 0);
}

void TestImageFilterModel::namesStandInNaturalOrder() {
    QCOMPARE(shown(), (QStringList{text("IMG1"), text("img2"), text("img2b"), text("img10")}));
    m_sorted->sortBy(ImageOrder::Name, Qt::DescendingOrder);
    QCOMPARE(shown(), (QStringList{text("img10"), text("img2b"), text("img2"), text("IMG1")}));
    m_images->appendRows({{text("img3.png"), {}, 1}});
    QCOMPARE(shown().at(1), text("img3"));
}

void TestImageFilterModel::namesStandInNaturalOrderInTheCLocaleToo() {
    const QLocale before;
    QLocale::setDefault(QLocale::c());
    ImageListModel images;
    QLocale::setDefault(before);
    images.setNames({text("img10.png"), text("img9.png")});
    const ImageFilterModel sorted(images);
    QCOMPARE(sorted.index(0, 0).data().toString(), text("img9.png"));
}

void TestImageFilterModel::whatIsNotKnownStandsLastInEitherDirection_data() {
    QTest::addColumn<int>("order");
    QTest::addRow("date") << static_cast<int>(ImageOrder::Date);
    QTest::addRow("quality") << static_cast<int>(ImageOrder::Quality);
    QTest::addRow("gain") << static_cast<int>(ImageOrder::Gain);
}

void TestImageFilterModel::whatIsNotKnownStandsLastInEitherDirection() {
    QFETCH(const int, order);
    // For all three: img2, img2b, img10; IMG1 is not known.
    m_images->setJudgements({{.row = 1, .quality = {0.1, 0.2, 0.7}, .enhanced = {0.05, 0.5, 0.3}},
                             {.row = 3, .quality = {0.30, 0.5, 0.2}, .enhanced = {0.30, 0.5, 0.3}},
                             {.row = 0, .quality = {0.35, 0.5, 0.15}, .enhanced = {0.9, 0.5, 0.3}}});
    m_sorted->sortBy(static_cast<ImageOrder>(order));
    QCOMPARE(shown(), (QStringList{text("img2"), text("img2b"), text("img10"), text("IMG1")}));
    m_sorted->sortBy(static_cast<ImageOrder>(order), Qt::DescendingOrder);
    QCOMPARE(shown(), (QStringList{text("img10"), text("img2b"), text("img2"), text("IMG1")}));
}

void TestImageFilterModel::equalOnesStandInTheOrderOfTheirNames() {
    for (int row = 0; row < 4; ++row)
        m_images->setJudgements({{.row = row, .quality = {0.5, 0, 0}, .enhanced = {row == 2 ? 1.0 : 0.75, 0, 0}}});
    m_sorted->sortBy(ImageOrder::Gain, Qt::DescendingOrder);
    QCOMPARE(shown(), (QStringList{text("IMG1"), text("img2"), text("img2b"), text("img10")}));
}

void TestImageFilterModel::eachFilterHidesTheOthers() {
    m_images->setJudgements({{.row = 0, .quality = {0.1, 0.2, 0.7}},
                             {.row = 1, .decision = PickerVerdict::Rejected},
                             {.row = 2, .modality = text("OCT"), .shown = GuardChoice::Source},
                             {.row = 3, .decision = PickerVerdict::Rejected, .byHand = true}});
    m_images->setStars(3, 4);
    m_images->setStars(0, 2);
    m_images->setFlag(1, ImageFlag::Pick);
    const std::pair<ImageFilter, QStringList> cases[] = {
        {{.quality = ImageQuality::Reject}, {text("img10")}},
        {{.decision = PickerVerdict::Rejected}, {text("img2"), text("img2b")}},
        {{.byHand = true}, {text("img2b")}},
        {{.shown = GuardChoice::Source}, {text("IMG1")}},
        {{.flag = ImageFlag::Pick}, {text("img2")}},
        {{.modality = text("OCT")}, {text("IMG1")}},
        {{.leastStars = 3}, {text("img2b")}},
        {{.leastStars = 1}, {text("img2b"), text("img10")}},
        {{.text = text("G2")}, {text("img2"), text("img2b")}},
        {{}, {text("IMG1"), text("img2"), text("img2b"), text("img10")}},
    };
    const QSignalSpy told(m_sorted.get(), &ImageFilterModel::filterChanged);
    for (const auto& [filter, names] : cases) {
        m_sorted->setFilter(filter);
        QCOMPARE(shown(), names);
    }
    QCOMPARE(told.count(), 10);
    m_sorted->setFilter({});
    QCOMPARE(told.count(), 10); // it was set already
}

void TestImageFilterModel::filtersAddUp() {
    m_images->setStars(0, 5);
    m_images->setStars(1, 5);
    m_images->setFlag(1, ImageFlag::Pick);
    const ImageFilter filter{.flag = ImageFlag::Pick, .leastStars = 5};
    QVERIFY(filter.isActive());
    QVERIFY(!ImageFilter{}.isActive());
    m_sorted->setFilter(filter);
    QCOMPARE(shown(), QStringList{text("img2")});
}

void TestImageFilterModel::aFilterFollowsWhatChanges() {
    m_sorted->setFilter({.flag = ImageFlag::None});
    m_images->setFlag(0, ImageFlag::Reject);
    QCOMPARE(m_sorted->rowCount(), 3);
    m_images->setFlag(0, ImageFlag::None);
    QCOMPARE(m_sorted->rowCount(), 4);
}

void TestImageFilterModel::aThumbnailMovesNoRow() {
    const QSignalSpy moved(m_sorted.get(), &QAbstractItemModel::layoutChanged);
    const QSignalSpy changed(m_sorted.get(), &QAbstractItemModel::dataChanged);
    m_images->setThumbnail(0, QImage(4, 4, QImage::Format_RGB32));
    QCOMPARE(moved.count(), 0);
    QCOMPARE(changed.count(), 1);
}

void TestImageFilterModel::tenThousandNamesAreSortedQuickly() {
    QList<ImageFile> many;
    for (int i = 0; i < 10000; ++i)
        many.push_back({text("eye_%1.jpg").arg((i * 7919) % 10000), {}, 1});
    QElapsedTimer clock;
    clock.start();
    m_images->appendRows(many);
    m_sorted->sortBy(ImageOrder::Name, Qt::DescendingOrder);
    QVERIFY2(clock.elapsed() < 1500, qPrintable(QString::number(clock.elapsed()))); // 0.1 s on an idle machine
    QCOMPARE(m_sorted->index(4, 0).data().toString(), text("eye_9999.jpg"));
}

QTEST_MAIN(TestImageFilterModel)
#include "tst_image_filter_model.moc"
