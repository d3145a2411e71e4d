// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QAction;
class QMainWindow;
class QWidget;

namespace limpid {

/// Every command of the window, with its words and keys. The actions belong to the window.
struct WorkstationActions {
    explicit WorkstationActions(QMainWindow& window);

    /// Builds the menus and the toolbar of them. `models` is the choice of the model, `dashboard` shows and hides the
    /// training dock.
    void arrange(QMainWindow& window, QWidget* models, QAction* dashboard) const;

    QAction* openFolder;
    QAction* exportImage;
    QAction* quit;
    QAction* enhance; ///< Checkable: enhance what is looked at.
    QAction* adapt;
    QAction* stop;
    QAction* fit;
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* about;
};

} // namespace limpid
