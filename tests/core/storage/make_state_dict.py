# SPDX-FileCopyrightText: 2026 The Limpid authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the small files of torch.save that tst_torch_pickle.cpp reads. Debian's python3-torch:

    /usr/bin/python3 tests/core/storage/make_state_dict.py tests/data/state_dict
"""

import collections
import os
import sys

import torch


class Block(torch.nn.Module):
    """A convolution, a norm with buffers, and a parameter of its own, with values that a formula gives."""

    def __init__(self):
        super().__init__()
        self.conv = torch.nn.Conv2d(2, 3, 2)
        self.norm = torch.nn.BatchNorm2d(3)
        self.scale = torch.nn.Parameter(torch.tensor(0.5))


def ramp(tensor):
    """0, 0.25, 0.5 ... in row order."""
    return torch.arange(tensor.numel(), dtype=torch.float64).mul(0.25).reshape(tensor.shape).to(tensor.dtype)


def module_state():
    block = Block()
    with torch.no_grad():
        for tensor in block.state_dict().values():
            tensor.copy_(ramp(tensor))
        block.scale.fill_(0.5)
    return block.state_dict()


def typed_state():
    shared = torch.arange(12, dtype=torch.float32)
    return {
        "double": torch.arange(4, dtype=torch.float64) / 8,
        "half": torch.tensor([0.5, -2.0], dtype=torch.float16),
        "bfloat16": torch.tensor([1.5, -256.0], dtype=torch.bfloat16),
        "long": torch.tensor([-(2**40), 7], dtype=torch.int64),
        "int": torch.tensor([[-1], [2]], dtype=torch.int32),
        "short": torch.tensor([-300], dtype=torch.int16),
        "char": torch.tensor([-5], dtype=torch.int8),
        "byte": torch.tensor([250], dtype=torch.uint8),
        "bool": torch.tensor([True, False]),
        "transposed": shared.reshape(3, 4).t(),
        "tail": shared[8:],
        "parameter": torch.nn.Parameter(torch.full((2,), 3.0)),
        "empty": torch.empty(0, 3),
    }


class Intruder:
    """Pickles to a call of os.system, as malicious model files do. Reading it must not run it."""

    def __reduce__(self):
        return os.system, ("exit 1",)


def main(folder):
    os.makedirs(folder, exist_ok=True)

    def save(value, name, **options):
        torch.save(value, os.path.join(folder, name), **options)

    save(module_state(), "module.pth")
    save(typed_state(), "types.pth")
    save(module_state(), "protocol4.pth", pickle_protocol=4)
    save(collections.OrderedDict(x=torch.ones(1)), "before_1_6.pth", _use_new_zipfile_serialization=False)
    save({"x": torch.ones(1), "intruder": Intruder()}, "intruder.pth")
    save({"state_dict": module_state(), "epoch": 3}, "training_state.pth")


if __name__ == "__main__":
    main(sys.argv[1])
