#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Limpid authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Adaptation to clinics made of CHASE_DB1, which no shipped model was trained on, and to others of HRF, FIVES and IDRiD,
# three quarters of which the shipped models were trained on; the README's tables about them:
#   tests/measurements/measure_clinics.sh DATA WORK [LIMPID_CLI [CLINIC...]]
# DATA holds CHASE_DB1, FIVES, HRF and IDRiD, each with images/; WORK is made and filled. Every clinic, or those that are
# named, in Limpid's own form, and where that refuses once more without being asked; the first four and other-strengths
# in the other forms too, and of the two mixed folders each kind by itself. Some five minutes a run on one core. Fixed
# seeds throughout; what was measured before is not measured again. Protocol fov at 256 px. Prints rows of tables.
set -euo pipefail

data=${1:?the folder with CHASE_DB1}
work=${2:?a folder to work in}
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
cli=${3:-$root/build/release/bin/limpid-cli}
wanted=("${@:4}")
photographs=$data/CHASE_DB1/images
mkdir -p -- "$work"
# shellcheck source=tests/measurements/adapting.sh
. "$root/tests/measurements/adapting.sh"

degrade() { # CLINIC SEED OPTIONS AND IMAGES...
    local clinic=$1 seed=$2
    shift 2
    [[ ! -e $work/$clinic/made ]] || return 0
    "$cli" degrade "$@" --seed "$seed" --out "$work/$clinic/images" --references "$work/$clinic/references" \
        --limit 384 --force >/dev/null
}

four=(haze-and-cast noise-and-blur dark-and-bright unseen-mixture)
others=(haze-and-cast-2 other-strengths other-strengths-301 other-strengths-404 two-exposures two-cameras)
at_home=(fives-noise-and-cast hrf-noise-and-cast hrf-noise-and-veil idrid-noise-and-veil fives-veil-spots-blur)
((${#wanted[@]} > 0)) || wanted=("${four[@]}" "${others[@]}" "${at_home[@]}")

degrade haze-and-cast 21 "$photographs" --kind haze,cast --severity 0.2,1
degrade noise-and-blur 22 "$photographs" --kind noise,blur --severity 0.2,1
# Left eyes dark, right eyes bright: two cameras in one folder.
degrade dark-and-bright 23 "$photographs"/*L.jpg --kind darkening,illumination --severity 0.3,1
degrade dark-and-bright 24 "$photographs"/*R.jpg --kind veil,haze --severity 0.2,0.9
degrade unseen-mixture 12 "$photographs" --preset beyond-reach
degrade haze-and-cast-2 31 "$photographs" --kind haze,cast --severity 0.2,1
degrade other-strengths 11 "$photographs" --preset clinic-other-strengths
degrade other-strengths-301 301 "$photographs" --preset clinic-other-strengths
degrade other-strengths-404 404 "$photographs" --preset clinic-other-strengths
# The photographs of four children out of fourteen are exposed otherwise.
degrade two-exposures 22 "$photographs"/Image_{0?,10}?.jpg --kind noise,blur --severity 0.2,1
degrade two-exposures 42 "$photographs"/Image_1[1-4]?.jpg --kind noise,veil --severity 0.5,1
# Ten photographs of other cameras beside the 28, of those that were held out from training.
degrade two-cameras 11 "$photographs" --preset clinic-other-strengths
degrade two-cameras 43 "$data"/FIVES/images/{36,37,38,39,5}_A.* "$data"/IDRiD/images/IDRiD_{16,17,18,19,20}.* \
    --kind veil --severity 0.6,1
# Of the source model's own cameras.
degrade fives-noise-and-cast 104 "$data/FIVES/images" --kind cast,noise --severity 0.2,1
degrade hrf-noise-and-cast 112 "$data/HRF/images" --kind cast,noise --severity 0.2,1
degrade hrf-noise-and-veil 111 "$data/HRF/images" --kind veil,noise --severity 0.2,1
degrade idrid-noise-and-veil 119 "$data/IDRiD/images" --kind veil,noise --severity 0.2,1
degrade fives-veil-spots-blur 108 "$data/FIVES/images" --kind veil,spots,blur --severity 0.2,1
for clinic in "${four[@]}" "${others[@]}" "${at_home[@]}"; do
    touch -- "$work/$clinic/made"
done

# Both kinds of a mixed folder as clinics of their own: CLINIC-few holds what the shell's pattern matches.
part() { # CLINIC PATTERN
    local file kind part
    for part in images references; do
        mkdir -p -- "$work/$1-few/$part" "$work/$1-many/$part"
        for file in "$work/$1/$part"/*; do
            kind=many
            # shellcheck disable=SC2053 # a pattern
            [[ ${file##*/} != $2 ]] || kind=few
            ln -sfn -- "$(realpath -- "$file")" "$work/$1-$kind/$part/"
        done
    done
}
part two-exposures 'Image_1[1-4]*'
part two-cameras '!(Image_*)'

for clinic in "${wanted[@]}"; do
    adapt "$clinic" "$clinic"
    row "$clinic" "$clinic" "Limpid's form"
    if refused "$clinic"; then
        # What adapting would have done.
        adapt "$clinic" "$clinic-forced" --most-unlike 1e9
        row "$clinic-forced" "$clinic" "the same, forced"
    fi
done
for clinic in "${wanted[@]}"; do
    [[ " ${four[*]} other-strengths " == *" $clinic "* ]] || continue
    adapt "$clinic" "$clinic-likest" --redegradation likest --most-unlike 1e9
    row "$clinic-likest" "$clinic" likest
    for form in paper as-released; do
        adapt "$clinic" "$clinic-$form" --form "$form" --most-unlike 1e9
        row "$clinic-$form" "$clinic" "$form"
    done
done
# A row has the mean of a whole folder; what became of each of its photographs is in the report beside it.
for clinic in "${wanted[@]}"; do
    [[ $clinic == two-* ]] || continue
    adapt "$clinic" "$clinic-balanced" --balance
    row "$clinic-balanced" "$clinic" balanced
    for kind in many few; do
        adapt "$clinic-$kind" "$clinic-$kind"
        row "$clinic-$kind" "$clinic-$kind" "Limpid's form"
    done
done
