// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/fundus_degradation.h"

#include "degradation/severity.h"

#include <ATen/core/grad_mode.h>

#include <utility>

namespace limpid {

namespace {

/// Works on those samples of a batch whose plan holds a component, together, and leaves the others alone.
class PlannedBatch {
public:
    PlannedBatch(torch::Tensor images, torch::Tensor fieldOfView, const std::vector<DegradationPlan>& plans)
        : m_images(std::move(images))
        , m_fieldOfView(std::move(fieldOfView))
        , m_plans(plans) {}

    /// `select(plan)` gives a pointer to the component's parameters or null; `work(images, fieldOfView, parameters)`
    /// gives the degraded images.
    template <typename Select, typename Work>
    void run(Select&& select, Work&& work) {
        std::vector<std::int64_t> members;
        std::vector<std::decay_t<decltype(*select(m_plans.front()))>> parameters;
        for (std::size_t index = 0; index < m_plans.size(); ++index) {
            if (const auto* found = select(m_plans[index])) {
                members.push_back(static_cast<std::int64_t>(index));
                parameters.push_back(*found);
            }
        }
        if (members.empty())
            return;
        if (members.size() == m_plans.size()) {
            m_images = work(m_images, m_fieldOfView, parameters);
            return;
        }
        const torch::Tensor index = torch::tensor(members).to(m_images.device());
        const torch::Tensor result =
            work(m_images.index_select(0, index), m_fieldOfView.index_select(0, index), parameters);
        m_images.index_copy_(0, index, result);
    }

    /// The same for work that changes the images in place.
    template <typename Select, typename Work>
    void runInPlace(Select&& select, Work&& work) {
        run(std::forward<Select>(select), [&](torch::Tensor images, const torch::Tensor&, const auto& parameters) {
            work(images, parameters);
            return images;
        });
    }

    torch::Tensor takeMasked() { return m_images.mul_(m_fieldOfView); }

private:
    torch::Tensor m_images;
    torch::Tensor m_fieldOfView;
    const std::vector<DegradationPlan>& m_plans;
};

template <typename T>
const T* present(const std::optional<T>& parameters) {
    return parameters ? &*parameters : nullptr;
}

} // namespace

void checkDegradationInput(const torch::Tensor& images, const torch::Tensor& fieldOfView, std::int64_t channels) {
    TORCH_CHECK(images.dim() == 4 && images.size(1) == channels && images.scalar_type() == torch::kFloat32,
                "degradation takes float32 images [N,", channels, ",H,W], not ", images.sizes());
    TORCH_CHECK(images.size(0) > 0 && images.size(2) >= 16 && images.size(3) >= 16,
                "degradation takes at least one image of 16 x 16 pixels, not ", images.sizes());
    TORCH_CHECK(fieldOfView.dim() == 4 && fieldOfView.size(0) == images.size(0) && fieldOfView.size(1) == 1 &&
                    fieldOfView.size(2) == images.size(2) && fieldOfView.size(3) == images.size(3) &&
                    fieldOfView.scalar_type() == torch::kFloat32,
                "the field of view must be float32 [N,1,H,W] like the images, not ", fieldOfView.sizes());
    TORCH_CHECK(fieldOfView.device() == images.device(), "images and field of view must be on one device");
}

FundusDegradation::FundusDegradation(DegradationRanges ranges, std::uint64_t seed)
    : m_ranges(std::move(ranges))
    , m_draws(seed) {}

DegradationPlan FundusDegradation::drawPlan() {
    return limpid::drawPlan(m_ranges, m_draws);
}

DegradedBatch FundusDegradation::apply(const torch::Tensor& images, const torch::Tensor& fieldOfView) {
    checkDegradationInput(images, fieldOfView, 3);
    std::vector<DegradationPlan> plans;
    for (std::int64_t sample = 0; sample < images.size(0); ++sample)
        plans.push_back(drawPlan());
    return applyPlans(images, fieldOfView, plans);
}

DegradedBatch FundusDegradation::applyPlans(const torch::Tensor& images, const torch::Tensor& fieldOfView,
                                            const std::vector<DegradationPlan>& plans) {
    checkDegradationInput(images, fieldOfView, 3);
    TORCH_CHECK(static_cast<std::int64_t>(plans.size()) == images.size(0), "one plan per image is needed");
    const at::NoGradGuard withoutGradients;
    const torch::Tensor clean = images.contiguous();
    PlannedBatch batch(clean.clone(), fieldOfView, plans);

    batch.run([](const DegradationPlan& plan) { return present(plan.haze); }, applyHaze);
    batch.run([](const DegradationPlan& plan) { return present(plan.illumination); }, applyIllumination);
    batch.run([](const DegradationPlan& plan) { return plan.spots.empty() ? nullptr : &plan.spots; },
              [](const torch::Tensor& chosen, const torch::Tensor&, const std::vector<std::vector<Spot>>& spots) {
                  return applySpots(chosen, spots);
              });
    batch.run([](const DegradationPlan& plan) { return present(plan.blur); },
              [](const torch::Tensor& chosen, const torch::Tensor&, const std::vector<BlurParameters>& blurs) {
                  return applyBlur(chosen, blurs);
              });
    batch.runInPlace([](const DegradationPlan& plan) { return present(plan.veil); }, applyVeil);
    batch.runInPlace([](const DegradationPlan& plan) { return present(plan.darkening); }, applyDarkening);
    batch.run([](const DegradationPlan& plan) { return present(plan.noise); },
              [](const torch::Tensor& chosen, const torch::Tensor&, const std::vector<NoiseParameters>& noises) {
                  return applyNoise(chosen, noises);
              });
    batch.runInPlace([](const DegradationPlan& plan) { return present(plan.cast); }, applyCast);
    batch.runInPlace([](const DegradationPlan& plan) { return present(plan.gamma); }, applyGamma);

    DegradedBatch degraded;
    degraded.images = batch.takeMasked().clamp_(0.0, 1.0);
    degraded.severity = lossSeverity(degraded.images, clean, fieldOfView);
    for (const DegradationPlan& plan : plans) {
        degraded.records.push_back(recordOf(plan));
        degraded.kinds.push_back(degraded.records.back().kinds);
    }
    return degraded;
}

std::string FundusDegradation::saveState() const {
    return m_draws.saveState();
}

Result<void> FundusDegradation::restoreState(std::string_view state) {
    return m_draws.restoreState(state);
}

} // namespace limpid
