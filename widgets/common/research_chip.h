// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace limpid {

/// The quiet reminder in the status line: research use only, not a medical device. It cannot be closed.
class ResearchChip : public QLabel {
    Q_OBJECT

public:
    explicit ResearchChip(QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
};

} // namespace limpid
