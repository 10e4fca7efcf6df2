"""The peer's side of the relevance comparisons: the same rules in plain PyTorch, in the four steps of Montavon et al. 2019:
z = rho-layer(a), s = R / S(z), c = gradient of <z, s> by a, R = a c. Pruning sorts.
"""
import copy

import torch
import torch.nn as nn

EPSILON, GAMMA, POSITIVE, NEGATIVE = 1e-6, 0.25, 0.25, 0.125


def vgg():
    def conv(first, second):
        return [nn.Conv2d(first, second, 3, padding=1), nn.ReLU()]

    return nn.Sequential(
        *conv(3, 16), *conv(16, 16), nn.MaxPool2d(2), *conv(16, 32), *conv(32, 32), nn.MaxPool2d(2),
        *conv(32, 64), *conv(64, 64), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(4096, 64), nn.ReLU(), nn.Linear(64, 4))


def mlp():
    return nn.Sequential(nn.Linear(784, 512), nn.ReLU(), nn.Linear(512, 512), nn.ReLU(), nn.Linear(512, 10))


def more_positive(layer):
    changed = copy.deepcopy(layer)
    with torch.no_grad():
        for parameter in changed.parameters():
            parameter += GAMMA * parameter.clamp(min=0)
    return changed


def transposed(layer, a, through):
    a = a.detach().requires_grad_(True)
    z = layer(a)
    (c,) = torch.autograd.grad(z, a, through(z.detach()))
    return a.detach(), c


def stable(z):
    return z + torch.where(z >= 0, EPSILON, -EPSILON)


def prune(r):
    rows = r.flatten(1)
    factor = torch.zeros_like(rows)
    for sign, share in ((1, POSITIVE), (-1, NEGATIVE)):
        size = (sign * rows).clamp(min=0)
        values = size.sort(1)[0]
        sums = values.double().cumsum(1)
        mass = sums[:, -1:]
        last = torch.cat([values[:, :-1] != values[:, 1:], torch.ones_like(values[:, :1], dtype=torch.bool)], 1)
        threshold = (values * (last & (sums <= share * mass * (1 + 1e-6)))).amax(1, keepdim=True)
        kept = size > threshold
        factor += kept * (mass / (size * kept).sum(1, keepdim=True).clamp(min=1e-30))
    return (rows * factor).view_as(r)


def explain(net, x, gamma, pruned):
    layers = list(net)
    with torch.no_grad():
        activations = [x]
        for layer in layers:
            activations.append(layer(activations[-1]))
    scores = activations[-1]
    r = torch.zeros_like(scores).scatter_(1, scores.argmax(1, keepdim=True), scores.amax(1, keepdim=True))
    for i in reversed(range(len(layers))):
        layer, a = layers[i], activations[i]
        if isinstance(layer, nn.ReLU):
            continue
        if isinstance(layer, (nn.Linear, nn.Conv2d)):
            a, c = transposed(more_positive(layer) if gamma else layer, a, lambda z: r / stable(z))
            r = a * c
            if pruned and i > 0:
                r = prune(r)
        else:
            _, r = transposed(layer, a, lambda z: r)
    return r


def make(name):
    network, work = name.split("-")
    torch.manual_seed(0)
    net = vgg() if network == "vgg" else mlp()
    x = torch.randn(64, 3, 64, 64) if network == "vgg" else torch.randn(64, 784)

    def run(count):
        for _ in range(count):
            r = explain(net, x, work == "gamma", work == "lambda")
        return r.abs().sum().item()

    return run
