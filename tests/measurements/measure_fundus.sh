#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Limpid authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every figure of the README's table about fundus photographs, from the shipped models and public photographs that they
# were not trained on:
#   tests/measurements/measure_fundus.sh DATA WORK [LIMPID_CLI]
# DATA holds HRF, FIVES, IDRiD, CHASE_DB1 and CSDI, each with images/; WORK is made and filled. Fixed seeds throughout.
set -euo pipefail

data=${1:?the folder with HRF, FIVES, IDRiD, CHASE_DB1 and CSDI}
work=${2:?a folder to work in}
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
cli=${3:-$root/build/release/bin/limpid-cli}
mkdir -p -- "$work"
# Clinics that are made here must not mix with the user's own.
export XDG_DATA_HOME=$work/data-home

title() { printf '\n== %s\n' "$*"; }
enhance_and_measure() { # FOLDER-OF-IMAGES REFERENCES NAME
    "$cli" enhance "$1" --out "$work/$3-enhanced" --force >/dev/null
    printf 'input:  '; "$cli" evaluate "$1" "$2" --protocol fov --size 256 | tail -n 1
    printf 'output: '; "$cli" evaluate "$work/$3-enhanced" "$2" --protocol fov --size 256 | tail -n 1
}
degrade() { # NAME PRESET SEED IN...
    local name=$1 preset=$2 seed=$3
    shift 3
    "$cli" degrade "$@" --out "$work/$name/images" --references "$work/$name/references" --preset "$preset" \
        --seed "$seed" --limit 384 --force >/dev/null
}
adapt() { # CLINIC NAME OPTIONS...
    local clinic=$1 name=$2
    shift 2
    "$cli" adapt "$work/$clinic/images" --clinic "$name" --reference "$work/$clinic/references" \
        --report "$work/$name.json" --seed 1 "$@" 2>"$work/$name.log" | grep -v '^model:'
    printf 'seconds %s, peak memory %s MB\n' "$(sed -n 's/^ *"seconds": \([0-9.]*\),*/\1/p' "$work/$name.json" | tail -n 1)" \
        "$(sed -n 's/^ *"peak_memory_mb": \([0-9.]*\),*/\1/p' "$work/$name.json" | head -n 1)"
}

held_out=()
while read -r line; do
    [[ -z $line || $line == \#* ]] || held_out+=("$data/${line%/*}/images/${line#*/}.jpg")
done <"$root/tests/measurements/held-out.txt"

title "source model: 15 held-out photographs, four draws of the training mixture 'wide'"
for seed in 501 502 503 504; do
    degrade "held-out-$seed" wide "$seed" "${held_out[@]}"
    enhance_and_measure "$work/held-out-$seed/images" "$work/held-out-$seed/references" "held-out-$seed"
done

title "source model: CHASE_DB1, 28 photographs of a camera never seen, 'wide'"
degrade chase-wide wide 201 "$data/CHASE_DB1/images"
enhance_and_measure "$work/chase-wide/images" "$work/chase-wide/references" chase-wide

title "picker: precision and recall of the judges, held-out photographs, four draws of 'wide'"
for seed in 501 502 503 504; do
    "$cli" pick "$work/held-out-$seed/images" --reference "$work/held-out-$seed/references" \
        --csv "$work/pick-$seed.csv" --force | grep -E '^(quality|structure|both):'
done

title "the same, with the photograph's damage as evidence"
for seed in 501 502 503 504; do
    "$cli" pick "$work/held-out-$seed/images" --reference "$work/held-out-$seed/references" --damage-weight 0.3 |
        grep -E '^(quality|structure|both):'
done

title "real cataract: CSDI, vessels before and after, by the expert's severity"
"$cli" enhance "$data/CSDI/images" --out "$work/csdi-enhanced" --force >/dev/null
"$cli" fidelity "$work/csdi-enhanced" "$data/CSDI/images" --csv "$work/csdi.csv" --force | tail -n 1
# Stem and the expert's severity, from the data's own table of images, joined with the measurements.
awk -F, 'NR == FNR { if (match($0, /severity 0-10: [0-9.]+/)) {
             split($1, parts, "/"); stem = parts[length(parts)]; sub(/\.[a-z]+$/, "", stem)
             severity[stem] = substr($0, RSTART + 15, RLENGTH - 15) + 0 }
         next }
     FNR > 1 && ($1 in severity) {
         band = severity[$1] < 3 ? "0-2" : severity[$1] < 5 ? "3-4" : severity[$1] < 7 ? "5-6" : "7-10"
         n[band]++; p[band] += $2; r[band] += $3; b[band] += $4; a[band] += $5 }
     END { for (band in n) printf "severity %-5s %3d images: supported %.1f %%, kept %.1f %%, contrast %.3f -> %.3f\n",
               band, n[band], 100 * p[band] / n[band], 100 * r[band] / n[band], b[band] / n[band], a[band] / n[band] }' \
    "$data/../MANIFEST.csv" "$work/csdi.csv" | sort

degrade chase-clinic clinic-other-strengths 11 "$data/CHASE_DB1/images"
title "adaptation to CHASE_DB1 ('clinic-other-strengths'): the paper's form"
adapt chase-clinic chase-paper --form paper
title "adaptation to CHASE_DB1: as released"
adapt chase-clinic chase-as-released --form as-released
title "adaptation to CHASE_DB1: Limpid's default form"
adapt chase-clinic chase-limpid

# The form was chosen after looking at the draws 11 and 301; 777 was drawn once, when it had been chosen.
for seed in 301 777; do
    degrade "chase-clinic-$seed" clinic-other-strengths "$seed" "$data/CHASE_DB1/images"
    title "adaptation to CHASE_DB1, draw $seed of the same damage: Limpid's default form"
    adapt "chase-clinic-$seed" "chase-limpid-$seed"
done

degrade chase-beyond beyond-reach 12 "$data/CHASE_DB1/images"
title "beyond reach: CHASE_DB1 ('beyond-reach'), Limpid's default form"
adapt chase-beyond chase-beyond-limpid
title "beyond reach: the same without the guard, to see what it prevents"
adapt chase-beyond chase-beyond-unguarded --most-unlike 100
