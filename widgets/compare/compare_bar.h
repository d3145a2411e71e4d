// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/compare_mode.h"
#include "compare/result_slots.h"

#include <QWidget>

#include <array>

class QButtonGroup;
class QLabel;
class QSlider;
class QToolButton;

namespace limpid {

class CompareView;
class WindowControls;

/// The buttons and sliders of a comparison. What makes no sense just now is hidden or disabled: gain without a
/// difference, opacity without a structure map, results where there is only one, the window of 16-bit images without
/// such an image, the scale without a ruler.
class CompareBar : public QWidget {
    Q_OBJECT

public:
    explicit CompareBar(QWidget* parent = nullptr);

    /// Drives that view, and follows it when its keys or others change it. The view must outlive the bar or be its
    /// sibling; one view per bar.
    void drive(CompareView& view);

Q_SIGNALS:
    void modeWanted(CompareMode mode);
    void orientationWanted(Qt::Orientation orientation);
    /// Slot 0, 1 or 2.
    void resultWanted(int slot);
    void loupeWanted(bool shown);
    void measuringWanted(bool on);
    void scaleWanted();
    void scaleRemovalWanted();
    void gainWanted(double gain);
    /// 0 to 1.
    void structureOpacityWanted(double opacity);
    void fitWanted();
    /// 1 is 100 %.
    void zoomWanted(double zoom);
    void zoomInWanted();
    void zoomOutWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Dial {
        QWidget* box;
        QLabel* caption;
        QSlider* slider;
        QLabel* value;
    };

    QToolButton* button(QWidget* box, const char* name, bool checkable);
    QWidget* group();
    Dial dial(const char* name, int least, int greatest);
    void connectControls();
    void followView(const CompareView& view);
    void showMode(CompareMode mode);
    void showOrientation(Qt::Orientation orientation);
    void showGain(double gain);
    void showOpacity(double opacity);
    void showContent(const CompareView& view);
    void showScale(const CompareView& view);
    void retranslate();

    std::array<QToolButton*, compareModes.size()> m_modes{};
    QButtonGroup* m_modeGroup;
    QWidget* m_resultBox;
    std::array<QToolButton*, ResultSlots::count> m_results{};
    QToolButton* m_orientation;
    QToolButton* m_loupe;
    QToolButton* m_ruler;
    QToolButton* m_setScale;
    QToolButton* m_removeScale;
    Dial m_gain{};
    Dial m_structure{};
    WindowControls* m_window;
    QToolButton* m_zoomOut;
    QToolButton* m_fit;
    QToolButton* m_full;
    QToolButton* m_double;
    QToolButton* m_zoomIn;
};

} // namespace limpid
