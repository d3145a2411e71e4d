// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_images.h"

#include "compare/window_level.h"

#include <QPainter>

#include <algorithm>

namespace limpid {

namespace {

/// Stands out on the red of a fundus and on grey, and colour-blind people tell it from both.
constexpr QRgb structureColour = qRgb(0, 225, 255);

QImage tinted(const QImage& grey) {
    const auto values = grey.convertToFormat(QImage::Format_Grayscale8);
    QImage tint(values.size(), QImage::Format_ARGB32);
    for (int y = 0; y < tint.height(); ++y) {
        const auto* from = values.constScanLine(y);
        auto* to = reinterpret_cast<QRgb*>(tint.scanLine(y));
        for (int x = 0; x < tint.width(); ++x)
            to[x] = static_cast<QRgb>(from[x]) << 24 | (structureColour & 0xffffffU);
    }
    return tint;
}

/// The same pixels, not a copy of them; valid while `image` is.
QImage viewOf(const QImage& image, const QRect& part) {
    const auto* first = image.constScanLine(part.top()) + part.left() * static_cast<qsizetype>(sizeof(QRgb));
    return {first, part.width(), part.height(), image.bytesPerLine(), image.format()};
}

quint64 keyOf(int level, const QPoint& first) {
    return static_cast<quint64>(level) << 56 | static_cast<quint64>(first.y()) << 28 | static_cast<quint64>(first.x());
}

} // namespace

void CompareImages::setOriginal(const QImage& image) {
    clear();
    m_originalValues = image;
}

void CompareImages::setResult(int slot, const QImage& image, const QString& name) {
    m_results.set(slot, image, name);
    m_differences.clear();
}

bool CompareImages::showResult(int slot) {
    if (!m_results.choose(slot))
        return false;
    m_differences.clear();
    return true;
}

void CompareImages::setStructure(const QImage& grey) {
    m_structure = grey.isNull() ? ImagePyramid() : ImagePyramid(tinted(grey));
}

void CompareImages::setWindow(int low, int high) {
    m_low = std::clamp(low, 0, 65534);
    m_high = std::clamp(high, m_low + 1, 65535);
    m_differences.clear();
    if (isDeep(m_originalValues))
        m_original = {};
    for (int slot = 0; slot < ResultSlots::count; ++slot) {
        if (m_results.holds(slot) && isDeep(m_results.at(slot).image))
            m_results.at(slot).shown = {};
    }
}

void CompareImages::clear() {
    m_originalValues = {};
    m_original = {};
    m_structure = {};
    m_results.clear();
    m_differences.clear();
}

QImage CompareImages::enhancedValues() const {
    return hasEnhanced() ? m_results.at(m_results.shownSlot()).image : QImage();
}

QString CompareImages::enhancedName() const {
    return hasEnhanced() ? m_results.at(m_results.shownSlot()).name : QString();
}

ImagePyramid& CompareImages::original() {
    if (m_original.isNull())
        m_original = ImagePyramid(toDisplay(m_originalValues, m_low, m_high));
    return m_original;
}

ImagePyramid& CompareImages::enhanced() {
    if (!hasEnhanced())
        return m_none;
    auto& result = m_results.at(m_results.shownSlot());
    if (result.shown.isNull())
        result.shown = ImagePyramid(toDisplay(result.image, m_low, m_high));
    return result.shown;
}

QImage CompareImages::differenceTile(DifferenceMap::Kind kind, double gain, int level, const QRect& part) {
    const DifferenceMap wanted(kind, gain);
    if (wanted.kind() != m_map.kind() || wanted.range() != m_map.range()) {
        m_map = wanted;
        m_differences.clear();
    }
    const auto key = keyOf(level, part.topLeft());
    if (const auto* known = m_differences.object(key))
        return *known;
    const auto tile = m_map.render(viewOf(original().level(level), part), enhancedPart(level, part));
    m_differences.insert(key, new QImage(tile));
    return tile;
}

QImage CompareImages::enhancedPart(int level, const QRect& part) {
    auto& shown = enhanced();
    if (shown.size() == size())
        return viewOf(shown.level(level), part);
    // Another size: the same place of the image, resampled.
    const double across = static_cast<double>(shown.size().width()) / size().width();
    const double down = static_cast<double>(shown.size().height()) / size().height();
    const int side = 1 << level;
    const int own = shown.levelFor(1.0 / (side * across));
    const double ownSide = 1 << own;
    QImage resampled(part.size(), QImage::Format_RGB32);
    QPainter painter(&resampled);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(QTransform::fromTranslate(-part.left(), -part.top()));
    painter.scale(ownSide / (side * across), ownSide / (side * down));
    painter.drawImage(QPointF(0, 0), shown.level(own));
    return resampled;
}

} // namespace limpid
