// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QString>
#include <QWidget>

#include <vector>

class QLabel;
class QScrollArea;

namespace limpid {

/// One held-out image before and after an adaptation. PSNR in dB against `reference`.
struct HeldOutRecord {
    QString name;
    QImage input; ///< Degraded from the reference.
    QImage before;
    QImage after;
    QImage reference;
    double inputPsnr = 0.0;
    double beforePsnr = 0.0;
    double afterPsnr = 0.0;
};

class HeldOutPictures;

/// What an adaptation did to images that it did not learn from: each degraded, restored by the old model and by the new
/// one, and as it should be, side by side with its PSNR, in one row that the arrow keys scroll; above it, in a
/// sentence, for how many the new model is better.
class HeldOutStrip : public QWidget {
    Q_OBJECT

public:
    explicit HeldOutStrip(QWidget* parent = nullptr);

    void setRecords(std::vector<HeldOutRecord> records);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    std::vector<HeldOutRecord> m_records;
    QLabel* m_title;
    QScrollArea* m_scroll;
    HeldOutPictures* m_pictures;
};

} // namespace limpid
