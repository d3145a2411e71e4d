# SPDX-FileCopyrightText: 2026 The Limpid authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One INTERFACE target carries the language level, the warnings and the Qt policy of every target of ours.

add_library(limpid_options INTERFACE)
target_compile_features(limpid_options INTERFACE cxx_std_20)
target_compile_definitions(limpid_options INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_URL_CAST_FROM_STRING QT_DISABLE_DEPRECATED_BEFORE=0x060400
    LIMPID_VERSION="${PROJECT_VERSION}")
target_compile_options(limpid_options INTERFACE
    -Wall -Wextra -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual)
if(LIMPID_WARNINGS_AS_ERRORS)
    target_compile_options(limpid_options INTERFACE -Werror)
endif()
if(LIMPID_SANITIZE)
    target_compile_options(limpid_options INTERFACE -fsanitize=${LIMPID_SANITIZE} -fno-sanitize-recover=all
        -fno-omit-frame-pointer -g1
        # GCC warns wrongly of LibTorch's optionals under the sanitizers.
        -Wno-maybe-uninitialized)
    target_link_options(limpid_options INTERFACE -fsanitize=${LIMPID_SANITIZE})
endif()
if(LIMPID_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        message(FATAL_ERROR "LIMPID_FUZZ needs Clang's libFuzzer: configure with -DCMAKE_CXX_COMPILER=clang++.")
    endif()
    target_compile_options(limpid_options INTERFACE -fsanitize=fuzzer-no-link,address,undefined
        -fno-sanitize-recover=all -fno-omit-frame-pointer -g1)
    target_link_options(limpid_options INTERFACE -fsanitize=address,undefined)
endif()
target_include_directories(limpid_options INTERFACE "${PROJECT_SOURCE_DIR}/core")
# Debian's LibTorch loads OpenCV's highgui and with it Qt 5. The linker would make a program's copies of Qt 6's inline
# functions visible to it, since Qt 5 has functions of the same names; Qt 5 would call them, and the program would end
# before main(). Fuzz targets have no Qt, and their sanitizers must stay visible to every library.
if(NOT LIMPID_FUZZ)
    target_link_options(limpid_options INTERFACE "-Wl,--version-script=${PROJECT_SOURCE_DIR}/cmake/executables.map")
endif()

# Links a program with LibTorch in a sixth of the time.
include(CheckLinkerFlag)
check_linker_flag(CXX -fuse-ld=gold LIMPID_HAS_GOLD)
if(LIMPID_HAS_GOLD)
    target_link_options(limpid_options INTERFACE -fuse-ld=gold)
endif()

find_program(LIMPID_CCACHE ccache)
if(LIMPID_CCACHE)
    # The sloppiness lets ccache keep objects that were built with a precompiled header.
    # Paths are taken relative to the source folder, so that what one clone compiled serves another.
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros
        "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1 "${LIMPID_CCACHE}")
    add_compile_options(-fpch-preprocess)
endif()
