// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QStatusBar;

namespace limpid {

/// What stands in the window's status line: what is known of the image, the pixel under the cursor, zoom, model, device
/// and the reminder that this is no medical device.
class StatusLine : public QObject {
    Q_OBJECT

public:
    /// Fills `bar`, which owns the labels.
    explicit StatusLine(QStatusBar& bar);

    void setNote(const QString& text);
    void setPixel(const QString& text);
    /// Device pixels per image pixel; nothing is shown where there is no image.
    void setZoom(double zoom, bool fit, bool hasImage);
    void setModel(const QString& name);
    void setDevice(const QString& words);
    /// Sets the words in the language of now; to be called when it has changed.
    void retranslate();
    QString device() const;

private:
    void showModel();
    void showZoom();

    QString m_modelName;
    double m_zoomNow = 1.0;
    bool m_fit = true;
    bool m_hasImage = false;
    QLabel* m_note;
    QLabel* m_pixel;
    QLabel* m_zoom;
    QLabel* m_model;
    QLabel* m_device;
};

} // namespace limpid
