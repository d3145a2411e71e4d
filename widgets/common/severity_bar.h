// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <optional>

namespace limpid {

/// A horizontal bar for one severity, 0..1, with marks where the next grade begins. Its colours are the palette's.
/// What it stands for is said beside it, since length alone says little.
class SeverityBar : public QWidget {
    Q_OBJECT

public:
    explicit SeverityBar(QWidget* parent = nullptr);

    /// Beyond 0..1 the nearest of these; nothing where it is not known, which leaves the bar empty and without marks.
    void setSeverity(std::optional<double> severity);
    std::optional<double> severity() const { return m_severity; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<double> m_severity;
};

} // namespace limpid
