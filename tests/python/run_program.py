"""Runs a generated PyTorch program, and prints what it came to as JSON.

python run_program.py PRECISION PROGRAM [its options]

Rows are taken in the order in which they are, whatever the program asks for, and the
loss of every step is written down. PRECISION is float32, as the program has it, or
float64: a fresh Adam moves each weight by the whole rate, also where the sign of its
gradient is that of a rounding error, so that float32 has its own way after some steps.
"""
import json
import runpy
import sys

import torch

losses = []
backward = torch.Tensor.backward


def noted(loss, *rest):
    losses.append(loss.item())
    backward(loss, *rest)


torch.Tensor.backward = noted
torch.randperm = torch.arange
if sys.argv[1] == "float64":
    torch.float32 = torch.float64
    torch.set_default_dtype(torch.float64)
sys.argv = sys.argv[2:]
sys.stdout, out = sys.stderr, sys.stdout
names = runpy.run_path(sys.argv[0])
test = names["loss_on"](names["x_test"], names["y_test"])
json.dump({"losses": losses, "testLoss": test, "sampled": len(names["sample"](names["some"]))}, out)
