// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_images.h"

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

/// A photograph hides what is behind it.
ImagePyramid opaque(const ImagePyramid& image) {
    const auto pixels = image.image();
    return !isDeep(pixels) && pixels.hasAlphaChannel() ? pixels.convertToFormat(QImage::Format_RGB32) : image;
}

quint64 keyOf(int level, const QPoint& first) {
    return static_cast<quint64>(level) << 56 | static_cast<quint64>(first.y()) << 28 | static_cast<quint64>(first.x());
}

} // namespace

void CompareImages::setOriginal(const ImagePyramid& image) {
    clear();
    m_original = ShownImage(opaque(image), m_table);
}

void CompareImages::setResult(int slot, const ImagePyramid& image, const QString& name) {
    m_results.set(slot, ShownImage(opaque(image), m_table), name);
    m_differences.clear();
}

bool CompareImages::showResult(int slot) {
    if (!m_results.choose(slot))
        return false;
    m_differences.clear();
    return true;
}

void CompareImages::setStructure(const QImage& grey) {
    m_structure = grey.isNull() ? ShownImage() : ShownImage(tinted(grey));
}

void CompareImages::setWindow(const DisplayWindow& window) {
    m_table = std::make_shared<DisplayTable>(window);
    m_differences.clear();
    m_original.setTable(m_table);
    for (int slot = 0; slot < ResultSlots::count; ++slot)
        m_results.at(slot).image.setTable(m_table);
}

void CompareImages::clear() {
    m_original = {};
    m_structure = {};
    m_results.clear();
    m_differences.clear();
}

bool CompareImages::isDeep() const {
    return limpid::isDeep(originalValues()) || limpid::isDeep(enhancedValues());
}

const ResultSlots::Result* CompareImages::shownResult() const {
    return hasEnhanced() ? &m_results.at(m_results.shownSlot()) : nullptr;
}

QImage CompareImages::enhancedValues() const {
    const auto* result = shownResult();
    return result != nullptr ? result->image.values() : QImage();
}

QString CompareImages::enhancedName() const {
    const auto* result = shownResult();
    return result != nullptr ? result->name : QString();
}

ShownImage& CompareImages::enhanced() {
    return hasEnhanced() ? m_results.at(m_results.shownSlot()).image : m_none;
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
    const auto tile = m_map.render(original().part(level, part), enhancedPart(level, part));
    m_differences.insert(key, new QImage(tile));
    return tile;
}

QImage CompareImages::enhancedPart(int level, const QRect& part) {
    auto& shown = enhanced();
    if (shown.size() == size())
        return shown.part(level, part);
    // Another size: the same place of the image, resampled.
    const double across = static_cast<double>(shown.size().width()) / size().width();
    const double down = static_cast<double>(shown.size().height()) / size().height();
    const int side = 1 << level;
    const int own = shown.levelFor(1.0 / (side * across));
    const double ownSide = 1 << own;
    const double scaleX = side * across / ownSide;
    const double scaleY = side * down / ownSide;
    // What is needed of it, with a rim for the smoothing.
    constexpr double rim = 2.0;
    const QRectF under(part.left() * scaleX, part.top() * scaleY, part.width() * scaleX, part.height() * scaleY);
    const auto area = under.adjusted(-rim, -rim, rim, rim).toAlignedRect() & QRect({0, 0}, shown.levelSize(own));
    QImage resampled(part.size(), QImage::Format_RGB32);
    QPainter painter(&resampled);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(QTransform::fromTranslate(-part.left(), -part.top()));
    painter.scale(1 / scaleX, 1 / scaleY);
    painter.drawImage(QPointF(area.topLeft()), shown.part(own, area));
    return resampled;
}

} // namespace limpid
