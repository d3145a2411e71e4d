// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QStringList>
#include <QWidget>

#include <array>
#include <vector>

namespace limpid {

/// Draws groups of four pictures side by side, each with a line below it, and each group with a line above it.
class HeldOutPictures : public QWidget {
    Q_OBJECT

public:
    static constexpr int pictures = 4;

    struct Group {
        QString name;
        std::array<QImage, pictures> images; ///< Null ones stay empty cells.
        std::array<QString, pictures> captions;
        int marked = -1; ///< The picture whose caption is set in bold type; none: -1.
    };

    explicit HeldOutPictures(QWidget* parent = nullptr);

    void setGroups(std::vector<Group> groups);

    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    int groupWidth() const;
    void drawGroup(QPainter& painter, const Group& group, int left) const;

    std::vector<Group> m_groups;
};

} // namespace limpid
