// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picker/pseudo_label_model.h"

#include "picker/pick_reason.h"

#include <QLocale>

#include <utility>

namespace limpid {

PseudoLabelModel::PseudoLabelModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void PseudoLabelModel::clear() {
    beginResetModel();
    m_epochs.clear();
    m_overrides.clear();
    m_acceptedBefore.clear();
    m_shown = -1;
    endResetModel();
    Q_EMIT epochsChanged();
    Q_EMIT shownEpochChanged(m_shown);
}

void PseudoLabelModel::setEpoch(int epoch, std::vector<PseudoLabelRecord> records) {
    for (auto& record : records) {
        if (record.byHand != PickOverride::None)
            m_overrides.insert(record.name, record.byHand);
        record.byHand = m_overrides.value(record.name, PickOverride::None);
    }
    const bool follows = m_epochs.empty() || (m_shown == m_epochs.rbegin()->first && epoch > m_shown);
    const int shown = follows ? epoch : m_shown;
    // What is shown changes if this epoch is, or if it is the one that the shown one is compared with.
    beginResetModel();
    m_epochs[epoch] = std::move(records);
    const bool moved = std::exchange(m_shown, shown) != shown;
    noteDecisionsBefore();
    endResetModel();
    Q_EMIT epochsChanged();
    if (moved)
        Q_EMIT shownEpochChanged(m_shown);
}

void PseudoLabelModel::showEpoch(int epoch) {
    if (epoch == m_shown || m_epochs.count(epoch) == 0)
        return;
    beginResetModel();
    m_shown = epoch;
    noteDecisionsBefore();
    endResetModel();
    Q_EMIT shownEpochChanged(m_shown);
}

void PseudoLabelModel::setImages(int epoch, const QString& name, const QImage& input, const QImage& output,
                                 const QImage& structure) {
    const auto found = m_epochs.find(epoch);
    if (found == m_epochs.end())
        return;
    for (std::size_t i = 0; i < found->second.size(); ++i) {
        auto& record = found->second[i];
        if (record.name != name)
            continue;
        record.input = input;
        record.output = output;
        record.structure = structure;
        if (epoch == m_shown) {
            const auto changed = index(static_cast<int>(i), NameColumn);
            Q_EMIT dataChanged(changed, changed, {Qt::DecorationRole, OutputRole});
        }
    }
}

void PseudoLabelModel::setOverride(const QStringList& names, PickOverride decision) {
    for (const auto& name : names)
        m_overrides.insert(name, decision);
    for (auto& [epoch, records] : m_epochs) {
        for (std::size_t i = 0; i < records.size(); ++i) {
            if (!names.contains(records[i].name))
                continue;
            records[i].byHand = decision;
            if (epoch == m_shown)
                Q_EMIT dataChanged(index(static_cast<int>(i), 0), index(static_cast<int>(i), columns - 1));
        }
    }
}

std::vector<int> PseudoLabelModel::epochs() const {
    std::vector<int> known;
    for (const auto& [epoch, records] : m_epochs)
        known.push_back(epoch);
    return known;
}

const std::vector<PseudoLabelRecord>& PseudoLabelModel::records() const {
    static const std::vector<PseudoLabelRecord> none;
    const auto found = m_epochs.find(m_shown);
    return found == m_epochs.end() ? none : found->second;
}

std::vector<PseudoLabelRecord> PseudoLabelModel::newest() const {
    return m_epochs.empty() ? std::vector<PseudoLabelRecord>() : m_epochs.rbegin()->second;
}

const PseudoLabelRecord& PseudoLabelModel::record(int row) const {
    return records()[static_cast<std::size_t>(row)];
}

bool PseudoLabelModel::changedSinceLastEpoch(int row) const {
    const auto& own = record(row);
    const auto before = m_acceptedBefore.find(own.name);
    return before != m_acceptedBefore.end() && *before != own.accepted;
}

int PseudoLabelModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(records().size());
}

int PseudoLabelModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QVariant PseudoLabelModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& own = record(index.row());
    const auto image = [](const QImage& thumbnail) {
        return thumbnail.isNull() ? QVariant() : QVariant(thumbnail);
    };
    switch (role) {
    case Qt::DisplayRole:
        return textOf(own, index.column());
    case Qt::DecorationRole:
        return index.column() == NameColumn ? image(own.input) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() >= GoodColumn && index.column() <= StructureColumn
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return pickReason(own);
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn ? tr("%1: %2. %3").arg(own.name, decisionText(own), pickReason(own))
                                            : textOf(own, index.column());
    case SortRole:
        return sortValueOf(own, index.column());
    case AcceptedRole:
        return own.accepted;
    case ChangedRole:
        return changedSinceLastEpoch(index.row());
    case OverrideRole:
        return QVariant::fromValue(own.byHand);
    case OutputRole:
        return image(own.output);
    default:
        return {};
    }
}

QVariant PseudoLabelModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case NameColumn:
        return tr("Image");
    case DecisionColumn:
        return tr("Decision");
    case GoodColumn:
        return tr("p(good)");
    case UsableColumn:
        return tr("p(usable)");
    case RejectColumn:
        return tr("p(reject)");
    case StructureColumn:
        return tr("Structure score");
    case ReasonColumn:
        return tr("Why");
    default:
        return {};
    }
}

QString PseudoLabelModel::decisionText(const PseudoLabelRecord& record) {
    switch (record.byHand) {
    case PickOverride::Pick:
        return tr("\u2713 Accepted by hand");
    case PickOverride::Reject:
        return tr("\u2715 Rejected by hand");
    case PickOverride::None:
        break;
    }
    return record.accepted ? tr("\u2713 Accepted") : tr("\u2715 Rejected");
}

QVariant PseudoLabelModel::textOf(const PseudoLabelRecord& record, int column) const {
    const auto value = sortValueOf(record, column);
    return value.typeId() == QMetaType::Double ? QLocale().toString(value.toDouble(), 'f', 2) : value.toString();
}

QVariant PseudoLabelModel::sortValueOf(const PseudoLabelRecord& record, int column) const {
    switch (column) {
    case NameColumn:
        return record.name;
    case DecisionColumn:
        return decisionText(record);
    case GoodColumn:
        return record.good;
    case UsableColumn:
        return record.usable;
    case RejectColumn:
        return record.reject;
    case StructureColumn:
        return record.structureScore;
    case ReasonColumn:
        return pickReason(record);
    default:
        return {};
    }
}

void PseudoLabelModel::noteDecisionsBefore() {
    m_acceptedBefore.clear();
    const auto shown = m_epochs.find(m_shown);
    if (shown == m_epochs.end() || shown == m_epochs.begin())
        return;
    for (const auto& record : std::prev(shown)->second)
        m_acceptedBefore.insert(record.name, record.accepted);
}

} // namespace limpid
