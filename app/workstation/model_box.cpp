// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model_box.h"

#include "paths.h"

#include <QEvent>

#include <algorithm>

namespace limpid {

ModelBox::ModelBox(const ModelCatalog& catalog, QWidget* parent)
    : QComboBox(parent)
    , m_catalog(catalog) {
    setObjectName(QStringLiteral("models"));
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setMinimumContentsLength(12);
    retranslate();
    refill();
}

void ModelBox::refill(const std::filesystem::path& chosen) {
    const auto name = currentText();
    clear();
    for (const auto& entry : m_catalog.entries())
        addItem(entry.label, toQString(entry.path));
    const int wanted = findData(toQString(chosen));
    setCurrentIndex(std::max(wanted >= 0 ? wanted : findText(name), std::min(count(), 1) - 1));
    setEnabled(count() > 0);
}

std::filesystem::path ModelBox::path() const {
    return currentIndex() < 0 ? std::filesystem::path() : toPath(currentData().toString());
}

void ModelBox::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QComboBox::changeEvent(event);
}

void ModelBox::retranslate() {
    setAccessibleName(tr("Model"));
    setToolTip(tr("The model that enhances, and that adapting starts from"));
}

} // namespace limpid
