// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "picker/pseudo_label_record.h"

#include <QSet>
#include <QStackedWidget>
#include <QStringList>

class QAbstractItemView;
class QItemSelectionModel;
class QListView;
class QTableView;

namespace limpid {

class PseudoLabelFilter;

/// The pseudo-labels as a table and as a grid with one selection. P, X and U decide on the selected rows. Keeps the
/// current image while epochs come and go.
class PseudoLabelViews : public QStackedWidget {
    Q_OBJECT

public:
    /// `filter` has its source model and outlives the views.
    explicit PseudoLabelViews(PseudoLabelFilter& filter, QWidget* parent = nullptr);

    void showGrid(bool grid);
    QStringList selectedNames() const;
    /// Of the source model; -1 without a current one.
    int currentRow() const;

Q_SIGNALS:
    void currentRowChanged(int row);
    void overrideChosen(PickOverride decision);
    /// Rows that have come into view and have no thumbnail yet; each is asked for once an epoch.
    void imagesWanted(const QStringList& names);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QAbstractItemView& view() const;
    void addShortcut(Qt::Key key, PickOverride decision);
    void restoreCurrent();
    void askForVisible();
    void retranslate();

    PseudoLabelFilter& m_filter;
    QTableView* m_table;
    QListView* m_grid;
    QString m_currentName;
    QSet<QString> m_asked;
};

} // namespace limpid
