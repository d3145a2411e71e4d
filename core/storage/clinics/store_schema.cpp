// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/store_schema.h"

#include <array>

namespace limpid {

namespace {

/// Times are UTC as utcNow() writes them, hashes SHA-256 in 64 hexadecimal digits, empty where unknown.
constexpr std::string_view firstLayout = R"sql(
CREATE TABLE clinics (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    name    TEXT NOT NULL CHECK (length(name) > 0),
    folder  TEXT UNIQUE,                        -- below the store's; NULL once a deleted clinic's is gone
    created TEXT NOT NULL,
    deleted TEXT,                               -- the row stays, because runs and records name it
    model   INTEGER REFERENCES models(id)       -- in use
) STRICT;
CREATE UNIQUE INDEX clinic_names ON clinics(name) WHERE deleted IS NULL;

CREATE TABLE runs (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    clinic        INTEGER NOT NULL REFERENCES clinics(id),
    configuration TEXT NOT NULL,                -- JSON object
    seed          TEXT NOT NULL,                -- 0 .. 2^64 - 1, more than an INTEGER holds
    started       TEXT NOT NULL,
    ended         TEXT,
    outcome       TEXT,                         -- adapted, kept-old, cancelled, failed, interrupted
    report        TEXT,                         -- JSON object with the curves
    model_file    TEXT NOT NULL                 -- what a new model is called in the clinic's folder
) STRICT;
CREATE INDEX runs_of_clinic ON runs(clinic);

CREATE TABLE models (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    clinic  INTEGER NOT NULL REFERENCES clinics(id),
    sha256  TEXT NOT NULL CHECK (length(sha256) = 64),
    file    TEXT NOT NULL,                      -- inside the clinic's folder
    parent  TEXT NOT NULL,                      -- SHA-256 of the model it was adapted from
    run     INTEGER REFERENCES runs(id),
    created TEXT NOT NULL,
    state   TEXT NOT NULL CHECK (state IN ('candidate', 'kept', 'discarded')),
    UNIQUE (clinic, file)
) STRICT;
CREATE INDEX models_by_sha256 ON models(sha256);

CREATE TABLE decisions (                        -- of the picker, on each image of a run
    run          INTEGER NOT NULL REFERENCES runs(id),
    image        TEXT NOT NULL,                 -- file name without folder
    input_sha256 TEXT NOT NULL,
    accepted     INTEGER NOT NULL CHECK (accepted IN (0, 1)),
    reason       TEXT NOT NULL,
    scores       TEXT NOT NULL,                 -- JSON object
    PRIMARY KEY (run, image)
) STRICT;
CREATE INDEX decisions_by_input ON decisions(input_sha256);

CREATE TABLE overrides (                        -- of the picker, by a person
    run          INTEGER NOT NULL REFERENCES runs(id),
    image        TEXT NOT NULL,
    input_sha256 TEXT NOT NULL,
    decision     TEXT NOT NULL CHECK (decision IN ('pick', 'reject')),
    PRIMARY KEY (run, image)
) STRICT;
CREATE INDEX overrides_by_input ON overrides(input_sha256);

CREATE TABLE enhancements (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    clinic        INTEGER REFERENCES clinics(id),
    input         TEXT NOT NULL,                -- file name without folder
    input_sha256  TEXT NOT NULL,
    output        TEXT NOT NULL,
    output_sha256 TEXT NOT NULL,
    model_sha256  TEXT NOT NULL,
    parameters    TEXT NOT NULL,                -- JSON object
    written       TEXT NOT NULL,
    program       TEXT NOT NULL,                -- with its version
    device        TEXT NOT NULL
) STRICT;
CREATE INDEX enhancements_by_input ON enhancements(input_sha256);
CREATE INDEX enhancements_by_output ON enhancements(output_sha256);
CREATE TRIGGER enhancements_are_never_changed BEFORE UPDATE ON enhancements
    BEGIN SELECT RAISE(ABORT, 'records of images are append-only'); END;
CREATE TRIGGER enhancements_are_never_deleted BEFORE DELETE ON enhancements
    BEGIN SELECT RAISE(ABORT, 'records of images are append-only'); END;

CREATE TABLE trail (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    time    TEXT NOT NULL,
    action  TEXT NOT NULL,
    clinic  INTEGER REFERENCES clinics(id),
    content TEXT NOT NULL,                      -- JSON object
    before  TEXT NOT NULL,                      -- sha256 of the row before, empty in the first
    sha256  TEXT NOT NULL                       -- of all of the above
) STRICT;
CREATE TRIGGER trail_is_never_changed BEFORE UPDATE ON trail
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER trail_is_never_deleted BEFORE DELETE ON trail
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER trail_is_never_replaced BEFORE INSERT ON trail WHEN EXISTS (SELECT 1 FROM trail WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
)sql";

constexpr auto migrations = std::to_array<std::string_view>({firstLayout});

} // namespace

std::span<const std::string_view> storeMigrations() {
    return migrations;
}

} // namespace limpid
