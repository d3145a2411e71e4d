# SPDX-FileCopyrightText: 2026 The Limpid authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Golden values of tst_image_guard, by an independent implementation: python3 make_image_guard.py"""
import math

N, PENALTY = 40, 0.3
evidence = [(20 + (i * 7) % 11, 24 + (i * 3) % 13, 30 + (i * 5) % 9) for i in range(N)]
gains = [math.sin(i) * 2 + 0.2 * evidence[i][0] - 5 for i in range(N)]
columns = list(zip(*evidence))
means = [sum(column) / N for column in columns]
spreads = [math.sqrt(sum((value - mean) ** 2 for value in column) / N) for column, mean in zip(columns, means)]
mean_gain = sum(gains) / N


def standardised(sample):
    return [(value - mean) / spread for value, mean, spread in zip(sample, means, spreads)]


# Gradient descent on the ridge's objective, which has one minimum.
rows = [standardised(sample) for sample in evidence]
weights = [0.0, 0.0, 0.0]
for _ in range(20000):
    errors = [sum(w * x for w, x in zip(weights, row)) - (gain - mean_gain) for row, gain in zip(rows, gains)]
    slopes = [sum(e * row[k] for e, row in zip(errors, rows)) / N + PENALTY * weights[k] for k in range(3)]
    weights = [w - 0.3 * slope for w, slope in zip(weights, slopes)]
for query in [(22.5, 27.0, 33.0), (60.0, 10.0, 31.0)]:
    place = [max(-3.0, min(3.0, value)) for value in standardised(query)]
    print(query, mean_gain + sum(w * x for w, x in zip(weights, place)))
