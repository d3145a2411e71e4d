// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/reflow_grid.h"
#include "dashboard/curve_data.h"
#include "dashboard/curve_export.h"
#include "methods/same/adaptation_snapshot.h"

#include <vector>

namespace limpid {

class CurvePanel;

/// The curves of an adaptation in four panels that are pointed at together: the losses, PSNR, SSIM and what became of
/// the pseudo-labels.
class RunCurves : public ReflowGrid {
    Q_OBJECT

public:
    enum class Measure { Loss, Psnr, Ssim, PseudoLabels };
    /// What restored images were compared with.
    enum class Against { ClinicProbe, Reference, TeacherOutput };

    explicit RunCurves(QWidget* parent = nullptr);

    void clear();
    void setAxis(CurveAxis axis);
    void setLogarithmicLoss(bool logarithmic);
    /// Whether it is shown how far student and teacher agree; not at first, because their agreement lies far above what
    /// either reaches, and would press the other curves together.
    void showAgreement(bool shown);
    void addStep(const AdaptationStep& step);
    /// Also marks a checkpoint: one is written after every epoch.
    void addEpoch(const AdaptationEpoch& epoch);
    void addScores(Against against, std::int64_t step, double seconds, const ProbeScores& student);
    void addMeanQuality(std::int64_t step, double seconds, double meanGood);

    CurvePanel& panel(Measure measure) const;
    QByteArray exported(CurveFormat format) const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void addCurves();
    void retranslate();

    std::vector<CurvePanel*> m_panels; ///< By Measure.
};

} // namespace limpid
