// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/adaptation_state.h"

#include "storage/checkpoint.h"
#include "storage/sha256.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <span>
#include <string_view>
#include <utility>

namespace limpid {

namespace {

using Json = nlohmann::json;

constexpr int recordVersion = 5;
constexpr int mostEpochs = 10'000;
/// Steps of one epoch; with the most epochs their number still fits an int.
constexpr int mostSteps = 100'000;

struct TensorPart {
    std::string_view prefix;
    NamedTensors AdaptationState::*member;
};

constexpr TensorPart tensorParts[] = {
    {"student.", &AdaptationState::student},
    {"teacher.", &AdaptationState::teacher},
    {"kept.", &AdaptationState::kept},
    {"optimiser.", &AdaptationState::optimiser},
};

struct TextPart {
    const char* name;
    std::string AdaptationState::*member;
};

constexpr TextPart randomParts[] = {
    {"crops", &AdaptationState::crops},
    {"redegrader", &AdaptationState::redegrader},
    {"perturbation", &AdaptationState::perturbation},
};

/// Does not compile once AdaptationConfig has another number of fields than visitFields() visits.
[[maybe_unused]] constexpr auto everyFieldIsVisited = [](const AdaptationConfig& config) {
    const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, aa, bb, cc, dd, ee, ff,
                 gg, hh] = config;
    return &a;
};

/// Calls `visit(name, member)` for every field of a configuration, with the smallest and largest usable value behind
/// them where the member is a number.
template <typename Config, typename Visit>
void visitFields(Config& config, Visit& visit) {
    constexpr double largestWeight = 1e6;
    visit("form", config.form);
    visit("epochs", config.epochs, 1, mostEpochs);
    visit("stepsPerEpoch", config.stepsPerEpoch, 0, mostSteps);
    visit("batchSize", config.batchSize, 1, 4096);
    visit("learningRate", config.learningRate, 0.0, 1.0);
    visit("decayLearningRate", config.decayLearningRate);
    visit("emaDecay", config.emaDecay, 0.0, 1.0);
    visit("imageWeight", config.imageWeight, 0.0, largestWeight);
    visit("structureWeight", config.structureWeight, 0.0, largestWeight);
    visit("entropyWeight", config.entropyWeight, 0.0, largestWeight);
    visit("perturb", config.perturb);
    visit("useQualityJudge", config.useQualityJudge);
    visit("useStructureJudge", config.useStructureJudge);
    visit("qualityThreshold", config.qualityThreshold, 0.0, 1.0);
    visit("structureThreshold", config.structureThreshold, 0.0, 1e9);
    visit("damageWeight", config.damageWeight, 0.0, 100.0);
    visit("redegrade", config.redegrade);
    visit("redegradation", config.redegradation);
    visit("redegradationWeight", config.redegradationWeight, 0.0, 1.0);
    visit("trustGoodOriginals", config.trustGoodOriginals);
    visit("redegradationCandidates", config.redegradationCandidates, 0, 1024);
    visit("mildestRedegradation", config.mildestRedegradation, 0.0, 1.0);
    visit("balanceKinds", config.balanceKinds);
    visit("probeImages", config.probeImages, 2, 100'000);
    visit("probeVariants", config.probeVariants, 1, 1000);
    visit("leastGain", config.leastGain, -1000.0, 1000.0);
    visit("mostUnlike", config.mostUnlike, 0.0, 1e9);
    visit("leastAccepted", config.leastAccepted, 0.0, 1.0);
    visit("mostBelowBest", config.mostBelowBest, 0.0, 1000.0);
    visit("guardByProbe", config.guardByProbe);
    visit("sourceShare", config.sourceShare, 0.0, 1.0);
    visit("clipUpdate", config.clipUpdate, 0.0, 1.0);
    visit("noiseUpdate", config.noiseUpdate, 0.0, 1000.0);
    visit("seed", config.seed);
}

/// The same for an epoch's record.
template <typename Epoch, typename Visit>
void visitFields(Epoch& epoch, int number, Visit& visit) {
    visit("epoch", epoch.epoch, number, number);
    visit("step", epoch.step, std::int64_t{0}, std::int64_t{mostSteps} * mostEpochs);
    visit("loss", epoch.loss);
    visit("accepted", epoch.accepted);
    visit("studentPsnr", epoch.student.psnr);
    visit("studentSsim", epoch.student.ssim);
    visit("teacherPsnr", epoch.teacher.psnr);
    visit("teacherSsim", epoch.teacher.ssim);
    visit("kept", epoch.kept);
    visit("seconds", epoch.seconds);
    visit("agreementPsnr", epoch.agreement.psnr);
    visit("agreementSsim", epoch.agreement.ssim);
    visit("contrast", epoch.contrast);
    visit("likeness", epoch.likeness);
}

/// The same for where it runs.
template <typename Place, typename Visit>
void visitPlace(Place& place, Visit& visit) {
    visit("clinic", place.clinic);
    visit("folder", place.folder);
    visit("model", place.model);
    visit("workingSize", place.workingSize, 1, 65'536);
}

class FieldWriter {
public:
    template <typename Value, typename... Bounds>
    void operator()(const char* name, const Value& value, const Bounds&... /*bounds*/) {
        m_json[name] = value;
    }

    void operator()(const char* name, const std::filesystem::path& value) { m_json[name] = value.string(); }

    Json take() { return std::move(m_json); }

private:
    Json m_json = Json::object();
};

/// Reads fields out of a JSON object that may hold anything. The first that is missing or odd is kept as the problem.
class FieldReader {
public:
    explicit FieldReader(const Json& json)
        : m_json(json) {}

    void operator()(const char* name, bool& value) {
        const auto* field = next(name);
        if (field == nullptr || !field->is_boolean())
            return odd(name);
        value = field->get<bool>();
    }

    void operator()(const char* name, std::string& value) {
        const auto* field = next(name);
        if (field == nullptr || !field->is_string())
            return odd(name);
        value = field->get<std::string>();
    }

    void operator()(const char* name, std::filesystem::path& value) {
        std::string text;
        (*this)(name, text);
        value = text;
    }

    void operator()(const char* name, std::uint64_t& value) {
        const auto* field = next(name);
        if (field == nullptr || !field->is_number_unsigned())
            return odd(name);
        value = field->get<std::uint64_t>();
    }

    void operator()(const char* name, std::int64_t& value, std::int64_t smallest, std::int64_t largest) {
        const auto* field = next(name);
        if (field == nullptr || !field->is_number_integer())
            return odd(name);
        const auto read = field->get<std::int64_t>();
        if (read < smallest || read > largest)
            return odd(name);
        value = read;
    }

    void operator()(const char* name, int& value, int smallest, int largest) {
        std::int64_t read = smallest;
        (*this)(name, read, std::int64_t{smallest}, std::int64_t{largest});
        value = static_cast<int>(read);
    }

    void operator()(const char* name, double& value, double smallest, double largest) {
        (*this)(name, value);
        if (!(value >= smallest && value <= largest))
            odd(name);
    }

    /// What is measured may be no number; JSON writes that as null.
    void operator()(const char* name, double& value) {
        const auto* field = next(name);
        if (field != nullptr && field->is_null())
            value = std::numeric_limits<double>::quiet_NaN();
        else if (field == nullptr || !field->is_number())
            odd(name);
        else
            value = field->get<double>();
    }

    /// Empty where every field was there, was sound, and was known.
    std::string problem() const {
        return m_problem.empty() && m_json.size() != m_read ? "it has fields that this version does not know"
                                                            : m_problem;
    }

private:
    const Json* next(const char* name) {
        ++m_read;
        if (!m_json.is_object())
            return nullptr;
        const auto found = m_json.find(name);
        return found == m_json.end() ? nullptr : &*found;
    }

    void odd(const char* name) {
        if (m_problem.empty())
            m_problem = "its '" + std::string(name) + "' is missing or out of bounds";
    }

    const Json& m_json;
    std::size_t m_read = 0;
    std::string m_problem;
};

std::string textOf(const Json& json) {
    return json.dump(-1, ' ', /*ensure_ascii=*/false, Json::error_handler_t::replace);
}

Json recordOf(const AdaptationConfig& config) {
    FieldWriter writer;
    visitFields(config, writer);
    return writer.take();
}

Json recordOf(const HandDecisions& decisions) {
    auto picked = Json::array();
    auto rejected = Json::array();
    for (const auto& [image, decision] : decisions.overrides)
        (decision == PickOverride::Pick ? picked : rejected).push_back(image);
    Json record{{"picked", std::move(picked)}, {"rejected", std::move(rejected)}};
    if (decisions.thresholds)
        record["thresholds"] = {{"quality", decisions.thresholds->quality},
                                {"structure", decisions.thresholds->structure}};
    return record;
}

Json recordOf(const AdaptationState& state) {
    auto epochs = Json::array();
    for (const auto& epoch : state.epochs) {
        FieldWriter writer;
        visitFields(epoch, epoch.epoch, writer);
        epochs.push_back(writer.take());
    }
    auto random = Json::object();
    for (const auto& part : randomParts)
        random[part.name] = state.*part.member;
    FieldWriter place;
    visitPlace(state.place, place);
    return {{"version", recordVersion},
            {"place", place.take()},
            {"clinicSha256", state.origin.clinicSha256},
            {"config", recordOf(state.config)},
            {"finished", std::move(epochs)},
            {"byHand", recordOf(state.byHand)},
            {"random", std::move(random)}};
}

std::string readEpochs(const Json& list, AdaptationState& state) {
    const auto most = static_cast<std::size_t>(state.config.epochs) + 1;
    if (!list.is_array() || list.size() < 2 || list.size() > most)
        return "its list of finished epochs does not fit its configuration";
    for (const auto& item : list) {
        AdaptationEpoch epoch;
        FieldReader reader(item);
        visitFields(epoch, static_cast<int>(state.epochs.size()), reader);
        if (auto problem = reader.problem(); !problem.empty())
            return problem;
        const bool measured = std::isfinite(epoch.student.psnr) && std::isfinite(epoch.teacher.psnr);
        if (!std::isfinite(epoch.seconds) || (epoch.kept && !measured))
            return "its records hold what is no number";
        state.epochs.push_back(epoch);
    }
    return {};
}

std::string readOverrides(const Json& record, const char* name, PickOverride decision, HandDecisions& decisions) {
    const std::string odd = "its decisions by hand are missing or damaged";
    constexpr std::int64_t mostImages = 10'000'000;
    if (!record.is_object() || !record.contains(name) || !record[name].is_array())
        return odd;
    for (const auto& image : record[name]) {
        if (!image.is_number_integer())
            return odd;
        const auto place = image.get<std::int64_t>();
        if (place < 0 || place > mostImages || !decisions.overrides.emplace(static_cast<int>(place), decision).second)
            return odd;
    }
    return {};
}

std::string readDecisions(const Json& record, HandDecisions& decisions) {
    if (auto problem = readOverrides(record, "picked", PickOverride::Pick, decisions); !problem.empty())
        return problem;
    if (auto problem = readOverrides(record, "rejected", PickOverride::Reject, decisions); !problem.empty())
        return problem;
    if (!record.contains("thresholds"))
        return {};
    constexpr double largest = 1e9;
    PickThresholds thresholds;
    FieldReader reader(record["thresholds"]);
    reader("quality", thresholds.quality, 0.0, 1.0);
    reader("structure", thresholds.structure, -largest, largest);
    decisions.thresholds = thresholds;
    return reader.problem();
}

/// Why a record cannot be of this version, or an empty text.
std::string versionProblem(const Json& json) {
    if (!json.is_object() || !json.contains("version"))
        return "its 'version' is missing";
    if (!json["version"].is_number_integer())
        return "its 'version' is no number";
    const auto version = json["version"].get<std::int64_t>();
    if (version < recordVersion)
        return "it was written by an older version of Limpid, which kept less than this one needs";
    return version > recordVersion ? "it was written by a newer version of Limpid" : "";
}

/// Fills in what the record says; returns why it cannot be used, or an empty text.
std::string readRecord(const std::string& text, AdaptationState& state) {
    const auto json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (auto problem = versionProblem(json); !problem.empty())
        return problem;
    for (const auto* name : {"place", "clinicSha256", "config", "finished", "byHand", "random"}) {
        if (!json.contains(name))
            return "its '" + std::string(name) + "' is missing";
    }
    if (!json["clinicSha256"].is_string())
        return "it does not name its photographs";
    state.origin.clinicSha256 = json["clinicSha256"].get<std::string>();
    FieldReader place(json["place"]);
    visitPlace(state.place, place);
    if (auto problem = place.problem(); !problem.empty())
        return problem;
    FieldReader config(json["config"]);
    visitFields(state.config, config);
    if (auto problem = config.problem(); !problem.empty())
        return problem;
    FieldReader random(json["random"]);
    for (const auto& part : randomParts)
        random(part.name, state.*part.member);
    if (auto problem = random.problem(); !problem.empty())
        return problem;
    if (auto problem = readDecisions(json["byHand"], state.byHand); !problem.empty())
        return problem;
    return readEpochs(json["finished"], state);
}

std::string sizesOf(const at::Tensor& tensor) {
    std::string text;
    for (const auto size : tensor.sizes())
        text.append(std::to_string(size)).append(" ");
    return text;
}

/// The sentences about damaged models speak of models; a run is none.
Error asRunError(Error error, const std::filesystem::path& path) {
    if (error.code == ErrorCode::ModelCorrupt && !error.arguments.empty())
        return {ErrorCode::CannotResume, {path.string(), error.arguments.back()}, std::move(error.detail)};
    if (error.code == ErrorCode::FileEmpty)
        return {ErrorCode::CannotResume, {path.string(), "the file is empty"}, std::move(error.detail)};
    return error;
}

/// A state as its file describes it, without tensors.
Result<AdaptationState> stateOf(const CheckpointInfo& info, const std::filesystem::path& path) {
    if (info.architecture != adaptationStateArchitecture)
        return fail(ErrorCode::CannotResume, {path.string(), "it is no unfinished run but a model"});
    AdaptationState state;
    state.path = path;
    state.origin.modelSha256 = info.parentSha256;
    if (auto problem = readRecord(info.configurationJson, state); !problem.empty())
        return fail(ErrorCode::CannotResume, {path.string(), problem});
    return state;
}

} // namespace

Result<std::string> clinicFingerprint(const std::vector<std::string>& names, const at::Tensor& images,
                                      const at::Tensor& fieldOfView) {
    std::string text;
    for (const auto& name : names)
        text.append(std::to_string(name.size())).append(":").append(name).append("\n");
    for (const auto* tensor : {&images, &fieldOfView}) {
        const auto values = tensor->to(at::kCPU).contiguous();
        auto sum = sha256Of(std::span(static_cast<const std::byte*>(values.data_ptr()), values.nbytes()));
        if (!sum)
            return fail(std::move(sum.error()));
        text.append(sizesOf(values)).append(*sum).append("\n");
    }
    return sha256Of(std::as_bytes(std::span(text)));
}

std::string configurationJson(const AdaptationConfig& config) {
    return textOf(recordOf(config));
}

bool sameConfiguration(const AdaptationConfig& left, const AdaptationConfig& right) {
    return recordOf(left) == recordOf(right);
}

Result<void> requireOrigin(const AdaptationState& state, const AdaptationOrigin& origin) {
    if (state.origin.modelSha256 != origin.modelSha256)
        return fail(ErrorCode::CannotResume, {state.path.string(), "it started from another model than this one"});
    if (state.origin.clinicSha256 != origin.clinicSha256)
        return fail(ErrorCode::CannotResume,
                    {state.path.string(), "it was learning from other photographs than these"});
    return {};
}

Result<void> saveAdaptationState(const std::filesystem::path& path, const AdaptationState& state) {
    CheckpointInfo info;
    info.architecture = adaptationStateArchitecture;
    info.configurationJson = textOf(recordOf(state));
    info.normalisation = "-1..1";
    info.parentSha256 = state.origin.modelSha256;
    NamedTensors tensors;
    for (const auto& part : tensorParts) {
        auto named = withPrefix(part.prefix, state.*part.member);
        std::move(named.begin(), named.end(), std::back_inserter(tensors));
    }
    return saveCheckpoint(path, info, tensors);
}

Result<AdaptationState> loadAdaptationState(const std::filesystem::path& path) {
    auto checkpoint = loadCheckpoint(path);
    if (!checkpoint)
        return fail(asRunError(std::move(checkpoint.error()), path));
    auto state = stateOf(checkpoint->info, path);
    if (!state)
        return state;
    std::size_t used = 0;
    for (const auto& part : tensorParts) {
        (*state).*part.member = stripPrefix(part.prefix, checkpoint->tensors);
        used += ((*state).*part.member).size();
    }
    if (used != checkpoint->tensors.size())
        return fail(ErrorCode::CannotResume, {path.string(), "it holds tensors of no network"});
    return state;
}

Result<void> saveHandDecisions(const std::filesystem::path& path, const HandDecisions& decisions) {
    auto state = loadAdaptationState(path);
    if (!state)
        return fail(std::move(state.error()));
    state->byHand = decisions;
    return saveAdaptationState(path, *state);
}

Result<AdaptationState> loadAdaptationRecord(const std::filesystem::path& path) {
    auto info = loadCheckpointInfo(path);
    if (!info)
        return fail(asRunError(std::move(info.error()), path));
    return stateOf(*info, path);
}

} // namespace limpid
