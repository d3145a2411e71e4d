// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/ruler.h"

#include <QDialog>
#include <QSize>

class QDialogButtonBox;
class QDoubleSpinBox;
class QLabel;

namespace limpid {

/// Asks how long a measured line is in reality, which gives the spacing of the pixels.
class ScaleDialog : public QDialog {
    Q_OBJECT

public:
    /// Of the optic disc from its upper to its lower edge, in micrometres: the mean of adults, from whom single eyes
    /// differ by about a fifth.
    static constexpr double discHeight = 1800.0;

    /// `ruler` must have a line; `image` is the size of the images that the scale will hold for, in pixels.
    ScaleDialog(const Ruler& ruler, const QSize& image, QWidget* parent = nullptr);

    /// What the entered length makes of a pixel, in micrometres; above 0.
    double spacing() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void showSpacing();
    void retranslate();

    Ruler m_ruler;
    QSize m_image;
    QLabel* m_question;
    QDoubleSpinBox* m_length;
    QLabel* m_result;
    QLabel* m_hint;
    QDialogButtonBox* m_buttons;
};

} // namespace limpid
