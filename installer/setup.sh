#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Limpid authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what Limpid is built from: Debian packages only, and only those that are missing.
#   installer/setup.sh            what the programs need
#   installer/setup.sh --tests    also what the tests and benchmarks need
#   installer/setup.sh --print    prints the list and installs nothing (may be combined with --tests)
set -euo pipefail

# The one list of packages. CMake's configuration of OpenCV lives in libopencv-dev, that of Qt 6 and of QCustomPlot in
# the -dev packages named here.
build_packages=(
    cmake ninja-build g++ pkg-config ccache       # the tools
    libtorch-dev                                  # networks
    libopencv-dev liblcms2-dev libexiv2-dev       # images, their colour profiles and their metadata
    qt6-base-dev libqcustomplot-dev libgl-dev     # the window
    qt6-svg-dev                                   # its curves as SVG
    qt6-tools-dev qt6-l10n-tools                  # its translations
    qt6-translations-l10n                         # Chinese for Qt's own dialogs
    libsqlitecpp-dev libarchive-dev               # the clinics' store, and clinics as one file
    libqt6opengl6-dev libvtk9-dev                 # drawing with OpenGL
    libcli11-dev nlohmann-json3-dev libspdlog-dev # command line, JSON, log
    libexpected-dev libssl-dev                    # results, SHA-256
    libcairo2-dev libpango1.0-dev librsvg2-dev    # reports as PDF
    fonts-dejavu-core                             # a font for the window where the machine has none
)
test_packages=(
    libbenchmark-dev # limpid-benchmarks
    xvfb xauth       # a display for the OpenGL tests
    libgl1-mesa-dri  # OpenGL without a graphics card
    poppler-utils    # reads the reports' PDF files
)

say() { printf 'setup: %s\n' "$*" >&2; }
give_up() {
    say "$*"
    exit 3
}

packages=("${build_packages[@]}")
print_only=no
for argument in "$@"; do
    case "$argument" in
    --tests) packages+=("${test_packages[@]}") ;;
    --print) print_only=yes ;;
    *)
        say "unknown option '$argument'; use --tests, --print or nothing."
        exit 2
        ;;
    esac
done

if [[ $print_only == yes ]]; then
    printf '%s\n' "${packages[@]}"
    exit 0
fi

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    give_up "this machine has no apt; install these packages or their equals by hand: ${packages[*]}."
fi

missing=()
for package in "${packages[@]}"; do
    # shellcheck disable=SC2016 # ${Status} is dpkg-query's field, not the shell's variable
    status=$(dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null || true)
    [[ $status == *" installed" ]] || missing+=("$package")
done
if ((${#missing[@]} == 0)); then
    say "all ${#packages[@]} packages are there."
    exit 0
fi

as_root=()
if ((EUID != 0)); then
    command -v sudo >/dev/null ||
        give_up "run this as root once, or install sudo, because these packages are missing: ${missing[*]}."
    # Without a terminal sudo cannot ask for a password; then it must work without one.
    if [[ -t 0 ]]; then as_root=(sudo); else as_root=(sudo -n); fi
    "${as_root[@]}" true 2>/dev/null ||
        give_up "sudo was refused; ask an administrator to install: ${missing[*]}."
fi

say "installing ${#missing[@]} packages: ${missing[*]}"
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=a apt-get
    -o Dpkg::Options::=--force-confold -o DPkg::Lock::Timeout=120 -qq --yes)
"${apt[@]}" update >&2 ||
    give_up "apt-get update failed; check the network and the entries below /etc/apt/sources.list.d, then run again."
"${apt[@]}" install --no-install-recommends "${missing[@]}" >&2 ||
    give_up "apt-get could not install ${missing[*]}; its messages above say why."
say "done."
