// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model_box.h"

#include "paths.h"
#include "worker_guard.h"

#include <QEvent>

#include <algorithm>
#include <utility>

namespace limpid {

ModelBox::ModelBox(const ModelCatalog& catalog, QWidget* parent)
    : QComboBox(parent)
    , m_catalog(catalog)
    , m_threads(*this, 1) {
    setObjectName(QStringLiteral("models"));
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setMinimumContentsLength(12);
    connect(this, &QComboBox::activated, this, [this] { m_wanted.clear(); });
    retranslate();
    fill(catalog.baseEntries());
    refill();
}

void ModelBox::refill(const std::filesystem::path& chosen) {
    m_wanted = chosen;
    m_threads.start([this, owner = m_threads.owner(), catalog = m_catalog, number = ++m_asked] {
        auto entries =
            guarded("listing the models", [&]() -> Result<std::vector<CatalogEntry>> { return catalog.entries(); });
        owner.post([this, number, entries = std::move(entries)] {
            if (entries && number == m_asked)
                fill(*entries);
        });
    });
}

void ModelBox::fill(const std::vector<CatalogEntry>& entries) {
    const auto before = path();
    const auto name = currentText();
    clear();
    for (const auto& entry : entries)
        addItem(entry.label, toQString(entry.path));
    const int wanted = findData(toQString(m_wanted.empty() ? before : m_wanted));
    m_wanted.clear();
    setCurrentIndex(std::max(wanted >= 0 ? wanted : findText(name), std::min(count(), 1) - 1));
    setEnabled(count() > 0);
    Q_EMIT refilled(path() != before);
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
