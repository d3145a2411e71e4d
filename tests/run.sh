#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Limpid authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds everything with warnings as errors and runs every test; those with the label gl under
# Xvfb. Further arguments go to ctest, for example: tests/run.sh -R metrics
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
cd -- "$root"

installer/setup.sh --tests
cmake --preset ci
cmake --build --preset ci

jobs=$(nproc)
status=0
# The tests with a display come first, so that the run ends with the summary of the great majority.
if ctest --preset ci --label-regex '^gl$' --show-only "$@" | grep -q 'Test *#'; then
    xvfb-run --auto-servernum --server-args='-screen 0 1920x1080x24' \
        ctest --preset ci --label-regex '^gl$' "$@" || status=$?
fi
ctest --preset ci --label-exclude '^gl$' --parallel "$jobs" "$@" || status=$?
exit "$status"
