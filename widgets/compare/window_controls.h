// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/window_level.h"

#include <QWidget>

class QLabel;
class QSpinBox;
class QToolButton;

namespace limpid {

class CompareView;

/// The display window of 16-bit images: the values that are black and white, the automatic window, the whole range.
/// Hidden while nothing that is looked at has 16 bits.
class WindowControls : public QWidget {
    Q_OBJECT

public:
    explicit WindowControls(QWidget* parent = nullptr);

    /// Drives that view, and follows it. The view must outlive the controls or be their sibling; one view each.
    void drive(CompareView& view);

protected:
    void changeEvent(QEvent* event) override;

private:
    QSpinBox* value(const char* name);
    QToolButton* button(const char* name);
    void showWindow(const DisplayWindow& window);
    void retranslate();

    QLabel* m_caption;
    QSpinBox* m_low;
    QLabel* m_dash;
    QSpinBox* m_high;
    QToolButton* m_fit;
    QToolButton* m_reset;
};

} // namespace limpid
