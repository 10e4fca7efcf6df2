"""The peer's side of the graph comparisons: scikit-learn's brute-force neighbours, SciPy's sparse matrices and ARPACK.

The points are drawn as in GraphCase.cs.
"""
import functools
import math

import numpy as np
import scipy.sparse as sp
import torch
from scipy.sparse.csgraph import connected_components, laplacian
from scipy.sparse.linalg import eigsh
from sklearn.neighbors import NearestNeighbors

K = 10
RESIDUAL = 1e-6


@functools.lru_cache(None)
def points(n, sheet=False):
    torch.manual_seed(0)
    if not sheet:
        centres = torch.randn(10, 128, dtype=torch.float64) * 0.5
        return (centres.index_select(0, torch.arange(n) % 10) + torch.randn(n, 128, dtype=torch.float64)).numpy()
    along, across = torch.rand(n, dtype=torch.float64), torch.rand(n, dtype=torch.float64)
    angle = (along * 2 + 1) * (1.5 * math.pi)
    return torch.stack([angle * angle.cos(), across * 21, angle * angle.sin()], 1).numpy()


@functools.lru_cache(None)
def neighbours(n, sheet=False):
    return search(points(n, sheet))


def search(x):
    return NearestNeighbors(n_neighbors=K, algorithm="brute").fit(x).kneighbors()


def join(distances, indices):
    n = len(indices)
    weights = np.exp(-(distances / distances.mean()) ** 2)
    one_sided = sp.csr_matrix((weights.ravel(), indices.ravel(), np.arange(0, n * K + 1, K)), shape=(n, n))
    return one_sided.maximum(one_sided.T)


@functools.lru_cache(None)
def graph(n, sheet=False):
    return join(*neighbours(n, sheet))


def repeat(once, check):
    def run(count):
        for _ in range(count):
            result = once()
        return check(result)

    return run


def places(found):
    value = 0
    for index in found[1].ravel().tolist():
        value = (value * 31 + index + 1) % 2147483647
    return float(value)


def form(matrix):
    wave = np.sin(np.arange(matrix.shape[0]))
    return float(wave @ (matrix @ wave))


def filtering(n):
    bound, order, nodes = 2.0, 30, 1024
    shifted = (laplacian(graph(n), normed=True) * (2 / bound) - sp.identity(n)).tocsr()
    angles = math.pi * (np.arange(nodes) + 0.5) / nodes
    values = np.exp(-10 * bound * (1 + np.cos(angles)) / 2)
    series = [float(np.sum(values * np.cos(k * angles))) * (1 if k == 0 else 2) / nodes for k in range(order + 1)]
    signals = np.sin(np.arange(n * 16)).reshape(n, 16)

    def once():
        before, now = signals, shifted @ signals
        total = series[0] * before + series[1] * now
        for k in range(2, order + 1):
            before, now = now, 2 * (shifted @ now) - before
            total += series[k] * now
        return total

    return repeat(once, lambda result: float(np.sum(result * signals)))


def eigenpairs(n, sheet=False):
    matrix = laplacian(graph(n, sheet), normed=True).tocsr()
    flipped = (2 * sp.identity(n) - matrix).tocsr()

    def check(found):
        values, vectors = 2 - found[0], found[1]
        residual = np.linalg.norm(matrix @ vectors - vectors * values, axis=0).max()
        if residual > RESIDUAL:
            raise ArithmeticError(f"a residual is {residual}")
        return float(values.sum())

    # ARPACK's tolerance is relative to the eigenvalue, here about 2.
    return repeat(lambda: eigsh(flipped, k=10, which="LA", tol=RESIDUAL / 2), check)


MAKERS = {
    "neighbours": lambda n: repeat(functools.partial(search, points(n)), places),
    "graph": lambda n: repeat(lambda: laplacian(join(*neighbours(n)), normed=True), form),
    "laplacian": lambda n: repeat(lambda: laplacian(graph(n), normed=True), form),
    "components": lambda n: repeat(lambda: connected_components(graph(n), directed=False), lambda found: float(found[0])),
    "filter": filtering,
    "eigenpairs": eigenpairs,
    "sheet": lambda n: eigenpairs(n, sheet=True),
}


def make(name):
    workload, size = name.split(":")
    run = MAKERS[workload](int(size))
    # What is computed once and kept must not fall into the first timed run.
    if workload in ("graph", "laplacian", "components"):
        graph(int(size))
    return run
