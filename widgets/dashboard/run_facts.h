// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/reflow_grid.h"

#include <cstdint>
#include <optional>
#include <vector>

class QLabel;

namespace limpid {

/// What is known of a run in figures; what is not known yet has no value.
struct RunFigures {
    std::int64_t step = 0; ///< 0 before the first.
    std::int64_t totalSteps = 0;
    std::optional<double> elapsed;   ///< Seconds.
    std::optional<double> remaining; ///< Seconds.
    std::int64_t judged = 0;         ///< Pseudo-labels of the run so far.
    std::int64_t accepted = 0;
    std::optional<double> quality; ///< Mean p(good) of the pseudo-labels, 0..1.
    QString device;
    std::optional<double> memory;      ///< Bytes in use.
    std::optional<double> memoryTotal; ///< Bytes there are.
    bool over = false;                 ///< Nothing remains, whatever the steps say.
};

/// The figures of a run in small cells, each with its name above it.
class RunFacts : public ReflowGrid {
    Q_OBJECT

public:
    explicit RunFacts(QWidget* parent = nullptr);

    void setFigures(const RunFigures& figures);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Cell {
        QLabel* name;
        QLabel* value;
    };
    Cell addCell(const char* name);
    void retranslate();
    void showFigures();

    RunFigures m_figures;
    Cell m_step;
    Cell m_elapsed;
    Cell m_remaining;
    Cell m_accepted;
    Cell m_quality;
    Cell m_device;
    Cell m_memory;
};

} // namespace limpid
