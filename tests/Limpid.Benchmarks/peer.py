"""The peer's side of every comparison: what a user would pick instead, Debian's PyTorch on OpenBLAS.

Reads "NAME COUNT" lines, runs the workload COUNT times and answers "SECONDS CHECK".
"""
import os
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

torch.set_num_threads(int(os.environ["OMP_NUM_THREADS"]))


def small(apply):
    torch.manual_seed(0)
    x, y = torch.rand(8, 8), torch.rand(8, 8)

    def run(count):
        for _ in range(count):
            z = apply(x, y)
        return z.sum().item()

    return run


def training(first, second, optimizer, x, loss):
    net = nn.ModuleList([first, second])
    opt = optimizer(net.parameters())

    def run(count):
        for _ in range(count):
            opt.zero_grad()
            total = loss(second(first(x)))
            total.backward()
            opt.step()
        return total.item()

    return run


def cross_entropy(batch):
    labels = torch.randint(10, (batch,))
    return lambda logits: F.cross_entropy(logits, labels)


def adam(parameters):
    return torch.optim.Adam(parameters)


def sgd(parameters):
    return torch.optim.SGD(parameters, 0.01, momentum=0.9)


def mlp(optimizer):
    torch.manual_seed(0)
    first, second = nn.Sequential(nn.Linear(784, 128), nn.ReLU()), nn.Linear(128, 10)
    return training(first, second, optimizer, torch.rand(64, 784), cross_entropy(64))


def cnn():
    torch.manual_seed(0)
    first = nn.Sequential(
        nn.Conv2d(1, 32, 5, padding=2), nn.LeakyReLU(0.2), nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 5, padding=2), nn.LeakyReLU(0.2), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(3136, 64), nn.LeakyReLU(0.2))
    return training(first, nn.Linear(64, 10), adam, torch.rand(256, 1, 28, 28), cross_entropy(256))


class SpectralLinear(nn.Module):
    """kernel = base (l_in - l_out); l_out stays 0."""

    def __init__(self, inputs, outputs):
        super().__init__()
        self.base = nn.Parameter(nn.init.xavier_uniform_(torch.empty(inputs, outputs)))
        self.inputs = nn.Parameter(torch.ones(inputs, 1))
        self.register_buffer("outputs", torch.zeros(1, outputs))
        self.bias = nn.Parameter(torch.zeros(outputs))

    def forward(self, x):
        return F.linear(x, (self.base * (self.inputs - self.outputs)).t(), self.bias)


def dense(layer):
    torch.manual_seed(0)
    x, y = torch.rand(500, 784), torch.rand(500, 512)
    return training(layer, nn.Identity(), adam, x, lambda output: F.mse_loss(output, y))


MAKERS = {
    "small-add": lambda: small(lambda x, y: x + y),
    "small-scale": lambda: small(lambda x, y: x * 2.0),
    "small-relu": lambda: small(lambda x, y: x.relu()),
    "small-matmul": lambda: small(lambda x, y: x.mm(y)),
    "small-sum": lambda: small(lambda x, y: x.sum()),
    "mlp-sgd": lambda: mlp(sgd),
    "mlp-adam": lambda: mlp(adam),
    "cnn-adam": cnn,
    "dense": lambda: dense(nn.Linear(784, 512)),
    "dense-spectral": lambda: dense(SpectralLinear(784, 512)),
}


def make(name):
    if name.startswith("relevance-"):
        import peer_relevance
        return peer_relevance.make(name[len("relevance-"):])
    if ":" not in name:
        return MAKERS[name]()
    if name.split(":")[0] in ("influence", "critic"):
        import peer_margin
        return peer_margin.make(name)
    if name.split(":")[0] in ("distances", "fit-distances"):
        import peer_mahalanobis
        return peer_mahalanobis.make(name)
    import peer_graphs  # It takes seconds to load and not every run needs it.
    return peer_graphs.make(name)


ready = {}
for line in sys.stdin:
    name, count = line.split()
    if name not in ready:
        ready[name] = make(name)
    start = time.perf_counter()
    check = ready[name](int(count))
    print(repr(time.perf_counter() - start), repr(check), flush=True)
