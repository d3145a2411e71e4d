#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Limpid authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes tests/data/small_unet.pt and prints golden values for tst_structure_preserving_unet.cpp and tst_same_import.cpp.

An independent implementation, in PyTorch's own modules, of the two-decoder U-Net with 3 levels. Weights and input are
closed forms. Run from the repository's root with Debian's python3-torch:  tests/core/methods/make_small_unet.py
"""
from collections import OrderedDict

import torch
from torch import nn

WIDTHS = [8, 16, 16]


def norm(channels):
    return nn.InstanceNorm2d(channels, affine=False, track_running_stats=False)


class SmallUnet(nn.Module):
    def __init__(self):
        super().__init__()
        w = WIDTHS
        self.down1 = nn.Sequential(nn.Conv2d(3, w[0], 4, 2, 1))
        self.down2 = nn.Sequential(nn.LeakyReLU(0.2), nn.Conv2d(w[0], w[1], 4, 2, 1), norm(w[1]))
        self.down3 = nn.Sequential(nn.LeakyReLU(0.2), nn.Conv2d(w[1], w[2], 4, 2, 1))
        self.up3 = nn.Sequential(nn.ReLU(), nn.ConvTranspose2d(w[2], w[1], 4, 2, 1), norm(w[1]))
        self.up2 = nn.Sequential(nn.ReLU(), nn.ConvTranspose2d(2 * w[1], w[0], 4, 2, 1), norm(w[0]))
        self.up1 = nn.Sequential(nn.ReLU(), nn.ConvTranspose2d(2 * w[0], 3, 4, 2, 1), nn.Tanh())
        self.h_up3 = nn.Sequential(nn.ReLU(), nn.ConvTranspose2d(w[2], w[1], 4, 2, 1), norm(w[1]))
        self.h_up2 = nn.Sequential(nn.ReLU(), nn.ConvTranspose2d(2 * w[1], w[0], 4, 2, 1), norm(w[0]))
        self.h_up1 = nn.Sequential(nn.ReLU(), nn.ConvTranspose2d(2 * w[0], 1, 4, 2, 1))

    def forward(self, x):
        d1 = self.down1(x)
        d2 = self.down2(d1)
        d3 = self.down3(d2)
        a3 = self.up3(d3)
        a2 = self.up2(torch.cat([a3, d2], 1))
        a1 = self.up1(torch.cat([a2, d1], 1))
        s3 = self.h_up3(d3)
        s2 = self.h_up2(torch.cat([a3, s3], 1))
        return a1, self.h_up1(torch.cat([a2, s2], 1))


def closed_form(tensor, offset):
    index = torch.arange(tensor.numel(), dtype=torch.float64)
    return (0.1 * torch.sin(index * 0.7 + offset)).reshape(tensor.shape).to(torch.float32)


network = SmallUnet()
state = OrderedDict((name, closed_form(value, i)) for i, (name, value) in enumerate(network.state_dict().items()))
network.load_state_dict(state)
torch.save(state, "tests/data/small_unet.pt")
count = 2 * 3 * 32 * 32
x = torch.sin(torch.arange(count, dtype=torch.float64) * 0.01).reshape(2, 3, 32, 32).to(torch.float32)
with torch.no_grad():
    image, structure = network.eval()(x)
for name, tensor in (("image", image), ("structure", structure)):
    flat = tensor.flatten()
    picks = [flat[i].item() for i in range(0, flat.numel(), flat.numel() // 8)]
    print(name, "mean", f"{tensor.mean().item():.8f}", "values", ", ".join(f"{v:.8f}" for v in picks[:8]))
