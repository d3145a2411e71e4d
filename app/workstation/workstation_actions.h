// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/key_sheet.h"

#include <QList>

class QAction;
class QLabel;
class QMainWindow;
class QMenu;
class QToolBar;
class QWidget;

namespace limpid {

/// Every command of the window, with its words and keys. The actions, menus and the toolbar belong to the window.
class WorkstationActions {
public:
    explicit WorkstationActions(QMainWindow& window);

    /// Builds the menus and the toolbar. `models` is the choice of the model, `dashboard` shows and hides the training
    /// dock.
    void arrange(QMainWindow& window, QWidget* models, QAction* dashboard);
    /// Sets all words in the language of now; to be called when it has changed.
    void retranslate();
    /// The keys of these commands, for the sheet of all keys.
    QList<KeyEntry> keys() const;

    QAction* openFolder;
    QAction* startPage;
    QAction* exportImages;
    QAction* quit;
    QAction* find;
    QAction* enhance; ///< Checkable: enhance what is looked at.
    QAction* adapt;
    QAction* stop;
    QAction* report; ///< Saves the report of the last run.
    QAction* clinics;
    QAction* grid;
    QAction* single;
    QAction* compare;
    QAction* degradation;  ///< Checkable: why the image is poor, beside it.
    QAction* pseudoLabels; ///< Checkable: the page of pseudo-labels instead of the folder.
    QAction* results;      ///< Checkable: the list of whose result is shown instead of the folder.
    QAction* fit;
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* settings;
    QAction* resetLayout;
    QAction* keySheet;
    QAction* log;
    QAction* about;

private:
    /// In the order of the actions' words.
    QList<QAction*> all() const;

    QMenu* m_file = nullptr;
    QMenu* m_edit = nullptr;
    QMenu* m_model = nullptr;
    QMenu* m_view = nullptr;
    QMenu* m_help = nullptr;
    QToolBar* m_bar = nullptr;
    QLabel* m_withModel = nullptr;
};

} // namespace limpid
