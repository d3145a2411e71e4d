// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/pick_evaluation.h"

#include "degradation/severity.h"
#include "imaging/image_reader.h"
#include "imaging/working_frame.h"
#include "inference/tensor_image.h"
#include "methods/same/quality_examples.h"

#include <limits>

namespace limpid {

namespace {

double share(int part, int whole) {
    return whole > 0 ? static_cast<double>(part) / whole : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

Result<PickTruth> measurePick(const Enhancement& enhancement, const Image& photograph,
                              const std::filesystem::path& reference, int workingSize) {
    const auto good = readImage(reference);
    if (!good)
        return fail(good.error());
    if (good->width() != photograph.width() || good->height() != photograph.height())
        return fail(ErrorCode::InvalidArgument, {reference.string(), "it has another size than its photograph"});
    const auto frame = toWorkingFrame(*good, enhancement.fieldOfView, workingSize);
    const auto mask = maskToTensor(frame.mask).unsqueeze(0);
    const auto restored = toTensor(enhancement.working).unsqueeze(0) * mask;
    const auto clean = toTensor(frame.pixels).unsqueeze(0) * mask;
    PickTruth truth;
    truth.severity = lossSeverity(restored, clean, mask).item<double>();
    truth.good = truth.severity < QualityMixture{}.goodBelow;
    return truth;
}

void JudgeTally::add(bool picked, bool good) {
    ++m_total;
    m_picked += picked ? 1 : 0;
    m_good += good ? 1 : 0;
    m_both += picked && good ? 1 : 0;
}

double JudgeTally::precision() const {
    return share(m_both, m_picked);
}

double JudgeTally::recall() const {
    return share(m_both, m_good);
}

} // namespace limpid
