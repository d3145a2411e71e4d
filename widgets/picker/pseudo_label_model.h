// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "picker/pseudo_label_record.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QStringList>

#include <map>
#include <vector>

namespace limpid {

/// The pseudo-labels of a run, one row each, epoch by epoch: shows one epoch and remembers the others, so that it can
/// be told what changed. Works in the window's thread.
class PseudoLabelModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, DecisionColumn, GoodColumn, UsableColumn, RejectColumn, StructureColumn, ReasonColumn };
    static constexpr int columns = ReasonColumn + 1;
    enum Role {
        SortRole = Qt::UserRole + 1, ///< Numbers as double, texts as QString.
        AcceptedRole,                ///< bool: by the picker.
        ChangedRole,                 ///< bool: decided otherwise than in the epoch before.
        OverrideRole,                ///< PickOverride.
        OutputRole,                  ///< QImage; Qt::DecorationRole of the name is the input.
    };

    explicit PseudoLabelModel(QObject* parent = nullptr);

    /// Forgets all epochs and all decisions by hand: another run begins.
    void clear();
    /// Puts the records of an epoch in the place of what was known of it. Decisions by hand stay in force. Shows the
    /// epoch if the newest before it was shown.
    void setEpoch(int epoch, std::vector<PseudoLabelRecord> records);
    /// Shows a known epoch; others are passed over.
    void showEpoch(int epoch);
    /// Thumbnails of an image, as they were asked for. Unknown epochs and names are passed over.
    void setImages(int epoch, const QString& name, const QImage& input, const QImage& output, const QImage& structure);
    /// Notes what a person decided; it holds for every epoch.
    void setOverride(const QStringList& names, PickOverride decision);

    /// Known epochs, in order.
    std::vector<int> epochs() const;
    /// -1 while none is known.
    int shownEpoch() const { return m_shown; }
    const std::vector<PseudoLabelRecord>& records() const;
    /// Of the newest epoch, whichever is shown; empty while none is known.
    std::vector<PseudoLabelRecord> newest() const;
    /// `row` lies within the rows.
    const PseudoLabelRecord& record(int row) const;
    bool changedSinceLastEpoch(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// "Accepted" or "Rejected", with "by hand" where a person decided.
    static QString decisionText(const PseudoLabelRecord& record);

Q_SIGNALS:
    void epochsChanged();
    void shownEpochChanged(int epoch);

private:
    QVariant textOf(const PseudoLabelRecord& record, int column) const;
    QVariant sortValueOf(const PseudoLabelRecord& record, int column) const;
    void noteDecisionsBefore();

    std::map<int, std::vector<PseudoLabelRecord>> m_epochs;
    QHash<QString, PickOverride> m_overrides;
    QHash<QString, bool> m_acceptedBefore; ///< In the epoch before the shown one.
    int m_shown = -1;
};

} // namespace limpid
