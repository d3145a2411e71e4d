// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model_catalog.h"

#include <QComboBox>

#include <filesystem>

namespace limpid {

/// The model that enhances and that adapting starts from, chosen among those of the catalog.
class ModelBox : public QComboBox {
    Q_OBJECT

public:
    /// `catalog` must outlive it.
    explicit ModelBox(const ModelCatalog& catalog, QWidget* parent = nullptr);

    /// Reads the catalog anew and chooses `chosen`; where it is not in it, what has the name of the one chosen before
    /// (a clinic may use another model now), or else the first.
    void refill(const std::filesystem::path& chosen = {});
    /// Of the chosen model; empty where there is none.
    std::filesystem::path path() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    const ModelCatalog& m_catalog;
};

} // namespace limpid
