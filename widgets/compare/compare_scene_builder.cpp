// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_scene_builder.h"

#include "compare/loupe_geometry.h"
#include "compare/piece_cutter.h"

#include <QCoreApplication>

#include <algorithm>

namespace limpid {

namespace {

/// Lends its context to the words of this file.
struct Scene {
    Q_DECLARE_TR_FUNCTIONS(limpid::CompareScene)
};

class Builder {
public:
    Builder(const CompareState& state, CompareImages& images, const ViewTransform& transform, const QSizeF& view,
            double devicePixelRatio)
        : m_state(state)
        , m_images(images)
        , m_transform(transform)
        , m_layout(state, images.hasEnhanced(), view, devicePixelRatio)
        , m_cutter(m_scene.pieces, devicePixelRatio) {
        m_scene.view = view;
        m_scene.devicePixelRatio = devicePixelRatio;
        m_scene.focused = state.focused;
    }

    CompareScene build() {
        if (m_images.hasOriginal()) {
            for (const auto& pane : m_layout.panes())
                addPane(pane);
            if (m_layout.line())
                m_scene.line = SceneLine{m_state.orientation, *m_layout.line()};
            addCrosses();
            if (m_state.loupe && m_state.cursor)
                addLoupe(*m_state.cursor);
        }
        if (!m_state.pending.isEmpty())
            m_scene.labels.push_back({m_state.pending, m_layout.panes().back().area, SceneCorner::BottomMiddle});
        return std::move(m_scene);
    }

private:
    void addPane(const ComparePane& pane) {
        const auto place = m_transform.imageRect().translated(pane.shift);
        addContent(pane.content, place, pane.area);
        addLabel(pane);
        if (!m_state.ruler.isNull())
            addRuler(pane);
    }

    void addRuler(const ComparePane& pane) {
        const QLineF line(m_transform.toView(m_state.ruler.line.p1()), m_transform.toView(m_state.ruler.line.p2()));
        const auto placed = line.translated(pane.shift);
        // Panes under the split's line show the same place: one ruler runs through both.
        const auto known = std::find_if(m_scene.rulers.begin(), m_scene.rulers.end(),
                                        [&](const SceneRuler& ruler) { return ruler.line == placed; });
        if (known != m_scene.rulers.end())
            known->area |= pane.area;
        else
            m_scene.rulers.push_back({placed, pane.area, m_state.ruler.text()});
    }

    void addContent(PaneContent content, const QRectF& place, const QRectF& clip) {
        switch (content) {
        case PaneContent::Original:
            m_cutter.cut(m_images.original(), place, clip);
            break;
        case PaneContent::Enhanced:
            m_cutter.cut(m_images.enhanced(), place, clip);
            break;
        case PaneContent::SignedDifference:
            addDifference(DifferenceMap::Kind::Signed, place, clip);
            break;
        case PaneContent::AbsoluteDifference:
            addDifference(DifferenceMap::Kind::Absolute, place, clip);
            break;
        }
        m_cutter.cut(m_images.structure(), place, clip, m_state.structureOpacity);
    }

    void addDifference(DifferenceMap::Kind kind, const QRectF& place, const QRectF& clip) {
        const auto make = [this, kind](int level, const QRect& part) {
            return m_images.differenceTile(kind, m_state.gain, level, part);
        };
        m_cutter.cut(m_images.size(), m_cutter.levelToMake(m_images.original(), place), make, place, clip);
        m_scene.colours = DifferenceMap(kind, m_state.gain);
        if (m_images.isDeep())
            m_scene.valuesPerLevel = m_images.window().width() / 255.0;
    }

    void addLabel(const ComparePane& pane) {
        switch (pane.content) {
        case PaneContent::Original:
            m_scene.labels.push_back({Scene::tr("Original"), pane.area, SceneCorner::TopLeft});
            break;
        case PaneContent::Enhanced:
            if (m_images.hasEnhanced())
                m_scene.labels.push_back(
                    {Scene::tr("Enhanced \u00b7 %1").arg(m_images.enhancedName()), pane.area, SceneCorner::TopRight});
            break;
        case PaneContent::SignedDifference:
            m_scene.labels.push_back({Scene::tr("%1 minus original, luminance").arg(m_images.enhancedName()), pane.area,
                                      SceneCorner::TopLeft});
            break;
        case PaneContent::AbsoluteDifference:
            m_scene.labels.push_back({Scene::tr("Change from original to %1").arg(m_images.enhancedName()), pane.area,
                                      SceneCorner::TopLeft});
            break;
        }
    }

    void addCrosses() {
        if (!m_state.cursor)
            return;
        const auto& under = m_layout.paneAt(*m_state.cursor);
        for (const auto& pane : m_layout.panes()) {
            if (&pane != &under && pane.shift != under.shift)
                m_scene.crosses.push_back(*m_state.cursor - under.shift + pane.shift);
        }
    }

    void addLoupe(const QPointF& cursor) {
        const LoupeGeometry loupe(cursor, m_scene.view, m_transform.scale(), m_scene.devicePixelRatio,
                                  m_images.hasEnhanced());
        const auto point = m_transform.toImage(m_layout.toTransform(cursor));
        const QSizeF size = m_images.size();
        if (!QRectF(QPointF(0, 0), size).contains(point))
            return;
        const auto add = [&](PaneContent content, const QRectF& square, const QString& text) {
            addContent(content, loupe.placeOf(size, point, square), square);
            m_scene.loupes.push_back(square);
            m_scene.crosses.push_back(square.center());
            m_scene.labels.push_back({text, square, SceneCorner::BottomLeft});
        };
        add(PaneContent::Original, loupe.original(), Scene::tr("Original"));
        if (m_images.hasEnhanced())
            add(PaneContent::Enhanced, loupe.enhanced(), Scene::tr("Enhanced"));
    }

    const CompareState& m_state;
    CompareImages& m_images;
    const ViewTransform& m_transform;
    CompareLayout m_layout;
    CompareScene m_scene;
    PieceCutter m_cutter;
};

} // namespace

CompareScene buildCompareScene(const CompareState& state, CompareImages& images, const ViewTransform& transform,
                               const QSizeF& view, double devicePixelRatio) {
    return Builder(state, images, transform, view, devicePixelRatio).build();
}

} // namespace limpid
