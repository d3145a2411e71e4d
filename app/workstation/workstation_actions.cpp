// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workstation_actions.h"

#include <QAction>
#include <QCoreApplication>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QToolBar>
#include <QToolButton>

namespace limpid {

namespace {

/// Lends its context to the words of this file.
struct Actions {
    Q_DECLARE_TR_FUNCTIONS(limpid::WorkstationActions)
};

QAction* make(QMainWindow& window, const char* name, const QKeySequence& keys = {}) {
    auto* action = new QAction(&window);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(keys);
    return action;
}

void name(QAction* action, const QString& text, const QString& tip = {}) {
    action->setText(text);
    // Qt leaves the dots, and the brackets around a mnemonic that Chinese has.
    static const QRegularExpression extra(QStringLiteral("\\(&.\\)|&|\u2026$"));
    action->setIconText(QString(text).remove(extra));
    const auto keys = action->shortcut().toString(QKeySequence::NativeText);
    if (!tip.isEmpty())
        action->setToolTip(keys.isEmpty() ? tip : Actions::tr("%1 (%2)").arg(tip, keys));
}

} // namespace

WorkstationActions::WorkstationActions(QMainWindow& window)
    : openFolder(make(window, "openFolder", QKeySequence::Open))
    , startPage(make(window, "startPage", QKeySequence(Qt::CTRL | Qt::Key_Home)))
    , exportImages(make(window, "exportImages", QKeySequence::Save))
    , quit(make(window, "quit", QKeySequence(Qt::CTRL | Qt::Key_Q)))
    , find(make(window, "find", QKeySequence::Find))
    , enhance(make(window, "enhance", QKeySequence(Qt::CTRL | Qt::Key_E)))
    , adapt(make(window, "adapt", QKeySequence(Qt::CTRL | Qt::Key_R)))
    , stop(make(window, "stop", QKeySequence(Qt::CTRL | Qt::Key_Period)))
    , report(make(window, "report"))
    , clinics(make(window, "clinics", QKeySequence(Qt::CTRL | Qt::Key_K)))
    , grid(make(window, "grid", QKeySequence(Qt::CTRL | Qt::Key_1)))
    , single(make(window, "single", QKeySequence(Qt::CTRL | Qt::Key_2)))
    , compare(make(window, "compareView", QKeySequence(Qt::CTRL | Qt::Key_3)))
    , degradation(make(window, "degradation", QKeySequence(Qt::Key_I)))
    , pseudoLabels(make(window, "pseudoLabels", QKeySequence(Qt::CTRL | Qt::Key_L)))
    , results(make(window, "resultsShown", QKeySequence(Qt::CTRL | Qt::Key_J)))
    , fit(make(window, "fit", QKeySequence(Qt::Key_Z)))
    , zoomIn(make(window, "zoomIn", QKeySequence::ZoomIn))
    , zoomOut(make(window, "zoomOut", QKeySequence::ZoomOut))
    , settings(make(window, "settings", QKeySequence(Qt::CTRL | Qt::Key_Comma)))
    , resetLayout(make(window, "resetLayout"))
    , keySheet(make(window, "keySheet", QKeySequence(Qt::Key_F1)))
    , log(make(window, "log"))
    , about(make(window, "about")) {
    enhance->setCheckable(true);
    enhance->setChecked(true);
    degradation->setCheckable(true);
    pseudoLabels->setCheckable(true);
    results->setCheckable(true);
    retranslate();
}

void WorkstationActions::retranslate() {
    name(openFolder, Actions::tr("&Open folder\u2026"), Actions::tr("Open a folder with photographs"));
    name(startPage, Actions::tr("&Start page"));
    name(exportImages, Actions::tr("&Export\u2026"),
         Actions::tr("Write enhanced images to another folder; the originals are never touched"));
    name(quit, Actions::tr("&Quit"));
    name(find, Actions::tr("&Find an image"));
    name(enhance, Actions::tr("En&hance"), Actions::tr("Enhance the photograph that is looked at"));
    name(adapt, Actions::tr("&Adapt to this clinic\u2026"),
         Actions::tr("Make a model that knows this clinic's camera, from the photographs of the open folder"));
    name(stop, Actions::tr("&Stop"), Actions::tr("Stop adapting; what was learnt so far is kept"));
    name(report, Actions::tr("&Report\u2026"),
         Actions::tr("Save what the last adaptation did, as a PDF document or a web page"));
    name(clinics, Actions::tr("&Clinics\u2026"),
         Actions::tr("The clinics that models were adapted to, with their models and their history"));
    name(grid, Actions::tr("&Grid"));
    name(single, Actions::tr("&Enhanced image alone"));
    name(compare, Actions::tr("&Comparison"));
    name(degradation, Actions::tr("&Why is it poor?"),
         Actions::tr("What spoils the photograph that is looked at, in words and bars"));
    name(pseudoLabels, Actions::tr("&Pseudo-labels"), Actions::tr("Why each pseudo-label was accepted or rejected"));
    name(results, Actions::tr("Results &shown"),
         Actions::tr("For each photograph of a run, whose result is shown, and why"));
    name(fit, Actions::tr("&Fit or 100 %"));
    name(zoomIn, Actions::tr("Zoom &in"));
    name(zoomOut, Actions::tr("Zoom &out"));
    name(settings, Actions::tr("Se&ttings\u2026"));
    name(resetLayout, Actions::tr("&Reset the window's layout"));
    name(keySheet, Actions::tr("&Keys"));
    name(log, Actions::tr("&Log"));
    name(about, Actions::tr("&About Limpid"));
    if (m_file == nullptr)
        return;
    m_file->setTitle(Actions::tr("&File"));
    m_edit->setTitle(Actions::tr("&Edit"));
    m_model->setTitle(Actions::tr("&Model"));
    m_view->setTitle(Actions::tr("&View"));
    m_help->setTitle(Actions::tr("&Help"));
    m_bar->setWindowTitle(Actions::tr("Commands"));
    m_withModel->setText(Actions::tr("with model"));
}

void WorkstationActions::arrange(QMainWindow& window, QWidget* models, QAction* dashboard) {
    auto* menus = window.menuBar();
    m_file = menus->addMenu(QString());
    m_file->addActions({openFolder, startPage, exportImages});
    m_file->addSeparator();
    m_file->addAction(quit);
    m_edit = menus->addMenu(QString());
    m_edit->addAction(find);
    m_edit->addSeparator();
    m_edit->addAction(settings);
    m_model = menus->addMenu(QString());
    m_model->addActions({enhance, adapt, stop, report});
    m_model->addSeparator();
    m_model->addAction(clinics);
    m_view = menus->addMenu(QString());
    m_view->addActions({grid, single, compare, degradation, pseudoLabels, results});
    m_view->addSeparator();
    m_view->addActions({fit, zoomIn, zoomOut});
    m_view->addSeparator();
    m_view->addAction(dashboard);
    m_view->addAction(resetLayout);
    m_help = menus->addMenu(QString());
    m_help->addActions({keySheet, log, about});

    m_bar = window.addToolBar(QString());
    m_bar->setObjectName(QStringLiteral("commands"));
    m_bar->setMovable(false);
    m_bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_bar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_bar->addAction(openFolder);
    m_bar->addSeparator();
    m_bar->addActions({grid, compare, degradation, pseudoLabels});
    m_bar->addSeparator();
    m_bar->addAction(enhance);
    m_withModel = new QLabel(m_bar);
    m_withModel->setContentsMargins(4, 0, 6, 0);
    m_bar->addWidget(m_withModel);
    m_bar->addWidget(models);
    m_bar->addSeparator();
    m_bar->addActions({adapt, stop});
    m_bar->addSeparator();
    m_bar->addAction(exportImages);
    // Qt keeps tool buttons out of the Tab order unless told otherwise.
    for (auto* button : m_bar->findChildren<QToolButton*>())
        button->setFocusPolicy(Qt::TabFocus);
    retranslate();
}

QList<QAction*> WorkstationActions::all() const {
    return {openFolder, startPage, exportImages, find,         settings, enhance, adapt,  stop,    clinics,  grid,
            single,     compare,   degradation,  pseudoLabels, results,  fit,     zoomIn, zoomOut, keySheet, quit};
}

QList<KeyEntry> WorkstationActions::keys() const {
    QList<KeyEntry> entries;
    for (const auto* action : all()) {
        const auto text = action->iconText();
        entries.append({action->shortcut().toString(QKeySequence::NativeText), text, Actions::tr("Window")});
    }
    return entries;
}

} // namespace limpid
