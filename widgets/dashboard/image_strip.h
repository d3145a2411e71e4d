// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QStringList>
#include <QVector>
#include <QWidget>

namespace limpid {

/// A few images side by side, each as it was above and as it is now, so that one sees at a glance what a run does to
/// them.
class ImageStrip : public QWidget {
    Q_OBJECT

public:
    static constexpr int mostImages = 5;

    explicit ImageStrip(QWidget* parent = nullptr);

    /// `before`, `after` and `captions` belong together by their place; null images stay empty cells, and what is
    /// beyond mostImages is left out.
    void setImages(const QVector<QImage>& before, const QVector<QImage>& after, const QStringList& captions);
    int imageCount() const { return static_cast<int>(m_captions.size()); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();

    QVector<QImage> m_before;
    QVector<QImage> m_after;
    QStringList m_captions;
    QString m_rowNames[2];
};

} // namespace limpid
