// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinics/clinic_model_list.h"

#include "clinics/clinic_words.h"

#include <QFont>

namespace limpid {

void ClinicModelList::setModels(const QList<ClinicModelItem>& models) {
    beginResetModel();
    m_models = models;
    endResetModel();
}

void ClinicModelList::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_models.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ClinicModelList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_models.size());
}

int ClinicModelList::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClinicModelList::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& model = m_models[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(model, index.column());
    case Qt::ToolTipRole:
        return tr("SHA-256 of the model's file: %1").arg(model.sha256);
    case Qt::FontRole: {
        QFont font;
        font.setBold(model.inUse);
        return model.inUse ? QVariant(font) : QVariant();
    }
    default:
        return {};
    }
}

QVariant ClinicModelList::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case NumberColumn:
        return tr("Model");
    case StateColumn:
        return tr("State");
    case MadeColumn:
        return tr("Made");
    case ProbeColumn:
        return tr("PSNR on the clinic probe");
    case ParentColumn:
        return tr("Adapted from");
    case HashColumn:
        return tr("SHA-256");
    default:
        return {};
    }
}

QString ClinicModelList::textOf(const ClinicModelItem& model, int column) const {
    switch (column) {
    case NumberColumn:
        return tr("Model %1").arg(model.id);
    case StateColumn:
        return modelStateWords(model);
    case MadeColumn:
        return timeWords(model.made);
    case ProbeColumn:
        return probeWords(model.probe);
    case ParentColumn:
        return parentOf(model);
    case HashColumn:
        return shortHash(model.sha256);
    default:
        return {};
    }
}

QString ClinicModelList::parentOf(const ClinicModelItem& model) const {
    if (model.parent.isEmpty())
        return tr("unknown");
    for (const auto& other : m_models)
        if (other.sha256 == model.parent && other.id != model.id)
            return tr("Model %1").arg(other.id);
    if (!model.parentName.isEmpty())
        return model.parentName;
    return tr("another model (%1)").arg(shortHash(model.parent));
}

} // namespace limpid
