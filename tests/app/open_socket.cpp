// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <cstdlib>

#include <sys/socket.h>
#include <unistd.h>

/// Opens a socket of the family whose number it is given and ends; for the test that such a socket would be noticed.
int main(int argc, char** argv) {
    if (argc != 2)
        return 2;
    const int descriptor = ::socket(std::atoi(argv[1]), SOCK_DGRAM, 0);
    if (descriptor >= 0)
        ::close(descriptor);
    return 0;
}
