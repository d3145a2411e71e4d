// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/window_controls.h"

#include "compare/compare_view.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

namespace limpid {

WindowControls::WindowControls(QWidget* parent)
    : QWidget(parent)
    , m_caption(new QLabel(this))
    , m_low(value("windowLow"))
    , m_dash(new QLabel(QStringLiteral("\u2013"), this))
    , m_high(value("windowHigh"))
    , m_fit(button("fitWindow"))
    , m_reset(button("resetWindow")) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (auto* part : std::initializer_list<QWidget*>{m_caption, m_low, m_dash, m_high, m_fit, m_reset})
        row->addWidget(part);
    m_caption->setBuddy(m_low);
    showWindow({});
    retranslate();
}

void WindowControls::drive(CompareView& view) {
    connect(m_low, &QSpinBox::valueChanged, &view, [&view](int low) { view.setWindow({low, view.window().high}); });
    connect(m_high, &QSpinBox::valueChanged, &view, [&view](int high) { view.setWindow({view.window().low, high}); });
    connect(m_fit, &QToolButton::clicked, &view, &CompareView::fitWindow);
    connect(m_reset, &QToolButton::clicked, &view, &CompareView::resetWindow);
    connect(&view, &CompareView::windowChanged, this, &WindowControls::showWindow);
    connect(&view, &CompareView::contentChanged, this, [this, &view] { setVisible(view.isDeep()); });
    showWindow(view.window());
    setVisible(view.isDeep());
}

void WindowControls::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QSpinBox* WindowControls::value(const char* name) {
    auto* made = new QSpinBox(this);
    made->setObjectName(QLatin1String(name));
    made->setRange(0, DisplayWindow::greatest);
    made->setSingleStep(256);
    made->setGroupSeparatorShown(true);
    made->setKeyboardTracking(false); // half a number is no window
    return made;
}

QToolButton* WindowControls::button(const char* name) {
    auto* made = new QToolButton(this);
    made->setObjectName(QLatin1String(name));
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus); // a click leaves the keys with the view
    return made;
}

void WindowControls::showWindow(const DisplayWindow& window) {
    const QSignalBlocker lowQuiet(m_low);
    const QSignalBlocker highQuiet(m_high);
    m_low->setMaximum(window.high - 1);
    m_high->setMinimum(window.low + 1);
    m_low->setValue(window.low);
    m_high->setValue(window.high);
}

void WindowControls::retranslate() {
    m_caption->setText(tr("16-bit window"));
    m_low->setToolTip(
        tr("The value that is shown black; drag with Ctrl and the right button in the image to set both"));
    m_low->setAccessibleName(tr("Value shown black"));
    m_high->setToolTip(
        tr("The value that is shown white; drag with Ctrl and the right button in the image to set both"));
    m_high->setAccessibleName(tr("Value shown white"));
    m_fit->setText(tr("Auto"));
    m_fit->setToolTip(
        tr("Fit the window to the values of the original, less the darkest and brightest half per cent (W)"));
    m_reset->setText(tr("Whole range"));
    m_reset->setToolTip(tr("Show all values from 0 to 65535 (Shift+W)"));
}

} // namespace limpid
