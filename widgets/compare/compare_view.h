// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/image_pyramid.h"
#include "compare/view_transform.h"

#include <QImage>
#include <QString>
#include <QWidget>

namespace limpid {

/// Original and enhanced image in one place, with a line between them that can be dragged.
///
/// Mouse: the line moves the split, elsewhere a drag moves the image; the wheel zooms about the cursor; a double click
/// switches between fit and 100 %. Keyboard, with the focus on the view's handle: Left and Right move the split (with
/// Shift further), Home and End send it to the side, Z switches between fit and 100 %, + and - zoom, and the original
/// is shown as long as Space is held. Split, zoom and place stay when an image of the same size follows.
class CompareView : public QWidget {
    Q_OBJECT

public:
    explicit CompareView(QWidget* parent = nullptr);

    /// Shows another original; the enhanced image of the one before goes away.
    void setOriginal(const QImage& image);
    /// Shows the enhanced image beside the original it belongs to, with the model's name on its label.
    void setEnhanced(const QImage& image, const QString& model);
    /// What is being waited for, such as "Enhancing…", shown at the lower edge; empty for nothing.
    void setPending(const QString& text);
    void clear();

    bool hasOriginal() const { return !m_original.isNull(); }
    bool hasEnhanced() const { return !m_enhanced.isNull(); }

    /// Where the line stands, 0 (left edge) to 1.
    double split() const { return m_split; }
    void setSplit(double share);
    const ViewTransform& transform() const { return m_transform; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    /// True shows the original in the whole view, without a frame in between.
    void holdOriginal(bool held);
    /// Fit to the view, or one image pixel per device pixel about the middle.
    void toggleFit();
    void zoomIn();
    void zoomOut();

Q_SIGNALS:
    void splitMoved(double share);
    /// Device pixels per image pixel; 1 is 100 %. Also when the image went away.
    void zoomChanged(double zoom, bool fit);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    enum class Drag { None, Split, Image };

    void paintImages(QPainter& painter, const QRectF& view);
    bool splitShown() const { return hasEnhanced() && !m_held; }
    double splitX() const;
    bool onSplit(const QPointF& position) const;
    QPointF middle() const;
    void zoomAbout(const QPointF& position, double factor);
    void toggleFitAbout(const QPointF& position);
    void updateCursor(const QPointF& position);
    void viewChanged();
    void transformChanged();

    ImagePyramid m_original;
    ImagePyramid m_enhanced;
    QString m_model;
    QString m_pending;
    ViewTransform m_transform;
    double m_split = 0.5;
    bool m_held = false;
    Drag m_drag = Drag::None;
    QPointF m_dragFrom;
};

} // namespace limpid
