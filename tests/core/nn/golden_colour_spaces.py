# SPDX-FileCopyrightText: 2026 The Limpid authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Golden values of tst_colour_spaces.cpp, from scikit-image.

Run: python3 golden_colour_spaces.py   (Debian's python3-skimage)
"""
import numpy as np
from skimage.color import rgb2hsv, rgb2lab

COLOURS = [(0, 0, 0), (1, 1, 1), (0.5, 0.5, 0.5), (1, 0, 0), (0, 1, 0), (0, 0, 1), (0.7, 0.35, 0.1), (0.02, 0.01, 0.03),
           (0.2, 0.9, 0.6), (0.9, 0.2, 0.9), (0.3, 0.8, 0.8)]
for colour in COLOURS:
    pixel = np.array(colour, dtype=np.float64).reshape(1, 1, 3)
    hsv, lab = rgb2hsv(pixel)[0, 0], rgb2lab(pixel)[0, 0]
    scaled = (lab[0] / 100, (lab[1] + 128) / 255, (lab[2] + 128) / 255)
    print("{{%s}, {%s}, {%s}}," % tuple(", ".join(f"{v:.6f}" for v in row) for row in (colour, hsv, scaled)))
