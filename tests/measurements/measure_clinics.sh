#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Limpid authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Adaptation to clinics made of CHASE_DB1, which no shipped model was trained on; the README's table about them. The first
# four are those of the table, the last two are draws that were made after the guard's limits had been chosen:
#   tests/measurements/measure_clinics.sh DATA WORK [LIMPID_CLI [OPTION...]]
# DATA holds CHASE_DB1 with images/; WORK is made and filled. The options go to every adaptation, for example
# --form as-released. Fixed seeds throughout. Protocol fov at 256 px.
set -euo pipefail

data=${1:?the folder with CHASE_DB1}
work=${2:?a folder to work in}
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
cli=${3:-$root/build/release/bin/limpid-cli}
options=("${@:4}")
photographs=$data/CHASE_DB1/images
mkdir -p -- "$work"
# Clinics that are made here must not mix with the user's own.
export XDG_DATA_HOME=$work/data-home

degrade() { # CLINIC SEED OPTIONS AND IMAGES...
    local clinic=$1 seed=$2
    shift 2
    "$cli" degrade "$@" --seed "$seed" --out "$work/$clinic/images" --references "$work/$clinic/references" \
        --limit 384 --force >/dev/null
}
adapt() { # CLINIC [OPTION...]
    printf '\n== %s\n' "$*"
    "$cli" adapt "$work/$1/images" --clinic "$1" --reference "$work/$1/references" --report "$work/$1.json" --seed 1 \
        "${options[@]}" "${@:2}" 2>"$work/$1.log" | tee "$work/$1.txt" | grep -v '^model:'
}

degrade haze-and-cast 21 "$photographs" --kind haze,cast --severity 0.2,1
degrade noise-and-blur 22 "$photographs" --kind noise,blur --severity 0.2,1
# Left eyes dark, right eyes bright: two cameras in one folder.
degrade dark-and-bright 23 "$photographs"/*L.jpg --kind darkening,illumination --severity 0.3,1
degrade dark-and-bright 24 "$photographs"/*R.jpg --kind veil,haze --severity 0.2,0.9
degrade unseen-mixture 12 "$photographs" --preset beyond-reach
degrade haze-and-cast-2 31 "$photographs" --kind haze,cast --severity 0.2,1
degrade other-strengths 404 "$photographs" --preset clinic-other-strengths

for clinic in haze-and-cast noise-and-blur dark-and-bright unseen-mixture haze-and-cast-2 other-strengths; do
    adapt "$clinic"
    # What adapting would have done where it was refused.
    if grep -q 'cannot be trusted' "$work/$clinic.txt"; then
        adapt "$clinic" --most-unlike 1e9
    fi
done
