// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace limpid {

class ImageFilterModel;

/// Sets what the grid and the filmstrip show and in which order, and says how many of the images are shown.
class FilterBar : public QWidget {
    Q_OBJECT

public:
    /// `images` must outlive the bar.
    explicit FilterBar(ImageFilterModel& images, QWidget* parent = nullptr);

    /// Puts the cursor into the field for names.
    void beginFinding();

public Q_SLOTS:
    void clearFilters();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fillModalities();
    void showGuarded();
    void apply();
    void showState();

    ImageFilterModel& m_images;
    QLineEdit* m_text;
    QComboBox* m_quality;
    QComboBox* m_decision;
    QComboBox* m_shown;
    QComboBox* m_modality;
    QComboBox* m_stars;
    QComboBox* m_flag;
    QLabel* m_orderLabel;
    QComboBox* m_order;
    QToolButton* m_direction;
    QLabel* m_counts;
    QToolButton* m_clear;
};

} // namespace limpid
