"""The peer's side of the Mahalanobis comparisons: the same formulas as a user would write them with NumPy and SciPy.

The points are drawn as in DistanceWork.cs.
"""
import numpy as np
import torch
from scipy.linalg import solve_triangular

D = 512


def repeat(once, n):
    weights = np.sin(np.arange(n))

    def run(count):
        for _ in range(count):
            result = once()
        return float(result @ weights)

    return run


def distances(x, mean, covariance):
    whitened = solve_triangular(np.linalg.cholesky(covariance), (x - mean).T, lower=True, check_finite=False)
    return np.sqrt((whitened * whitened).sum(0))


def make(name):
    workload, n = name.split(":")
    torch.manual_seed(0)
    x = torch.randn(int(n), D, dtype=torch.float64).numpy()
    factor = torch.randn(D, D, dtype=torch.float64).numpy()
    mean, covariance = torch.randn(D, dtype=torch.float64).numpy(), factor @ factor.T / D + np.eye(D)
    if workload == "distances":
        return repeat(lambda: distances(x, mean, covariance), int(n))
    return repeat(lambda: distances(x, x.mean(0), np.cov(x, rowvar=False, bias=True)), int(n))
