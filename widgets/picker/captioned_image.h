// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QWidget>

namespace limpid {

/// An image as large as there is room for, with a caption below it.
class CaptionedImage : public QWidget {
    Q_OBJECT

public:
    explicit CaptionedImage(QWidget* parent = nullptr);

    /// A null image leaves an empty place.
    void setImage(const QImage& image);
    void setCaption(const QString& caption);

    QSize sizeHint() const override { return {240, 220}; }
    QSize minimumSizeHint() const override { return {90, 100}; }
    /// Room for a square image.
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return width + captionHeight(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int captionHeight() const { return fontMetrics().height() + 4; }

    QImage m_image;
    QString m_caption;
};

} // namespace limpid
