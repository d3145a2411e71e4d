// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/difference_map.h"
#include "compare/image_pyramid.h"
#include "compare/result_slots.h"

#include <QCache>
#include <QImage>
#include <QRect>
#include <QString>

namespace limpid {

/// The images of one comparison, and what is derived from them: levels of detail, the display of deep images, tiles of
/// the difference. Everything is made when it is first drawn, in the size in which it is drawn. One thread.
class CompareImages {
public:
    /// Another original; the results and the structure map of the one before go away.
    void setOriginal(const QImage& image);
    /// Slots as in ResultSlots.
    void setResult(int slot, const QImage& image, const QString& name);
    /// Looks at another result; false where that slot is empty.
    bool showResult(int slot);
    /// A map with one channel, 0 for nothing to 255 for surely a structure; null for none.
    void setStructure(const QImage& grey);
    /// The values of deep images that are shown black and white, 0 to 65535.
    void setWindow(int low, int high);
    void clear();

    bool hasOriginal() const { return !m_originalValues.isNull(); }
    bool hasEnhanced() const { return !m_results.isEmpty(); }
    bool hasStructure() const { return !m_structure.isNull(); }
    /// Of the original.
    QSize size() const { return m_originalValues.size(); }
    const ResultSlots& results() const { return m_results; }
    /// With their own depth, for reading pixel values; null where there is none.
    const QImage& originalValues() const { return m_originalValues; }
    QImage enhancedValues() const;
    /// Of the result that is looked at; empty without one.
    QString enhancedName() const;

    /// As the screen shows them; null where there is none.
    ImagePyramid& original();
    ImagePyramid& enhanced();
    /// One colour throughout, as opaque as the structure is likely.
    ImagePyramid& structure() { return m_structure; }
    /// A part of the difference at a level of the original, with its colours. Both images must be there.
    QImage differenceTile(DifferenceMap::Kind kind, double gain, int level, const QRect& part);

private:
    QImage enhancedPart(int level, const QRect& part);

    QImage m_originalValues;
    ImagePyramid m_original;
    ImagePyramid m_none;
    ImagePyramid m_structure;
    ResultSlots m_results;
    int m_low = 0;
    int m_high = 65535;
    DifferenceMap m_map{DifferenceMap::Kind::Signed};
    static constexpr int greatestTileCount = 160; // a megabyte each
    /// By level and first pixel, of the map above.
    QCache<quint64, QImage> m_differences{greatestTileCount};
};

} // namespace limpid
