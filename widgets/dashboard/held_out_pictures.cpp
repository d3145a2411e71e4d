// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/held_out_pictures.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace limpid {

namespace {

constexpr int smallestSide = 132; ///< Of a picture; wider where its caption needs it.
constexpr int gap = 6;
constexpr int groupGap = 28;

} // namespace

HeldOutPictures::HeldOutPictures(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void HeldOutPictures::setGroups(std::vector<Group> groups) {
    m_groups = std::move(groups);
    updateGeometry();
    resize(sizeHint());
    update();
}

QSize HeldOutPictures::sizeHint() const {
    const int count = static_cast<int>(m_groups.size());
    const int side = (groupWidth() - (pictures - 1) * gap) / pictures;
    return {count * groupWidth() + std::max(0, count - 1) * groupGap, side + 2 * (fontMetrics().height() + 2)};
}

void HeldOutPictures::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        resize(sizeHint());
}

int HeldOutPictures::groupWidth() const {
    auto bold = font();
    bold.setBold(true);
    int side = smallestSide;
    for (const auto& group : m_groups)
        for (const auto& caption : group.captions)
            side = std::max(side, QFontMetrics(bold).horizontalAdvance(caption));
    return pictures * side + (pictures - 1) * gap;
}

void HeldOutPictures::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setPen(palette().color(QPalette::WindowText));
    int left = 0;
    for (const auto& group : m_groups) {
        if (event->region().intersects(QRect(left, 0, groupWidth(), height())))
            drawGroup(painter, group, left);
        left += groupWidth() + groupGap;
    }
}

void HeldOutPictures::drawGroup(QPainter& painter, const Group& group, int left) const {
    const int line = fontMetrics().height() + 2;
    const int side = (groupWidth() - (pictures - 1) * gap) / pictures;
    painter.setFont(font());
    painter.drawText(QRect(left, 0, groupWidth(), line), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(group.name, Qt::ElideMiddle, groupWidth()));
    for (int i = 0; i < pictures; ++i) {
        const auto& image = group.images[static_cast<std::size_t>(i)];
        const QRect cell(left + i * (side + gap), line, side, side);
        QRect place(QPoint(), image.isNull() ? cell.size() : image.size().scaled(cell.size(), Qt::KeepAspectRatio));
        place.moveCenter(cell.center());
        if (image.isNull())
            painter.fillRect(place, palette().color(QPalette::AlternateBase));
        else
            painter.drawImage(place, image);
        auto own = font();
        own.setBold(i == group.marked);
        painter.setFont(own);
        painter.drawText(QRect(cell.left(), cell.bottom() + 1, side, line), Qt::AlignHCenter | Qt::AlignVCenter,
                         group.captions[static_cast<std::size_t>(i)]);
    }
}

} // namespace limpid
