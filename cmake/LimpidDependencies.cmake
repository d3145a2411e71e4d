# SPDX-FileCopyrightText: 2026 The Limpid authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every library of others that Limpid builds on. installer/setup.sh installs the Debian packages that hold them.

find_package(Threads REQUIRED)
find_package(Torch REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(tl-expected REQUIRED)
find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)

# LibTorch's own target carries no SYSTEM mark; ours does, so that its headers raise no warnings of ours.
add_library(limpid_torch INTERFACE)
target_include_directories(limpid_torch SYSTEM INTERFACE ${TORCH_INCLUDE_DIRS})
target_link_libraries(limpid_torch INTERFACE ${TORCH_LIBRARIES})
# Debian's CPU LibTorch ships CUDA headers too; only the target tells whether CUDA is really there.
if(TARGET torch_cuda)
    target_compile_definitions(limpid_torch INTERFACE LIMPID_WITH_CUDA)
endif()

if(LIMPID_IMAGING)
    find_package(OpenCV 4.6 REQUIRED COMPONENTS core imgproc imgcodecs)
    find_package(PkgConfig REQUIRED)
    find_package(SQLiteCpp 3.2 REQUIRED)
    find_package(LibArchive 3.6 REQUIRED)
    pkg_check_modules(LCMS2 REQUIRED IMPORTED_TARGET lcms2)
    pkg_check_modules(EXIV2 REQUIRED IMPORTED_TARGET exiv2)
    # SQLiteCpp's own target carries no SYSTEM mark.
    add_library(limpid_sqlite INTERFACE)
    get_target_property(SQLITECPP_INCLUDE_DIRS SQLiteCpp INTERFACE_INCLUDE_DIRECTORIES)
    target_include_directories(limpid_sqlite SYSTEM INTERFACE ${SQLITECPP_INCLUDE_DIRS})
    target_link_libraries(limpid_sqlite INTERFACE SQLiteCpp)
    add_library(limpid_opencv INTERFACE)
    target_include_directories(limpid_opencv SYSTEM INTERFACE ${OpenCV_INCLUDE_DIRS})
    target_link_libraries(limpid_opencv INTERFACE ${OpenCV_LIBS})
endif()

if(LIMPID_GUI)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets PrintSupport Svg OpenGLWidgets LinguistTools)
    find_package(QCustomPlotQt6 REQUIRED)
    # Not VTK's own Qt widget: Debian builds that against Qt 5.
    find_package(VTK 9.1 REQUIRED COMPONENTS CommonCore CommonDataModel CommonExecutionModel RenderingCore
                                             RenderingOpenGL2 glew)
endif()
if(LIMPID_TESTS)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Core Test)
    # Qt adds the test's own folders, for QFINDTESTDATA, which nobody uses here; without them another clone can use what
    # this one compiled.
    set_property(TARGET Qt6::Test PROPERTY INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)
endif()
if(LIMPID_BENCHMARKS)
    find_package(benchmark REQUIRED)
endif()
