"""The article's mixture density network in PyTorch, for comparison.

Prints one JSON object: seconds for 2000 Adam steps of 1500 and 750 rows in turn,
on one thread, with the loss vectorised over components and, for a tenth of the
steps, with a loop over them (scaled up). Needs python3 with torch (in Debian: python3-torch and
libopenblas0-pthread; without the latter its products are slow).
"""
import json
import math
import os
import time

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # which torch does not set

import torch  # noqa: E402

torch.set_num_threads(1)
torch.manual_seed(1)
K, STEPS = 30, 2000
y = torch.rand(2250) * 30 - 15
x = 0.5 * y + 8 * torch.sin(0.3 * y) + torch.randn(2250)
batches = [(x[:1500, None], y[:1500, None]), (x[1500:, None], y[1500:, None])]


def network():
    hidden = torch.nn.Sequential(
        torch.nn.Linear(1, 50), torch.nn.ReLU(), torch.nn.Linear(50, 50), torch.nn.ReLU()
    )
    return torch.nn.ModuleDict({"hidden": hidden, "heads": torch.nn.Linear(50, 3 * K)})


def vectorised(net, x, y):
    logits, mu, s = net["heads"](net["hidden"](x)).chunk(3, dim=1)
    log_normal = -0.5 * (math.log(2 * math.pi) + s + (y - mu) ** 2 * torch.exp(-s))
    return -torch.logsumexp(torch.log_softmax(logits, 1) + log_normal, 1).mean()


def looped(net, x, y):
    logits, mu, s = net["heads"](net["hidden"](x)).chunk(3, dim=1)
    weights, variance = torch.softmax(logits, 1), torch.exp(s)
    likelihood = 0
    for k in range(K):
        normal = torch.exp(-((y[:, 0] - mu[:, k]) ** 2) / (2 * variance[:, k]))
        likelihood = likelihood + weights[:, k] * normal / torch.sqrt(2 * math.pi * variance[:, k])
    return -torch.log(likelihood + 1e-30).mean()


def seconds(loss, steps):
    net = network()
    adam = torch.optim.Adam(net.parameters(), lr=0.01)
    start = time.perf_counter()
    for step in range(steps):
        adam.zero_grad()
        loss(net, *batches[step % 2]).backward()
        adam.step()
    return (time.perf_counter() - start) * STEPS / steps


seconds(vectorised, 50)
print(json.dumps({"vectorised": seconds(vectorised, STEPS), "loop": seconds(looped, STEPS // 10)}))
