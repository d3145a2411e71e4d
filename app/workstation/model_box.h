// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model_catalog.h"
#include "reading_threads.h"

#include <QComboBox>

#include <filesystem>
#include <vector>

namespace limpid {

/// The model that enhances and that adapting starts from, chosen among those of the catalog. The base model is there at
/// once; the clinics' are read in a thread.
class ModelBox : public QComboBox {
    Q_OBJECT

public:
    /// `catalog` must outlive it.
    explicit ModelBox(const ModelCatalog& catalog, QWidget* parent = nullptr);

    /// Reads the catalog anew and then chooses `chosen`, or where it is empty the one chosen before. Where that is not
    /// in it, what has the name of the one chosen before (a clinic may use another model now), or else the first. A
    /// choice by hand meanwhile stays.
    void refill(const std::filesystem::path& chosen = {});
    /// Of the chosen model; empty where there is none.
    std::filesystem::path path() const;

Q_SIGNALS:
    /// The models were read; `another`: the chosen file is another than before.
    void refilled(bool another);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill(const std::vector<CatalogEntry>& entries);
    void retranslate();

    const ModelCatalog& m_catalog;
    std::filesystem::path m_wanted;
    int m_asked = 0;
    ReadingThreads m_threads;
};

} // namespace limpid
