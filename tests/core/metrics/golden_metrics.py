#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Limpid authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the golden values of tst_ssim.cpp and tst_protocol.cpp with scikit-image.

    /usr/bin/python3 tests/core/metrics/golden_metrics.py

The images are those of golden_patterns.h: sines plus integer noise, as 8-bit levels.
"""
import numpy as np
import skimage
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

NOISE, DARK, BLUR = "noise", "dark", "blur"


def reference(height, width):
    y, x, c = np.meshgrid(np.arange(height), np.arange(width), np.arange(3), indexing="ij")
    value = 127.5 + 70.0 * np.sin(0.11 * x + 0.05 * y + 0.9 * c) + 40.0 * np.sin(0.023 * x * (c + 1) - 0.31 * y)
    return np.floor(value + 0.5)


def noise(height, width):
    values = np.empty(height * width * 3)
    state = 12345
    for index in range(values.size):  # rows, then columns, then channels
        state = (state * 1664525 + 1013904223) % 2**32
        values[index] = (state >> 24) % 41 - 20
    return values.reshape(height, width, 3)


def variant(kind, height, width):
    clean = reference(height, width)
    if kind == NOISE:
        changed = clean + noise(height, width)
    elif kind == DARK:
        changed = np.floor(0.6 * clean + 0.5)
    else:  # a 3x3 mean with wrap-around
        changed = sum(np.roll(clean, (dy, dx), (0, 1)) for dy in (-1, 0, 1) for dx in (-1, 0, 1))
        changed = np.floor(changed / 9.0 + 0.5)
    return np.clip(changed, 0, 255)


def field_of_view(height, width):
    """A disc cut by the upper and lower border of the image."""
    y, x = np.mgrid[:height, :width]
    return 4 * ((2 * x - (width - 1)) ** 2 + (2 * y - (height - 1)) ** 2) < (2 * height + 12) ** 2


def bilinear(image, side):
    """Half-pixel centres, clamped at the border, no antialiasing: what cv2.resize does, in double."""
    for axis in (0, 1):
        size = image.shape[axis]
        centre = np.clip((np.arange(side) + 0.5) * size / side - 0.5, 0, size - 1)
        low = np.floor(centre).astype(int)
        high = np.minimum(low + 1, size - 1)
        share = (centre - low).reshape([-1 if k == axis else 1 for k in range(3)])
        image = np.take(image, low, axis) * (1 - share) + np.take(image, high, axis) * share
    return np.floor(image + 0.5)


def paper(a, b):
    a, b = (bilinear(image, 256).astype(np.uint8) for image in (a, b))
    return (peak_signal_noise_ratio(b, a, data_range=255),
            structural_similarity(a, b, channel_axis=2, data_range=255))


def fov(a, b, mask):
    a, b = a / 255.0, b / 255.0
    mse = np.mean((a - b)[mask] ** 2)
    a, b = a * mask[..., None], b * mask[..., None]
    _, ssim_map = structural_similarity(a, b, channel_axis=2, data_range=1.0, gaussian_weights=True, sigma=1.5,
                                        use_sample_covariance=False, full=True)
    return 10 * np.log10(1 / mse), ssim_map[5:-5, 5:-5][mask[5:-5, 5:-5]].mean()


def main():
    print("scikit-image", skimage.__version__)
    height, width = 80, 96
    for kind in (NOISE, DARK, BLUR):
        a, b = variant(kind, height, width), reference(height, width)
        uniform = structural_similarity(a, b, channel_axis=2, data_range=255)
        gaussian = structural_similarity(a, b, channel_axis=2, data_range=255, gaussian_weights=True, sigma=1.5,
                                         use_sample_covariance=False)
        print(f"ssim {height}x{width} {kind}: uniform7 {uniform:.10f} gaussian11 {gaussian:.10f}")
    for height, width in ((80, 96), (200, 320), (256, 256)):
        mask = field_of_view(height, width)
        for kind in (NOISE, DARK, BLUR):
            a, b = variant(kind, height, width), reference(height, width)
            print(f"{height}x{width} {kind}: paper %.8f %.8f" % paper(a, b), "fov %.8f %.8f" % fov(a, b, mask))


if __name__ == "__main__":
    main()
