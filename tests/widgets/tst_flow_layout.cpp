// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/flow_layout.h"

#include <QTest>
#include <QWidget>

using limpid::FlowLayout;

class TestFlowLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatFitsStandsInOneLine();
    void whatDoesNotFitStandsInTheNextLine();
    void hiddenWidgetsTakeNoRoom();
};

namespace {

struct Page {
    QWidget widget;
    FlowLayout* layout = new FlowLayout(&widget);
    QList<QWidget*> parts;

    Page() {
        layout->setContentsMargins(5, 5, 5, 5);
        layout->setSpacing(10);
        for (int i = 0; i < 3; ++i) {
            parts.push_back(new QWidget(&widget));
            parts.back()->setFixedSize(100, 20 + 10 * i);
            layout->addWidget(parts.back());
        }
    }
    void lay(int width) {
        widget.resize(width, 200);
        layout->setGeometry(widget.rect());
    }
};

} // namespace

void TestFlowLayout::whatFitsStandsInOneLine() {
    Page page;
    page.lay(330);
    QCOMPARE(page.parts[0]->geometry(), QRect(5, 15, 100, 20)); // level with the highest
    QCOMPARE(page.parts[2]->geometry(), QRect(225, 5, 100, 40));
    QCOMPARE(page.layout->heightForWidth(330), 50);
}

void TestFlowLayout::whatDoesNotFitStandsInTheNextLine() {
    Page page;
    page.lay(329);
    QCOMPARE(page.parts[1]->geometry().top(), 5);
    QCOMPARE(page.parts[2]->geometry(), QRect(5, 45, 100, 40));
    QCOMPARE(page.layout->heightForWidth(329), 90);
    QCOMPARE(page.layout->minimumSize(), QSize(110, 50));
}

void TestFlowLayout::hiddenWidgetsTakeNoRoom() {
    Page page;
    page.parts[1]->hide();
    page.lay(329);
    QCOMPARE(page.parts[2]->geometry().left(), 115);
}

QTEST_MAIN(TestFlowLayout)
#include "tst_flow_layout.moc"
