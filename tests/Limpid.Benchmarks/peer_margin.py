"""The peer's side of the MARGIN comparisons: the same formulas as a user would write them with NumPy, SciPy and scikit-learn."""
import numpy as np
import scipy.sparse as sp
from sklearn.metrics.pairwise import rbf_kernel
from sklearn.neighbors import NearestNeighbors

from peer_graphs import points, repeat

K, GAMMA = 20, 0.01


def influence(x):
    n = len(x)
    indices = NearestNeighbors(n_neighbors=K, algorithm="brute").fit(x).kneighbors(return_distance=False)
    one_sided = sp.csr_matrix((np.ones(n * K), indices.ravel(), np.arange(0, n * K + 1, K)), shape=(n, n))
    weights = one_sided.maximum(one_sided.T).tocsr()
    kernel = rbf_kernel(x, gamma=GAMMA)
    rows = kernel.sum(1)
    total = rows.sum()
    signal = np.empty(n)
    for i in range(n):
        removed = np.append(weights.indices[weights.indptr[i]:weights.indptr[i + 1]], i)
        m, gone = n - len(removed), rows[removed].sum()
        square = total / n**2 + (total - 2 * gone + kernel[np.ix_(removed, removed)].sum()) / m**2 - 2 * (total - gone) / (n * m)
        signal[i] = np.sqrt(max(0, square))
    walk = sp.diags(1 / np.asarray(weights.sum(1)).ravel()) @ weights
    filtered = np.abs(signal - walk @ signal)
    return filtered / filtered.max()


def critic(x, prototypes=200, criticisms=50):
    kernel = rbf_kernel(x, gamma=GAMMA)
    means, diagonal = kernel.mean(1), kernel.diagonal()
    near, free, chosen = np.zeros(len(x)), np.ones(len(x), bool), []
    for t in range(prototypes):
        score = np.where(free, 2 * means - (2 * near + diagonal) / (t + 1), -np.inf)
        chosen.append(int(score.argmax()))
        free[chosen[-1]] = False
        near += kernel[chosen[-1]]
    gap, apart = np.abs(means - near / prototypes), []
    for _ in range(criticisms):
        left = diagonal
        if apart:
            part = kernel[apart]
            left = diagonal - (part * np.linalg.solve(part[:, apart], part)).sum(0)
        score = np.where(free, gap + np.log(np.abs(left)), -np.inf)
        apart.append(int(score.argmax()))
        free[apart[-1]] = False
    return chosen + apart


def places(found):
    value = 0
    for index in found:
        value = (value * 31 + index + 1) % 2147483647
    return float(value)


MAKERS = {
    "influence": lambda n: repeat(lambda: influence(points(n)), lambda scores: float(scores @ np.sin(np.arange(n)))),
    "critic": lambda n: repeat(lambda: critic(points(n)), places),
}


def make(name):
    workload, size = name.split(":")
    points(int(size))
    return MAKERS[workload](int(size))
