// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "start_log.h"

#include "compare/compare_view.h"

#include <QEvent>
#include <QTimer>
#include <spdlog/spdlog.h>

namespace limpid {

StartLog::StartLog(QWidget& window, const CompareView& view)
    : QObject(&window)
    , m_view(view) {
    window.installEventFilter(this);
    connect(&view, &CompareView::zoomChanged, this, [this] {
        if (!m_view.hasOriginal() || m_hasPhotograph)
            return;
        m_hasPhotograph = true;
        QTimer::singleShot(0, this, [] { spdlog::info(photographShown); }); // after it has been painted
    });
}

bool StartLog::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        QTimer::singleShot(0, this, [] { spdlog::info(windowShown); }); // after all of it has been painted
    }
    return QObject::eventFilter(watched, event);
}

} // namespace limpid
