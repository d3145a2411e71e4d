# SPDX-FileCopyrightText: 2026 The Limpid authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Golden values of tst_dense_net.cpp: a tiny DenseNet written with torch.nn.functional alone.

Run: python3 golden_dense_net.py   (Debian's python3-torch)
"""
import math
import torch
import torch.nn.functional as F

GROWTH, BOTTLENECK, STEM, BLOCKS = 2, 4, 4, (2, 1)


def filled(name, *shape):
    phase = sum(name.encode())
    count = math.prod(shape)
    wave = torch.sin(torch.arange(count, dtype=torch.float64) + phase)
    if name.endswith("running_var"):
        wave = 1 + 0.5 * wave
    elif "norm" in name and name.endswith("weight"):
        wave = 1 + 0.2 * wave
    else:
        wave = 0.3 * wave
    return wave.reshape(shape)


def norm(x, name):
    c = x.shape[1]
    get = lambda part: filled(f"{name}.{part}", c)
    return F.batch_norm(x, get("running_mean"), get("running_var"), get("weight"), get("bias"), False, 0.0, 1e-5)


def conv(x, name, out, k, stride=1):
    return F.conv2d(x, filled(f"{name}.weight", out, x.shape[1], k, k), None, stride, k // 2)


x = torch.sin(torch.arange(3 * 32 * 32, dtype=torch.float64) * 0.1).reshape(1, 3, 32, 32)
x = F.max_pool2d(F.relu(norm(conv(x, "conv0", STEM, 7, 2), "norm0")), 3, 2, 1)
for b, layers in enumerate(BLOCKS, 1):
    for l in range(1, layers + 1):
        p = f"denseblock{b}.denselayer{l}"
        y = conv(F.relu(norm(x, f"{p}.norm1")), f"{p}.conv1", BOTTLENECK * GROWTH, 1)
        x = torch.cat([x, conv(F.relu(norm(y, f"{p}.norm2")), f"{p}.conv2", GROWTH, 3)], 1)
    if b < len(BLOCKS):
        x = F.avg_pool2d(conv(F.relu(norm(x, f"transition{b}.norm")), f"transition{b}.conv", x.shape[1] // 2, 1), 2)
x = norm(x, "norm5")
print(tuple(x.shape), f"sum {x.sum():.6f}", "corner", [f"{v:.6f}" for v in x[0, :, 1, 2]])
