// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QAbstractItemModel;
class QTreeView;
class QWidget;

namespace limpid {

/// A view of rows without branches: whole rows are chosen, one at a time, nothing can be edited, and Tab leaves it.
/// `name` becomes its object name. The model must outlive the view.
QTreeView* makeFlatTable(QAbstractItemModel& model, const char* name, QWidget* parent);

/// Gives every column but the last the width of its contents, within bounds.
void fitColumns(QTreeView& table);

} // namespace limpid
