// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_bar.h"

#include "common/flow_layout.h"
#include "compare/compare_view.h"
#include "compare/window_controls.h"

#include <QButtonGroup>
#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <cmath>

namespace limpid {

namespace {

// The gain's slider counts quarters of a doubling.
constexpr double gainSteps = 4.0;
constexpr int greatestGainStep = 16;

int stepOf(double gain) {
    return static_cast<int>(std::lround(std::log2(gain) * gainSteps));
}

double gainOf(int step) {
    return std::exp2(step / gainSteps);
}

} // namespace

CompareBar::CompareBar(QWidget* parent)
    : QWidget(parent)
    , m_modeGroup(new QButtonGroup(this)) {
    auto* row = new FlowLayout(this);
    row->setContentsMargins(6, 4, 6, 4);
    row->setSpacing(10);
    auto* modes = group();
    for (std::size_t i = 0; i < compareModes.size(); ++i) {
        m_modes[i] = button(modes, "mode", true);
        m_modeGroup->addButton(m_modes[i], static_cast<int>(i));
    }
    m_resultBox = group();
    for (auto*& result : m_results)
        result = button(m_resultBox, "result", true);
    auto* tools = group();
    m_orientation = button(tools, "orientation", false);
    m_loupe = button(tools, "loupe", true);
    m_ruler = button(tools, "ruler", true);
    m_setScale = button(tools, "setScale", false);
    m_removeScale = button(tools, "removeScale", false);
    m_gain = dial("gain", 0, greatestGainStep);
    m_structure = dial("structureOpacity", 0, 100);
    m_window = new WindowControls(this);
    auto* zoom = group();
    m_zoomOut = button(zoom, "zoomOut", false);
    m_fit = button(zoom, "fit", false);
    m_full = button(zoom, "fullSize", false);
    m_double = button(zoom, "doubleSize", false);
    m_zoomIn = button(zoom, "zoomIn", false);
    for (auto* box :
         std::initializer_list<QWidget*>{modes, m_resultBox, tools, m_gain.box, m_structure.box, m_window, zoom})
        row->addWidget(box);
    connectControls();
    retranslate();
}

void CompareBar::drive(CompareView& view) {
    connect(this, &CompareBar::modeWanted, &view, &CompareView::setMode);
    connect(this, &CompareBar::orientationWanted, &view, &CompareView::setOrientation);
    connect(this, &CompareBar::resultWanted, &view, &CompareView::showResult);
    connect(this, &CompareBar::loupeWanted, &view, &CompareView::setLoupe);
    connect(this, &CompareBar::measuringWanted, &view, &CompareView::setMeasuring);
    connect(this, &CompareBar::scaleWanted, &view, &CompareView::requestScale);
    connect(this, &CompareBar::scaleRemovalWanted, &view, &CompareView::requestScaleRemoval);
    connect(this, &CompareBar::gainWanted, &view, &CompareView::setGain);
    connect(this, &CompareBar::structureOpacityWanted, &view, &CompareView::setStructureOpacity);
    connect(this, &CompareBar::fitWanted, &view, &CompareView::fit);
    connect(this, &CompareBar::zoomWanted, &view, &CompareView::zoomTo);
    connect(this, &CompareBar::zoomInWanted, &view, &CompareView::zoomIn);
    connect(this, &CompareBar::zoomOutWanted, &view, &CompareView::zoomOut);
    m_window->drive(view);
    followView(view);
}

void CompareBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QToolButton* CompareBar::button(QWidget* box, const char* name, bool checkable) {
    auto* made = new QToolButton(box);
    made->setObjectName(QLatin1String(name));
    made->setCheckable(checkable);
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus); // a click leaves the keys with the view
    box->layout()->addWidget(made);
    return made;
}

QWidget* CompareBar::group() {
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    return box;
}

CompareBar::Dial CompareBar::dial(const char* name, int least, int greatest) {
    auto* box = group();
    Dial made{box, new QLabel(box), new QSlider(Qt::Horizontal, box), new QLabel(box)};
    made.slider->setObjectName(QLatin1String(name));
    made.slider->setRange(least, greatest);
    made.slider->setFixedWidth(110);
    made.slider->setFocusPolicy(Qt::TabFocus);
    made.caption->setBuddy(made.slider);
    for (auto* part : std::initializer_list<QWidget*>{made.caption, made.slider, made.value})
        box->layout()->addWidget(part);
    return made;
}

void CompareBar::connectControls() {
    connect(m_modeGroup, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT modeWanted(compareModes.at(static_cast<std::size_t>(id))); });
    for (int slot = 0; slot < ResultSlots::count; ++slot) {
        connect(m_results[static_cast<std::size_t>(slot)], &QToolButton::clicked, this, [this, slot] {
            // The view says which one is looked at; until then the button stays as it was.
            m_results[static_cast<std::size_t>(slot)]->setChecked(true);
            Q_EMIT resultWanted(slot);
        });
    }
    connect(m_loupe, &QToolButton::toggled, this, &CompareBar::loupeWanted);
    connect(m_ruler, &QToolButton::toggled, this, &CompareBar::measuringWanted);
    connect(m_setScale, &QToolButton::clicked, this, &CompareBar::scaleWanted);
    connect(m_removeScale, &QToolButton::clicked, this, &CompareBar::scaleRemovalWanted);
    connect(m_gain.slider, &QSlider::valueChanged, this, [this](int step) { Q_EMIT gainWanted(gainOf(step)); });
    connect(m_structure.slider, &QSlider::valueChanged, this,
            [this](int percent) { Q_EMIT structureOpacityWanted(percent / 100.0); });
    connect(m_fit, &QToolButton::clicked, this, &CompareBar::fitWanted);
    connect(m_full, &QToolButton::clicked, this, [this] { Q_EMIT zoomWanted(1.0); });
    connect(m_double, &QToolButton::clicked, this, [this] { Q_EMIT zoomWanted(2.0); });
    connect(m_zoomIn, &QToolButton::clicked, this, &CompareBar::zoomInWanted);
    connect(m_zoomOut, &QToolButton::clicked, this, &CompareBar::zoomOutWanted);
}

void CompareBar::followView(const CompareView& view) {
    connect(&view, &CompareView::modeChanged, this, &CompareBar::showMode);
    connect(&view, &CompareView::orientationChanged, this, &CompareBar::showOrientation);
    connect(&view, &CompareView::gainChanged, this, &CompareBar::showGain);
    connect(&view, &CompareView::structureOpacityChanged, this, &CompareBar::showOpacity);
    connect(&view, &CompareView::loupeChanged, m_loupe, &QToolButton::setChecked);
    connect(&view, &CompareView::measuringChanged, m_ruler, &QToolButton::setChecked);
    connect(&view, &CompareView::contentChanged, this, [this, &view] { showContent(view); });
    connect(&view, &CompareView::measuringChanged, this, [this, &view] { showScale(view); });
    connect(&view, &CompareView::measured, this, [this, &view] { showScale(view); });
    connect(&view, &CompareView::spacingChanged, this, [this, &view] { showScale(view); });
    connect(m_orientation, &QToolButton::clicked, this, [this, &view] {
        Q_EMIT orientationWanted(view.orientation() == Qt::Horizontal ? Qt::Vertical : Qt::Horizontal);
    });
    showMode(view.mode());
    showOrientation(view.orientation());
    showGain(view.gain());
    showOpacity(view.structureOpacity());
    m_loupe->setChecked(view.hasLoupe());
    m_ruler->setChecked(view.isMeasuring());
    showContent(view);
    showScale(view);
}

void CompareBar::showMode(CompareMode mode) {
    for (std::size_t i = 0; i < compareModes.size(); ++i)
        m_modes[i]->setChecked(compareModes[i] == mode);
    m_gain.box->setVisible(isDifference(mode));
    m_orientation->setEnabled(mode == CompareMode::Split || mode == CompareMode::SideBySide);
}

void CompareBar::showOrientation(Qt::Orientation orientation) {
    // Two halves, as they lie now.
    m_orientation->setText(orientation == Qt::Horizontal ? QStringLiteral("\u25EB") : QStringLiteral("\u2B12"));
}

void CompareBar::showGain(double gain) {
    const QSignalBlocker quiet(m_gain.slider);
    m_gain.slider->setValue(stepOf(gain));
    m_gain.value->setText(tr("%1\u00d7").arg(locale().toString(gain, 'f', gain < 10 ? 1 : 0)));
}

void CompareBar::showOpacity(double opacity) {
    const QSignalBlocker quiet(m_structure.slider);
    const auto percent = std::lround(opacity * 100);
    m_structure.slider->setValue(static_cast<int>(percent));
    m_structure.value->setText(tr("%1 %").arg(percent));
}

void CompareBar::showContent(const CompareView& view) {
    m_structure.box->setVisible(view.hasStructure());
    const auto& results = view.results();
    int filled = 0;
    for (int slot = 0; slot < ResultSlots::count; ++slot) {
        auto* const shown = m_results[static_cast<std::size_t>(slot)];
        filled += results.holds(slot);
        shown->setVisible(results.holds(slot));
        shown->setChecked(results.shownSlot() == slot);
        if (!results.holds(slot))
            continue;
        const auto name = results.at(slot).name;
        shown->setText(tr("%1 %2").arg(slot + 1).arg(shown->fontMetrics().elidedText(name, Qt::ElideRight, 120)));
        shown->setToolTip(tr("Look at the result of %1 (%2)").arg(name).arg(slot + 1));
    }
    m_resultBox->setVisible(filled > 1);
}

void CompareBar::showScale(const CompareView& view) {
    // Not only once there is a line: nothing may move while it is being drawn.
    const bool ruling = view.isMeasuring() || !view.ruler().isNull();
    m_setScale->setVisible(ruling);
    m_setScale->setEnabled(!view.ruler().isNull());
    m_removeScale->setVisible(ruling && view.hasOwnScale());
}

void CompareBar::retranslate() {
    for (std::size_t i = 0; i < compareModes.size(); ++i) {
        m_modes[i]->setText(compareModeName(compareModes[i]));
        m_modes[i]->setToolTip(compareModeHint(compareModes[i]));
    }
    const auto name = [](QToolButton* control, const QString& text, const QString& hint) {
        control->setText(text);
        control->setToolTip(hint);
    };
    m_orientation->setToolTip(tr("Beside or above each other (O)"));
    m_orientation->setAccessibleName(tr("Turn the arrangement"));
    name(m_loupe, tr("Loupe"), tr("Magnify both images under the cursor (L)"));
    name(m_ruler, tr("Ruler"), tr("Measure a length by dragging; Escape removes the ruler (R)"));
    name(m_setScale, tr("Set scale\u2026"), tr("Say how long the measured line is in micrometres (Shift+R)"));
    name(m_removeScale, tr("Remove scale"), tr("Forget the scale that was set for images of this size in this folder"));
    m_gain.caption->setText(tr("Gain"));
    m_gain.slider->setToolTip(tr("How strongly the difference is coloured"));
    m_gain.slider->setAccessibleName(tr("Gain of the difference"));
    m_structure.caption->setText(tr("Structures"));
    m_structure.slider->setToolTip(tr("How opaque the structures that were found lie over the images (V)"));
    m_structure.slider->setAccessibleName(tr("Opacity of the structure map"));
    name(m_zoomOut, QStringLiteral("\u2212"), tr("Zoom out (\u2212)"));
    m_zoomOut->setAccessibleName(tr("Zoom out"));
    name(m_fit, tr("Fit"), tr("Show the whole image (Z)"));
    name(m_full, tr("100 %"), tr("One image pixel per screen pixel (Z)"));
    name(m_double, tr("200 %"), tr("Twice that, pixels shown as squares (Shift+Z)"));
    name(m_zoomIn, QStringLiteral("+"), tr("Zoom in (+)"));
    m_zoomIn->setAccessibleName(tr("Zoom in"));
    // The values keep their width, so that nothing moves while a slider is dragged.
    for (auto* value : {m_gain.value, m_structure.value})
        value->setMinimumWidth(value->fontMetrics().horizontalAdvance(QStringLiteral("100 %")));
}

} // namespace limpid
