#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Limpid authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What every part of adapting is worth: the same clinic with one part changed at a time; the README's table of ablations:
#   tests/measurements/measure_ablations.sh WORK CLINIC [LIMPID_CLI [VARIANT...]]
# WORK is what measure_clinics.sh filled, CLINIC one that it made, for example haze-and-cast; without variants all are run,
# eight epochs each, in some five minutes of one core. Refusals are switched off, so that every row shows what adapting
# does; where the clinic probe keeps the source model, that is what the row says. What was measured before is not measured
# again. The variant balance differs from the default only where a folder holds two kinds of photographs. Fixed seeds
# throughout. Protocol fov at 256 px. Prints rows of a table.
set -euo pipefail

work=${1:?the folder that measure_clinics.sh filled}
clinic=${2:?one of its clinics}
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
cli=${3:-$root/build/release/bin/limpid-cli}
wanted=("${@:4}")
# shellcheck source=tests/measurements/adapting.sh
. "$root/tests/measurements/adapting.sh"

declare -A options=(
    [default]=''
    [no-picker]='--judges none'
    [quality-judge-only]='--judges quality'
    [structure-judge-only]='--judges structure'
    [quality-threshold-0.5]='--quality-threshold 0.5'
    [quality-threshold-0.95]='--quality-threshold 0.95'
    [structure-threshold-halved]='--structure-threshold 1.84'
    [structure-threshold-doubled]='--structure-threshold 7.35'
    [damage-evidence]='--damage-weight 0.3'
    [no-good-originals]='--no-good-originals'
    [ema-0.9]='--ema 0.9'
    [ema-0.995]='--ema 0.995'
    [no-perturbation]='--no-perturb'
    [no-redegradation]='--no-redegrade'
    [mean-teacher]='--no-perturb --no-redegrade --no-good-originals'
    [balance]='--balance'
    [likest]='--redegradation likest'
    [paper]='--form paper'
    [as-released]='--form as-released'
)
order=(default no-picker quality-judge-only structure-judge-only quality-threshold-0.5 quality-threshold-0.95
    structure-threshold-halved structure-threshold-doubled damage-evidence no-good-originals ema-0.9 ema-0.995 no-perturbation
    no-redegradation mean-teacher balance likest paper as-released)
((${#wanted[@]} > 0)) || wanted=("${order[@]}")

for variant in "${wanted[@]}"; do
    name=$clinic-ablation-$variant
    # shellcheck disable=SC2086 # the options are words
    adapt "$clinic" "$name" --epochs 8 --most-unlike 1e9 ${options[$variant]}
    row "$name" "$clinic" "$variant"
done
