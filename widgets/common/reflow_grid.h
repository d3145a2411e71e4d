// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <vector>

class QGridLayout;

namespace limpid {

/// Widgets in cells of equal width, row by row, in as many columns as there is room for.
class ReflowGrid : public QWidget {
    Q_OBJECT

public:
    /// A column is at least `columnWidth` pixels wide; there are never more than `mostColumns`.
    ReflowGrid(int columnWidth, int mostColumns, QWidget* parent = nullptr);

    /// Appends a widget and takes it over.
    void add(QWidget* widget);
    int columns() const { return m_columns; }
    void setSpacing(int horizontal, int vertical);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange(int columns);

    int m_columnWidth;
    int m_mostColumns;
    int m_columns = 1;
    std::vector<QWidget*> m_widgets;
    QGridLayout* m_grid;
};

} // namespace limpid
