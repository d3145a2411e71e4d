// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/difference_map.h"
#include "compare/result_slots.h"
#include "compare/shown_image.h"

#include <QCache>
#include <QImage>
#include <QRect>
#include <QString>

#include <memory>

namespace limpid {

/// The images of one comparison, and what is derived from them: the display of deep images, tiles of the difference.
/// What is derived is made when it is first drawn, in the size in which it is drawn. One thread.
class CompareImages {
public:
    /// Another original; the results and the structure map of the one before go away.
    void setOriginal(const ImagePyramid& image);
    /// Slots as in ResultSlots.
    void setResult(int slot, const ImagePyramid& image, const QString& name);
    /// Looks at another result; false where that slot is empty.
    bool showResult(int slot);
    /// A map with one channel, 0 for nothing to 255 for surely a structure; null for none.
    void setStructure(const QImage& grey);
    /// How deep images are shown; stays for following images.
    void setWindow(const DisplayWindow& window);
    void clear();

    bool hasOriginal() const { return !m_original.isNull(); }
    bool hasEnhanced() const { return !m_results.isEmpty(); }
    bool hasStructure() const { return !m_structure.isNull(); }
    /// Of the original.
    QSize size() const { return m_original.size(); }
    /// Whether the original or the result that is looked at has 16 bits per channel, so that the window matters.
    bool isDeep() const;
    const DisplayWindow& window() const { return m_table->window(); }
    const ResultSlots& results() const { return m_results; }
    /// With their own depth, for reading pixel values; null where there is none.
    QImage originalValues() const { return m_original.values(); }
    QImage enhancedValues() const;
    /// Of the result that is looked at; empty without one.
    QString enhancedName() const;

    /// As the screen shows them; null where there is none.
    ShownImage& original() { return m_original; }
    ShownImage& enhanced();
    /// One colour throughout, as opaque as the structure is likely.
    ShownImage& structure() { return m_structure; }
    /// A part of the difference at a level of the original, with its colours. Both images must be there.
    QImage differenceTile(DifferenceMap::Kind kind, double gain, int level, const QRect& part);

private:
    const ResultSlots::Result* shownResult() const;
    QImage enhancedPart(int level, const QRect& part);

    ShownImage m_original;
    ShownImage m_none;
    ShownImage m_structure;
    ResultSlots m_results;
    std::shared_ptr<const DisplayTable> m_table = std::make_shared<DisplayTable>();
    DifferenceMap m_map{DifferenceMap::Kind::Signed};
    static constexpr int greatestTileCount = 160; // a megabyte each
    /// By level and first pixel, of the map above.
    QCache<quint64, QImage> m_differences{greatestTileCount};
};

} // namespace limpid
