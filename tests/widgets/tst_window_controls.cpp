// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/window_controls.h"

#include "compare/compare_view.h"

#include <QAbstractButton>
#include <QSpinBox>
#include <QTest>

#include <memory>

using namespace limpid;

class TestWindowControls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theyAreThereForDeepImagesOnly();
    void theNumbersSetTheWindow();
    void theNumbersFollowTheView();
    void autoFitsAndTheWholeRangeComesBack();
    void everyControlHasANameAndAHint();

private:
    QSpinBox& number(const char* name) { return *m_controls->findChild<QSpinBox*>(QLatin1String(name)); }
    void click(const char* name) { m_controls->findChild<QAbstractButton*>(QLatin1String(name))->click(); }

    std::unique_ptr<CompareView> m_view;
    std::unique_ptr<WindowControls> m_controls;
};

namespace {

/// Values from 1000 in the first column to 4000 in the last.
QImage deep() {
    QImage image(301, 10, QImage::Format_Grayscale16);
    for (int y = 0; y < image.height(); ++y) {
        auto* row = reinterpret_cast<quint16*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x)
            row[x] = static_cast<quint16>(1000 + 10 * x);
    }
    return image;
}

QImage bytes() {
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::gray);
    return image;
}

} // namespace

void TestWindowControls::init() {
    m_controls.reset();
    m_view = std::make_unique<CompareView>();
    m_controls = std::make_unique<WindowControls>();
    m_controls->drive(*m_view);
}

void TestWindowControls::theyAreThereForDeepImagesOnly() {
    QVERIFY(m_controls->isHidden());
    m_view->setOriginal(bytes());
    QVERIFY(m_controls->isHidden());
    m_view->setOriginal(deep());
    QVERIFY(!m_controls->isHidden());
    m_view->setOriginal(bytes());
    QVERIFY(m_controls->isHidden());
}

void TestWindowControls::theNumbersSetTheWindow() {
    m_view->setOriginal(deep());
    number("windowHigh").setValue(4000);
    number("windowLow").setValue(1500);
    QCOMPARE(m_view->window(), (DisplayWindow{1500, 4000}));
    number("windowLow").setValue(5000); // never beyond the other
    QCOMPARE(m_view->window(), (DisplayWindow{3999, 4000}));
}

void TestWindowControls::theNumbersFollowTheView() {
    m_view->setOriginal(deep());
    m_view->setWindow({300, 400});
    QCOMPARE(number("windowLow").value(), 300);
    QCOMPARE(number("windowHigh").value(), 400);
    m_view->setWindow({50000, 60000}); // both beyond what they could reach before
    QCOMPARE(number("windowLow").value(), 50000);
    QCOMPARE(number("windowHigh").value(), 60000);
    QCOMPARE(m_view->window(), (DisplayWindow{50000, 60000}));
}

void TestWindowControls::autoFitsAndTheWholeRangeComesBack() {
    m_view->setOriginal(deep());
    click("fitWindow");
    QVERIFY(m_view->window().low >= 1000 && m_view->window().low < 1100);
    QVERIFY(m_view->window().high > 3900 && m_view->window().high <= 4000);
    click("resetWindow");
    QCOMPARE(m_view->window(), DisplayWindow());
    QCOMPARE(number("windowHigh").value(), 65535);
}

void TestWindowControls::everyControlHasANameAndAHint() {
    for (auto* box : m_controls->findChildren<QSpinBox*>()) {
        QVERIFY(!box->accessibleName().isEmpty());
        QVERIFY(!box->toolTip().isEmpty());
    }
    for (auto* button : m_controls->findChildren<QAbstractButton*>()) {
        QVERIFY(!button->text().isEmpty());
        QVERIFY(!button->toolTip().isEmpty());
        QVERIFY(button->focusPolicy() & Qt::TabFocus);
    }
}

QTEST_MAIN(TestWindowControls)
#include "tst_window_controls.moc"
