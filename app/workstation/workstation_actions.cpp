// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workstation_actions.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

namespace limpid {

namespace {

/// Lends its context to the words of this file.
struct Actions {
    Q_DECLARE_TR_FUNCTIONS(limpid::WorkstationActions)
};

QAction* make(QMainWindow& window, const char* name, const QString& text, const QKeySequence& keys,
              const QString& tip = {}) {
    auto* action = new QAction(text, &window);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(keys);
    if (!tip.isEmpty())
        action->setToolTip(tip);
    return action;
}

} // namespace

WorkstationActions::WorkstationActions(QMainWindow& window)
    : openFolder(make(window, "openFolder", Actions::tr("&Open folder\u2026"), QKeySequence::Open,
                      Actions::tr("Open a folder with photographs (Ctrl+O)")))
    , exportImage(make(window, "exportImage", Actions::tr("&Export enhanced image\u2026"), QKeySequence::Save,
                       Actions::tr("Write the enhanced image to a file; the original is never touched (Ctrl+S)")))
    , quit(make(window, "quit", Actions::tr("&Quit"), QKeySequence::Quit))
    , enhance(make(window, "enhance", Actions::tr("En&hance"), QKeySequence(Qt::CTRL | Qt::Key_E),
                   Actions::tr("Enhance the photograph that is looked at (Ctrl+E)")))
    , adapt(make(window, "adapt", Actions::tr("&Adapt to this clinic\u2026"), QKeySequence(Qt::CTRL | Qt::Key_R),
                 Actions::tr("Make a model that knows this clinic's camera, from the photographs of the open folder "
                             "(Ctrl+R)")))
    , stop(make(window, "stop", Actions::tr("&Stop"), QKeySequence(Qt::CTRL | Qt::Key_Period),
                Actions::tr("Stop adapting; what was learnt so far is kept (Ctrl+.)")))
    , fit(make(window, "fit", Actions::tr("&Fit or 100 %"), QKeySequence(Qt::Key_Z)))
    , zoomIn(make(window, "zoomIn", Actions::tr("Zoom &in"), QKeySequence::ZoomIn))
    , zoomOut(make(window, "zoomOut", Actions::tr("Zoom &out"), QKeySequence::ZoomOut))
    , about(make(window, "about", Actions::tr("&About Limpid"), QKeySequence())) {
    enhance->setCheckable(true);
    enhance->setChecked(true);
}

void WorkstationActions::arrange(QMainWindow& window, QWidget* models, QAction* dashboard) const {
    auto* file = window.menuBar()->addMenu(Actions::tr("&File"));
    file->addActions({openFolder, exportImage});
    file->addSeparator();
    file->addAction(quit);
    window.menuBar()->addMenu(Actions::tr("&Model"))->addActions({enhance, adapt, stop});
    auto* view = window.menuBar()->addMenu(Actions::tr("&View"));
    view->addActions({fit, zoomIn, zoomOut});
    view->addSeparator();
    view->addAction(dashboard);
    window.menuBar()->addMenu(Actions::tr("&Help"))->addAction(about);

    auto* bar = window.addToolBar(Actions::tr("Commands"));
    bar->setObjectName(QStringLiteral("commands"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addAction(openFolder);
    bar->addSeparator();
    bar->addAction(enhance);
    auto* caption = new QLabel(Actions::tr("with model"), bar);
    caption->setContentsMargins(4, 0, 6, 0);
    bar->addWidget(caption);
    bar->addWidget(models);
    bar->addSeparator();
    bar->addActions({adapt, stop});
    bar->addSeparator();
    bar->addAction(exportImage);
    // Qt keeps tool buttons out of the Tab order unless told otherwise.
    for (auto* button : bar->findChildren<QToolButton*>())
        button->setFocusPolicy(Qt::TabFocus);
}

} // namespace limpid
