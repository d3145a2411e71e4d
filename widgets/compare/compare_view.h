// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/compare_images.h"
#include "compare/compare_layout.h"
#include "compare/compare_state.h"
#include "compare/compare_surface.h"
#include "compare/pixel_readout.h"
#include "compare/view_transform.h"

#include <QImage>
#include <QLineF>
#include <QString>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

namespace limpid {

/// Original and enhanced image in one place, set against each other in one of several modes. For the mouse see
/// CompareMouse, for the keys compareCommandOf(). Mode, orientation, split, zoom, place, gain, overlay and chosen
/// result stay when another image follows. Positions are logical pixels of the view unless stated otherwise.
class CompareView : public QWidget {
    Q_OBJECT

public:
    static constexpr double zoomStep = 1.25;
    /// Of the structure map when it is switched on by its key.
    static constexpr double usualOpacity = 0.6;

    explicit CompareView(QWidget* parent = nullptr, CompareDrawing drawing = CompareDrawing::Best);
    ~CompareView() override;

    /// Shows another original; results, structure map and ruler of the one before go away. 16-bit images
    /// (Format_Grayscale16, Format_RGBX64) are shown through the display window. Of large images the pyramid had better
    /// be made in another thread.
    void setOriginal(const ImagePyramid& image);
    /// The one result where there is only one: slot 0.
    void setEnhanced(const ImagePyramid& image, const QString& model);
    /// A result of the original in slot 0, 1 or 2, with the name that its label shows; a null image empties the slot.
    void setResult(int slot, const ImagePyramid& image, const QString& name);
    /// The structures that were found, one channel, 0 to 255, in any size; null for none. Shown as an overlay.
    void setStructure(const QImage& grey);
    /// What is being waited for, such as "Enhancing…", shown at the lower edge; empty for nothing.
    void setPending(const QString& text);
    void clear();

    bool hasOriginal() const { return m_images.hasOriginal(); }
    bool hasEnhanced() const { return m_images.hasEnhanced(); }
    bool hasStructure() const { return m_images.hasStructure(); }
    const ResultSlots& results() const { return m_images.results(); }
    const ViewTransform& transform() const { return m_transform; }
    CompareMode mode() const { return m_state.mode; }
    Qt::Orientation orientation() const { return m_state.orientation; }
    /// Where the line stands along the orientation, 0 to 1.
    double split() const { return m_state.split; }
    double gain() const { return m_state.gain; }
    double structureOpacity() const { return m_state.structureOpacity; }
    bool hasLoupe() const { return m_state.loupe; }
    bool isMeasuring() const { return m_measuring; }
    const Ruler& ruler() const { return m_state.ruler; }
    /// Whether the spacing was set by a person, who may remove it again.
    bool hasOwnScale() const { return m_ownScale; }
    /// Whether an image that is looked at has 16 bits per channel, so that the display window matters.
    bool isDeep() const { return m_images.isDeep(); }
    const DisplayWindow& window() const { return m_images.window(); }

    /// Whether a place is on the split's line, or so near that a drag means the line.
    bool isOnLine(const QPointF& place) const;
    /// The image pixel under a place.
    QPointF imageAt(const QPointF& place) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    void setMode(CompareMode mode);
    /// Horizontal: the images lie beside each other; vertical: one above the other.
    void setOrientation(Qt::Orientation orientation);
    void setSplit(double share);
    /// True shows the original in the whole view, in every mode and without a frame in between.
    void holdOriginal(bool held);
    /// Changes between original and enhanced image in the whole view, going into that mode if need be.
    void flipOver();
    /// How long Blink shows one image, 100 to 5000 milliseconds.
    void setBlinkInterval(int milliseconds);
    /// Of the difference's colours, 1 to 16.
    void setGain(double gain);
    /// 0 (hidden) to 1.
    void setStructureOpacity(double opacity);
    void setLoupe(bool shown);
    /// While true, a drag draws the ruler.
    void setMeasuring(bool on);
    /// Lays the ruler along a line of image pixels; a null line removes it.
    void measure(const QLineF& line);
    /// Micrometres per pixel of the original; 0 where it is not known. `own`: a person set it. Stays for following
    /// images.
    void setSpacing(double micrometresPerPixel, bool own = false);
    /// Asks for the real length of the ruler's line; nothing happens without a ruler. Whoever knows it calls
    /// setSpacing().
    void requestScale();
    /// Asks that the scale which a person set be forgotten; nothing happens without one.
    void requestScaleRemoval();
    /// How 16-bit images are shown. Stays for following images.
    void setWindow(const limpid::DisplayWindow& window);
    /// The window that fits the original's values, or those of the result where only that is deep.
    void fitWindow();
    /// The whole range.
    void resetWindow();
    /// Looks at the result in slot 0, 1 or 2; nothing changes where it is empty.
    void showResult(int slot);
    /// Where the cursor is, for loupe and readout; none when it left.
    void hover(std::optional<QPointF> place);

    /// Fit to the view, or one image pixel per device pixel about the middle.
    void toggleFit();
    void toggleFitAbout(const QPointF& place);
    void fit();
    /// Device pixels per image pixel, about the middle; 1 is 100 %.
    void zoomTo(double zoom);
    void zoomIn();
    void zoomOut();
    void zoomAbout(const QPointF& place, double factor);
    void panBy(const QPointF& distance);

Q_SIGNALS:
    void splitMoved(double share);
    /// Device pixels per image pixel; 1 is 100 %. Also when the image went away.
    void zoomChanged(double zoom, bool fit);
    void modeChanged(CompareMode mode);
    void orientationChanged(Qt::Orientation orientation);
    void gainChanged(double gain);
    void structureOpacityChanged(double opacity);
    void loupeChanged(bool shown);
    void measuringChanged(bool on);
    /// The ruler was laid or removed.
    void measured(const limpid::Ruler& ruler);
    /// See requestScale(). The ruler has a line.
    void scaleRequested(const limpid::Ruler& ruler);
    void scaleRemovalRequested();
    void spacingChanged();
    void windowChanged(const limpid::DisplayWindow& window);
    /// What lies under the cursor; an empty one when it is beside the image.
    void pixelHovered(const limpid::PixelReadout& readout);
    /// Another result is looked at, results came or went, or a structure map did.
    void contentChanged();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    CompareLayout layoutNow() const;
    QPointF middle() const;
    void retranslate();
    void describe();
    void blinkIfShown();
    void rearrange(const std::function<void()>& change);
    void fitPanes();
    void redraw();
    void contentRedraw();
    void transformChanged();

    CompareImages m_images;
    CompareState m_state;
    ViewTransform m_transform;
    QTimer m_blink;
    bool m_measuring = false;
    bool m_ownScale = false;
    QWidget* m_surface;
};

} // namespace limpid
