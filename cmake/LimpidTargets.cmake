# SPDX-FileCopyrightText: 2026 The Limpid authors
# SPDX-License-Identifier: GPL-3.0-or-later

# One precompiled LibTorch header serves every target that works on tensors: without it each of their translation units
# costs about 10 s. It pulls in more than a file may name; a build with -DLIMPID_PRECOMPILE=OFF finds missing includes.
option(LIMPID_PRECOMPILE "Precompile LibTorch's header" ON)
if(LIMPID_PRECOMPILE)
    # Written only where it differs, so that configuring again does not compile everything again.
    file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/limpid_torch_pch.cpp"
         CONTENT "// The target of the precompiled header needs a source.\n")
    add_library(limpid_torch_pch OBJECT "${PROJECT_BINARY_DIR}/limpid_torch_pch.cpp")
    target_link_libraries(limpid_torch_pch PRIVATE limpid_options limpid_torch)
    target_precompile_headers(limpid_torch_pch PRIVATE <torch/torch.h>)
    # Qt compiles executables position independent, and GCC takes a precompiled header only under the same option.
    add_library(limpid_torch_pic_pch OBJECT "${PROJECT_BINARY_DIR}/limpid_torch_pch.cpp")
    target_link_libraries(limpid_torch_pic_pch PRIVATE limpid_options limpid_torch)
    set_target_properties(limpid_torch_pic_pch PROPERTIES POSITION_INDEPENDENT_CODE ON)
    target_compile_options(limpid_torch_pic_pch PRIVATE -O0) # of the tests, below
    target_precompile_headers(limpid_torch_pic_pch PRIVATE <torch/torch.h>)
endif()

function(limpid_reuse_torch_header target)
    if(LIMPID_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM limpid_torch_pch)
    endif()
endfunction()

function(limpid_reuse_torch_header_with_qt target)
    if(LIMPID_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM limpid_torch_pic_pch)
    endif()
endfunction()

# limpid_add_room(NAME SOURCES file... [LINKS target...] [PRIVATE_LINKS target...])
# One room of core/ as a static library limpid_NAME. What it may use is what it links.
function(limpid_add_room name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(limpid_${name} STATIC ${ARG_SOURCES})
    target_link_libraries(limpid_${name} PUBLIC ${ARG_LINKS} PRIVATE limpid_options ${ARG_PRIVATE_LINKS})
    target_include_directories(limpid_${name} PUBLIC "${PROJECT_SOURCE_DIR}/core")
    if("limpid_torch" IN_LIST ARG_LINKS)
        limpid_reuse_torch_header(limpid_${name})
    endif()
endfunction()

# limpid_add_test(tst_class [LINKS target...] [LABELS label...] [SOURCES extra...] [TIMEOUT seconds])
# One Qt Test executable per class, built from tst_class.cpp in the calling folder. Those with the label threads are about
# what several threads share; the target limpid_thread_tests builds them, for ThreadSanitizer.
add_custom_target(limpid_thread_tests)
function(limpid_add_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINKS;LABELS" ${ARGN})
    if(NOT ARG_LABELS)
        set(ARG_LABELS unit)
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    add_executable(${name} ${name}.cpp ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests")
    # Of each test only its own file has a class for moc. AUTOMOC would look at every file and compile an empty one, with
    # the precompiled header, for each of hundreds of tests.
    set(moc "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc/${name}.moc")
    add_custom_command(OUTPUT "${moc}" COMMAND Qt6::moc "${CMAKE_CURRENT_SOURCE_DIR}/${name}.cpp" -o "${moc}"
                       DEPENDS ${name}.cpp VERBATIM)
    target_sources(${name} PRIVATE "${moc}")
    target_include_directories(${name} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc")
    target_link_libraries(${name} PRIVATE limpid_options ${ARG_LINKS} Qt6::Core Qt6::Test)
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
    # Only to files that name them: with a folder in its command no other clone can use what this one compiled.
    foreach(source ${name}.cpp ${ARG_SOURCES})
        cmake_path(ABSOLUTE_PATH source OUTPUT_VARIABLE file)
        file(STRINGS "${file}" uses REGEX "LIMPID_SOURCE_DIR|LIMPID_BINARY_DIR|cli_run\\.h")
        if(uses)
            set_source_files_properties(${source} PROPERTIES COMPILE_DEFINITIONS
                "LIMPID_SOURCE_DIR=\"${PROJECT_SOURCE_DIR}\";LIMPID_BINARY_DIR=\"${PROJECT_BINARY_DIR}\"")
        endif()
    endforeach()
    # What a test spends its time on lies in the libraries; its own file had better compile quickly.
    target_compile_options(${name} PRIVATE -O0)
    if("${ARG_LINKS}" MATCHES "limpid_(torch|degradation|metrics|storage|nn|methods|inference)")
        limpid_reuse_torch_header_with_qt(${name})
    endif()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;OMP_NUM_THREADS=1")
    if(LIMPID_SANITIZE)
        set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT
            "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/leaks.supp"
            "TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/races.supp")
    endif()
    if("threads" IN_LIST ARG_LABELS)
        add_dependencies(limpid_thread_tests ${name})
    endif()
endfunction()
