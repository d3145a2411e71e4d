// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/curve_export.h"

#include "common/csv_cell.h"
#include "common/qcustomplot_shim.h"
#include "dashboard/curve_panel.h"

#include <QBuffer>
#include <QImage>
#include <QSvgGenerator>

#include <map>

namespace limpid {

namespace {

QSize sizeOf(const std::vector<CurvePanel*>& panels, QSize panelSize) {
    return {panelSize.width(), panelSize.height() * static_cast<int>(panels.size())};
}

void paintPanels(QPaintDevice& device, const std::vector<CurvePanel*>& panels, QSize panelSize) {
    QCPPainter painter(&device);
    painter.fillRect(QRect(QPoint(), sizeOf(panels, panelSize)), Qt::white);
    for (auto* panel : panels) {
        panel->paint(painter, panelSize);
        painter.translate(0, panelSize.height());
    }
}

/// The cells of one step, by their column.
struct Line {
    double seconds = 0.0;
    std::map<int, QByteArray> cells;
};

} // namespace

QByteArray curvesAsPng(const std::vector<CurvePanel*>& panels, QSize panelSize, qreal scale) {
    QImage image((QSizeF(sizeOf(panels, panelSize)) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    paintPanels(image, panels, panelSize);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray curvesAsSvg(const std::vector<CurvePanel*>& panels, QSize panelSize) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setSize(sizeOf(panels, panelSize));
    svg.setViewBox(QRect(QPoint(), sizeOf(panels, panelSize)));
    svg.setTitle(QStringLiteral("Limpid"));
    paintPanels(svg, panels, panelSize);
    return bytes;
}

QByteArray curvesAsCsv(const std::vector<CurvePanel*>& panels) {
    QByteArrayList heads{"step", "seconds"};
    std::map<std::int64_t, Line> lines;
    const auto fill = [&lines](const CurveData& data, int column, double CurvePoint::*member) {
        for (const auto& point : data.points()) {
            auto& line = lines[point.step];
            line.seconds = point.seconds;
            line.cells[column] = csvCell(point.*member);
        }
    };
    const auto column = [&heads](const QByteArray& head) {
        heads << head;
        return static_cast<int>(heads.size()) - 1;
    };
    for (const auto* panel : panels) {
        const auto& curves = panel->curves();
        for (int i = 0; i < curves.curveCount(); ++i) {
            const auto id = curves.curveId(i).toUtf8();
            fill(curves.data(i), column(id), &CurvePoint::value);
            if (curves.isSmoothed(i))
                fill(curves.data(i), column(id + "_smoothed"), &CurvePoint::smoothed);
        }
    }
    if (!panels.empty()) {
        // Every panel is marked at the same steps.
        const int checkpoint = column("checkpoint");
        const int best = column("best");
        const auto& marks = panels.front()->curves().checkpoints();
        fill(marks, best, &CurvePoint::value);
        for (auto& [step, line] : lines)
            line.cells[checkpoint] = line.cells.count(best) != 0 ? "1" : "0";
        for (auto& [step, line] : lines)
            line.cells.try_emplace(best, "0");
    }
    QByteArray table = heads.join(',') + "\r\n";
    for (auto& [step, line] : lines) {
        QByteArrayList cells{QByteArray::number(static_cast<qlonglong>(step)), csvCell(line.seconds)};
        for (int i = static_cast<int>(cells.size()); i < heads.size(); ++i)
            cells << line.cells[i];
        table += cells.join(',') + "\r\n";
    }
    return table;
}

} // namespace limpid
