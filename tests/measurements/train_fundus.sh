#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Limpid authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# How the shipped fundus models were made, from public photographs and phantoms:
#   tests/measurements/train_fundus.sh DATA WORK [LIMPID_CLI]
# DATA holds HRF, FIVES and IDRiD, each with images/ and, but for IDRiD, masks/. About an hour on two cores.
set -euo pipefail

data=${1:?the folder with HRF, FIVES and IDRiD}
work=${2:?a folder to work in}
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
cli=${3:-$root/build/release/bin/limpid-cli}
cards=$root/tests/measurements/cards
mkdir -p -- "$work"
cd -- "$work"

sets=(--images "$data/HRF/images" --masks "$data/HRF/masks" --images "$data/FIVES/images" --masks "$data/FIVES/masks"
    --images "$data/IDRiD/images")
"$cli" phantom --count 24 --seed 1001 --out phantoms --force
"$cli" prepare "${sets[@]}" --images phantoms/images --masks phantoms/masks --group phantoms \
    --exclude "$root/tests/measurements/held-out.txt" --size 320 --out train.safetensors --force
"$cli" prepare "${sets[@]}" --list "$root/tests/measurements/held-out.txt" --size 256 --out held-out.safetensors --force

source_training=(train source --data train.safetensors --held-out held-out.safetensors --batch 4)
"$cli" "${source_training[@]}" --out first.safetensors --crop 192 --shortest-side 240 --learning-rate 1e-3 \
    --steps 4000 --constant-share 0.99 --evaluate-every 1000 --seed 1
"$cli" "${source_training[@]}" --out second.safetensors --start-from first.safetensors --crop 192 --shortest-side 240 \
    --learning-rate 4e-4 --steps 5000 --evaluate-every 500 --seed 2
"$cli" "${source_training[@]}" --out fundus.safetensors --start-from second.safetensors --crop 256 \
    --shortest-side 272 --learning-rate 2e-4 --steps 2400 --constant-share 0.4 --evaluate-every 400 --seed 3 \
    --card "$cards/fundus.json"

"$cli" train quality --data train.safetensors --source-model fundus.safetensors --out fundus_quality.safetensors \
    --steps 1200 --batch 16 --seed 1 --card "$cards/fundus_quality.json"
"$cli" train structure --data train.safetensors --source-model fundus.safetensors --out fundus_structure.safetensors \
    --steps 480 --batch 16 --seed 1 --card "$cards/fundus_structure.json"
