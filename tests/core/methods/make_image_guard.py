# SPDX-FileCopyrightText: 2026 The Limpid authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Golden values of tst_image_guard, by an independent implementation: python3 make_image_guard.py"""
import math

N, K = 40, 15
evidence = [(20 + (i * 7) % 11, 24 + (i * 3) % 13, 30 + (i * 5) % 9) for i in range(N)]
gains = [math.sin(i) * 2 for i in range(N)]


def spread(column):
    mean = sum(column) / N
    return math.sqrt(sum((value - mean) ** 2 for value in column) / N)


spreads = [spread(column) for column in zip(*evidence)]
for query in [(22.5, 27.0, 33.0), (60.0, 10.0, 31.0)]:
    distances = sorted(
        (sum(((a - b) / s) ** 2 for a, b, s in zip(sample, query, spreads)), index)
        for index, sample in enumerate(evidence)
    )[:K]
    weights = [1 / (distance + 3e-3) for distance, _ in distances]
    print(query, sum(w * gains[index] for w, (_, index) in zip(weights, distances)) / sum(weights))
