// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QWidget;

namespace limpid {

class CompareView;

/// Writes into the log, once each, when the window has been painted and when the first photograph is in it: what
/// somebody waits for who has started the program. Window's thread only.
class StartLog : public QObject {
    Q_OBJECT

public:
    /// The two lines, for programs that measure the start.
    static constexpr auto windowShown = "The window is shown";
    static constexpr auto photographShown = "The first photograph is shown";

    /// Belongs to the window, which has not been shown yet. `view` is where its photographs are shown.
    StartLog(QWidget& window, const CompareView& view);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const CompareView& m_view;
    bool m_hasPhotograph = false;
};

} // namespace limpid
