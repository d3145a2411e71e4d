// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_view.h"

#include "compare/compare_keyboard.h"
#include "compare/compare_mouse.h"
#include "compare/compare_scene_builder.h"

#include <QEvent>

#include <algorithm>
#include <cmath>

namespace limpid {

CompareView::CompareView(QWidget* parent, CompareDrawing drawing)
    : QWidget(parent)
    , m_surface(makeCompareSurface(
          drawing,
          [this] { return buildCompareScene(m_state, m_images, m_transform, QSizeF(size()), devicePixelRatioF()); },
          this)) {
    setFocusPolicy(Qt::StrongFocus);
    new CompareKeyboard(*this);
    new CompareMouse(*this);
    m_blink.setInterval(600);
    connect(&m_blink, &QTimer::timeout, this, [this] {
        m_state.blinking = !m_state.blinking;
        redraw();
    });
    retranslate();
}

// The surface asks for the scene, so it goes while everything that the scene is made of is still there.
CompareView::~CompareView() {
    delete m_surface;
}

void CompareView::setOriginal(const ImagePyramid& image) {
    m_images.setOriginal(image);
    m_transform.setImageSize(image.size());
    if (!m_state.ruler.isNull())
        measure({});
    contentRedraw();
    transformChanged();
}

void CompareView::setEnhanced(const ImagePyramid& image, const QString& model) {
    m_state.pending.clear();
    setResult(0, image, model);
}

void CompareView::setResult(int slot, const ImagePyramid& image, const QString& name) {
    m_images.setResult(slot, image, name);
    contentRedraw();
}

void CompareView::setStructure(const QImage& grey) {
    m_images.setStructure(grey);
    contentRedraw();
}

void CompareView::setPending(const QString& text) {
    m_state.pending = text;
    redraw();
}

void CompareView::clear() {
    m_images.clear();
    m_state.pending.clear();
    m_state.held = false;
    if (!m_state.ruler.isNull())
        measure({});
    contentRedraw();
    transformChanged();
}

bool CompareView::isOnLine(const QPointF& place) const {
    constexpr double reach = 9.0;
    const auto line = hasOriginal() ? layoutNow().line() : std::nullopt;
    return line && std::abs((orientation() == Qt::Horizontal ? place.x() : place.y()) - *line) <= reach;
}

QPointF CompareView::imageAt(const QPointF& place) const {
    return m_transform.toImage(layoutNow().toTransform(place));
}

QSize CompareView::sizeHint() const {
    return {800, 600};
}

QSize CompareView::minimumSizeHint() const {
    return {240, 180};
}

void CompareView::setMode(CompareMode mode) {
    if (m_state.mode == mode)
        return;
    rearrange([&] {
        m_state.mode = mode;
        m_state.flipped = false;
    });
    blinkIfShown();
    describe();
    Q_EMIT modeChanged(mode);
}

void CompareView::setOrientation(Qt::Orientation orientation) {
    if (m_state.orientation == orientation)
        return;
    rearrange([&] { m_state.orientation = orientation; });
    Q_EMIT orientationChanged(orientation);
}

void CompareView::setSplit(double share) {
    m_state.split = std::clamp(share, 0.0, 1.0);
    describe();
    redraw();
    Q_EMIT splitMoved(m_state.split);
}

void CompareView::holdOriginal(bool held) {
    if (m_state.held == held)
        return;
    m_state.held = held;
    redraw();
}

void CompareView::flipOver() {
    setMode(CompareMode::Flip);
    m_state.flipped = !m_state.flipped;
    redraw();
}

void CompareView::setBlinkInterval(int milliseconds) {
    m_blink.setInterval(std::clamp(milliseconds, 100, 5000));
}

void CompareView::setGain(double gain) {
    const double wanted = std::clamp(gain, DifferenceMap::leastGain, DifferenceMap::greatestGain);
    if (m_state.gain == wanted)
        return;
    m_state.gain = wanted;
    redraw();
    Q_EMIT gainChanged(wanted);
}

void CompareView::setStructureOpacity(double opacity) {
    const double wanted = std::clamp(opacity, 0.0, 1.0);
    if (m_state.structureOpacity == wanted)
        return;
    m_state.structureOpacity = wanted;
    redraw();
    Q_EMIT structureOpacityChanged(wanted);
}

void CompareView::setLoupe(bool shown) {
    if (m_state.loupe == shown)
        return;
    m_state.loupe = shown;
    redraw();
    Q_EMIT loupeChanged(shown);
}

void CompareView::setMeasuring(bool on) {
    if (m_measuring == on)
        return;
    m_measuring = on;
    Q_EMIT measuringChanged(on);
}

void CompareView::measure(const QLineF& line) {
    m_state.ruler.line = line;
    redraw();
    Q_EMIT measured(m_state.ruler);
}

void CompareView::setSpacing(double micrometresPerPixel, bool own) {
    m_state.ruler.spacing = std::max(0.0, micrometresPerPixel);
    m_ownScale = own && micrometresPerPixel > 0.0;
    redraw();
    Q_EMIT spacingChanged();
}

void CompareView::requestScale() {
    if (!m_state.ruler.isNull())
        Q_EMIT scaleRequested(m_state.ruler);
}

void CompareView::requestScaleRemoval() {
    if (m_ownScale)
        Q_EMIT scaleRemovalRequested();
}

void CompareView::setWindow(const DisplayWindow& window) {
    if (window.bounded() == m_images.window())
        return;
    m_images.setWindow(window);
    redraw();
    Q_EMIT windowChanged(m_images.window());
}

void CompareView::fitWindow() {
    if (isDeep())
        setWindow(autoWindow(limpid::isDeep(m_images.originalValues()) ? m_images.originalValues()
                                                                       : m_images.enhancedValues()));
}

void CompareView::resetWindow() {
    setWindow({});
}

void CompareView::showResult(int slot) {
    if (m_images.showResult(slot))
        contentRedraw();
}

void CompareView::hover(std::optional<QPointF> place) {
    const bool drawn = m_state.loupe || m_state.mode == CompareMode::SideBySide;
    m_state.cursor = place;
    const auto pixel = place && hasOriginal() ? std::optional(imageAt(*place)) : std::nullopt;
    Q_EMIT pixelHovered(pixel ? readPixel(m_images.originalValues(), m_images.enhancedValues(), *pixel)
                              : PixelReadout{});
    if (drawn)
        redraw();
}

void CompareView::toggleFit() {
    toggleFitAbout(middle());
}

void CompareView::toggleFitAbout(const QPointF& place) {
    if (!hasOriginal())
        return;
    if (m_transform.isFit())
        m_transform.zoomTo(1.0, layoutNow().toTransform(place));
    else
        m_transform.fit();
    transformChanged();
}

void CompareView::fit() {
    m_transform.fit();
    transformChanged();
}

void CompareView::zoomTo(double zoom) {
    if (!hasOriginal())
        return;
    m_transform.zoomTo(zoom, middle());
    transformChanged();
}

void CompareView::zoomIn() {
    zoomAbout(middle(), zoomStep);
}

void CompareView::zoomOut() {
    zoomAbout(middle(), 1.0 / zoomStep);
}

void CompareView::zoomAbout(const QPointF& place, double factor) {
    if (!hasOriginal())
        return;
    m_transform.zoomAbout(layoutNow().toTransform(place), factor);
    transformChanged();
}

void CompareView::panBy(const QPointF& distance) {
    if (!hasOriginal())
        return;
    m_transform.panBy(distance);
    transformChanged();
}

bool CompareView::event(QEvent* event) {
    const bool handled = QWidget::event(event);
    // Another screen may be denser, and a window that moves there need not change its size.
    if (event->type() == QEvent::ScreenChangeInternal)
        fitPanes();
    return handled;
}

void CompareView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::ActivationChange)
        blinkIfShown();
}

void CompareView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    blinkIfShown();
}

void CompareView::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    blinkIfShown();
}

void CompareView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_surface->setGeometry(rect());
    fitPanes();
}

void CompareView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    m_state.focused = true;
    redraw();
}

void CompareView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    m_state.focused = false;
    holdOriginal(false);
    redraw();
}

CompareLayout CompareView::layoutNow() const {
    return {m_state, hasEnhanced(), QSizeF(size()), devicePixelRatioF()};
}

/// Of a pane, where the transform's coordinates begin.
QPointF CompareView::middle() const {
    return QRectF({0, 0}, layoutNow().paneSize()).center();
}

void CompareView::retranslate() {
    setAccessibleName(tr("Comparison of the original and the enhanced image"));
    describe();
    redraw();
}

void CompareView::describe() {
    setAccessibleDescription(mode() == CompareMode::Split ? tr("Split at %1 %").arg(std::lround(m_state.split * 100))
                                                          : compareModeName(mode()));
}

void CompareView::blinkIfShown() {
    const bool wanted = mode() == CompareMode::Blink && isVisible() && isActiveWindow();
    if (wanted == m_blink.isActive())
        return;
    m_state.blinking = false;
    if (wanted)
        m_blink.start();
    else
        m_blink.stop();
    redraw();
}

/// Changes how the view is divided. What is under the cursor stays there, unless the image is fitted to its pane.
void CompareView::rearrange(const std::function<void()>& change) {
    const auto pixel = m_state.cursor ? std::optional(imageAt(*m_state.cursor)) : std::nullopt;
    change();
    fitPanes();
    if (pixel && !m_transform.isFit())
        panBy(layoutNow().toTransform(*m_state.cursor) - m_transform.toView(*pixel));
}

void CompareView::fitPanes() {
    m_transform.setViewSize(layoutNow().paneSize(), devicePixelRatioF());
    transformChanged();
}

void CompareView::redraw() {
    m_surface->update();
}

void CompareView::contentRedraw() {
    redraw();
    Q_EMIT contentChanged();
}

void CompareView::transformChanged() {
    redraw();
    Q_EMIT zoomChanged(m_transform.zoom(), m_transform.isFit());
}

} // namespace limpid
