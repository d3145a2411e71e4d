#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Limpid authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# From a bare Debian 12 machine to Limpid at work: installs, builds, makes a sample clinic of generated photographs and
# opens the window on it. Without a display, or with --headless, the same clinic is enhanced, adapted to and measured on
# the command line.
#   installer/run.sh [--headless]
set -euo pipefail

headless=no
for argument in "$@"; do
    case "$argument" in
    --headless) headless=yes ;;
    *)
        printf "run: unknown option '%s'; use --headless or nothing.\n" "$argument" >&2
        exit 2
        ;;
    esac
done
if [[ -z ${DISPLAY:-} && -z ${WAYLAND_DISPLAY:-} ]]; then
    headless=yes
fi

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
cd -- "$root"
programs=$root/build/release/bin
data=${XDG_DATA_HOME:-$HOME/.local/share}/limpid
clinic=$data/sample-clinic

installer/setup.sh
cmake --preset release
cmake --build --preset release

if [[ ! -d $clinic/images ]]; then
    # Made beside and moved into place, so that an interrupted run leaves no half clinic behind.
    mkdir -p -- "$data"
    unfinished=$(mktemp -d -- "$data/sample-clinic.XXXXXX")
    trap 'rm -rf -- "$unfinished"' EXIT
    "$programs/limpid-cli" phantom --modality fundus --count 24 --size 768 --seed 7 --out "$unfinished/references"
    "$programs/limpid-cli" degrade "$unfinished/references/images" --out "$unfinished/images" \
        --preset clinic-other-strengths --seed 7
    chmod 755 "$unfinished"
    rm -rf -- "$clinic"
    mv -- "$unfinished" "$clinic"
    trap - EXIT
fi

if [[ $headless == yes ]]; then
    exec "$programs/limpid-cli" demo --clinic-folder "$clinic" --out "$data/demo" --force
fi
exec "$programs/limpid" "$clinic/images"
