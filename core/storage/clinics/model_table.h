// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace SQLite {
class Database;
}

namespace limpid {

/// What became of an adapted model.
enum class ModelState {
    Candidate, ///< Nobody has said yet whether it is to be used.
    Kept,      ///< It is in use, was, or may be again.
    Discarded, ///< It was turned down and its file removed.
};

std::string_view modelStateName(ModelState state);
std::optional<ModelState> modelStateOf(std::string_view name);

/// One adapted model of a clinic.
struct ClinicModel {
    std::int64_t id = 0;
    std::int64_t clinic = 0;
    std::string sha256;
    std::string file;                ///< Inside the clinic's folder; never written to again.
    std::string parent;              ///< SHA-256 of the model it was adapted from; empty if unknown.
    std::optional<std::int64_t> run; ///< That made it; none for one that was taken in.
    std::string created;
    ModelState state = ModelState::Kept;
};

/// The models' rows. Every function may throw SQLite::Exception; see StoreDatabase.
class ModelTable {
public:
    explicit ModelTable(SQLite::Database& connection)
        : m_connection(connection) {}

    /// All of a clinic, the oldest first.
    std::vector<ClinicModel> of(std::int64_t clinic) const;
    std::optional<ClinicModel> find(std::int64_t id) const;
    /// The clinic's youngest candidate.
    std::optional<ClinicModel> candidate(std::int64_t clinic) const;
    /// The clinic that a model of this hash belongs to; of several the youngest.
    std::optional<std::int64_t> clinicOf(const std::string& sha256) const;
    /// The row's number; `model.id` does not count.
    std::int64_t add(const ClinicModel& model);
    void setState(std::int64_t id, ModelState state);

private:
    SQLite::Database& m_connection;
};

} // namespace limpid
