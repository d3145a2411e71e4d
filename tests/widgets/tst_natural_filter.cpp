// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/natural_filter.h"

#include <QAbstractItemModelTester>
#include <QStandardItemModel>
#include <QTest>

using namespace limpid;

namespace {

/// Of one column, filtered by nothing but the text.
class OneColumn : public NaturalFilter {
public:
    QStringList texts() const {
        QStringList all;
        for (int row = 0; row < rowCount(); ++row)
            all << index(row, 0).data().toString();
        return all;
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
        return holdsText({sourceModel()->index(row, 0, parent).data().toString()});
    }
};

} // namespace

class TestNaturalFilter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void itKeepsTheContractOfModels();
    void digitsInNamesCountAsNumbers();
    void numbersStandByTheirSize();
    void aTypedTextIsFoundWhateverItsCaseAndSpaces();
    void withoutATextEveryRowIsShown();

private:
    void fill(const QVariantList& values) {
        m_source->clear();
        for (const auto& value : values) {
            auto* item = new QStandardItem;
            item->setData(value, Qt::DisplayRole);
            m_source->appendRow(item);
        }
    }

    std::unique_ptr<QStandardItemModel> m_source;
    std::unique_ptr<OneColumn> m_filter;
};

void TestNaturalFilter::init() {
    m_filter = std::make_unique<OneColumn>();
    m_source = std::make_unique<QStandardItemModel>();
    m_filter->setSourceModel(m_source.get());
    fill({QStringLiteral("eye 10"), QStringLiteral("Eye 2"), QStringLiteral("眼 1")});
}

void TestNaturalFilter::itKeepsTheContractOfModels() {
    const QAbstractItemModelTester tester(m_filter.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_filter->sort(0);
    m_filter->setText(QStringLiteral("eye"));
    fill({QStringLiteral("eye 3")});
    m_filter->setText({});
}

void TestNaturalFilter::digitsInNamesCountAsNumbers() {
    m_filter->sort(0);
    QCOMPARE(m_filter->texts().first(2), (QStringList{QStringLiteral("Eye 2"), QStringLiteral("eye 10")}));
}

void TestNaturalFilter::numbersStandByTheirSize() {
    fill({9.5, 10.0, -1.0});
    m_filter->sort(0);
    QCOMPARE(m_filter->texts(), (QStringList{QStringLiteral("-1"), QStringLiteral("9.5"), QStringLiteral("10")}));
}

void TestNaturalFilter::aTypedTextIsFoundWhateverItsCaseAndSpaces() {
    m_filter->setText(QStringLiteral("  EYE 1"));
    QCOMPARE(m_filter->texts(), QStringList{QStringLiteral("eye 10")});
}

void TestNaturalFilter::withoutATextEveryRowIsShown() {
    m_filter->setText(QStringLiteral("nobody"));
    QCOMPARE(m_filter->rowCount(), 0);
    m_filter->setText({});
    QCOMPARE(m_filter->rowCount(), 3);
}

QTEST_MAIN(TestNaturalFilter)
#include "tst_natural_filter.moc"
