# SPDX-FileCopyrightText: 2026 The Limpid authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by measure_clinics.sh and measure_ablations.sh, which set `work` and `cli`.

# Clinics that are made here must not mix with the user's own.
export XDG_DATA_HOME=$work/data-home

# Adapts to the photographs of CLINIC and keeps what was measured as WORK/NAME.txt, a report beside it. What was measured
# before is not measured again.
adapt() { # CLINIC NAME [OPTION...]
    local clinic=$1 name=$2
    if [[ ! -s $work/$name.txt ]]; then
        "$cli" adapt "$work/$clinic/images" --clinic "$name" --reference "$work/$clinic/references" \
            --report "$work/$name.json" --seed 1 "${@:3}" 2>"$work/$name.log" >"$work/$name.unfinished"
        # One that was interrupted ends well, with the model of its last epoch: no measurement.
        if grep -q '"stopped": *true' "$work/$name.json"; then
            printf '%s was interrupted; run this again.\n' "$name" >&2
            return 1
        fi
        mv -- "$work/$name.unfinished" "$work/$name.txt"
    fi
}

# Whether adapting was refused: nothing known imitates the clinic.
refused() { # NAME
    grep -q 'cannot be trusted' "$work/$1.txt"
}

# A row of a table: PSNR in dB / SSIM, in brackets the share of images more than 0.1 dB below the source model.
row() { # NAME TITLE...
    printf '| %s ' "${@:2}"
    awk '
        function pair() { return $2 " / " sprintf("%.3f", $5) }
        /so the old model stays in use/ { kept = 1 }
        /^input / { input = pair() }
        /^source / { source = pair() }
        /^adapted / { adapted = pair() " (" $6 " %)" }
        /^guarded / { guarded = pair() " (" $6 " %)" }
        END {
            if (kept) adapted = "nothing adapted"
            printf "| %s | %s | %s | %s |\n", input, source, adapted, guarded
        }
    ' "$work/$1.txt"
}
