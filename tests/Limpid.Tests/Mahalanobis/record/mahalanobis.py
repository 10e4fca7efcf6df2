"""Records what scikit-learn 1.2 and SciPy 1.10 give for small tables: covariances, distances, components, a mixture, an assignment.

    python3 mahalanobis.py           (Debian's python3-sklearn) writes mahalanobis.json
"""
import json
import pathlib

import numpy
from scipy.linalg import subspace_angles
from scipy.optimize import linear_sum_assignment
from sklearn.covariance import EmpiricalCovariance, ShrunkCovariance
from sklearn.decomposition import PCA
from sklearn.mixture import GaussianMixture

random = numpy.random.default_rng(8)
x = random.normal(size=(60, 4)) @ random.normal(size=(4, 4)) + random.normal(size=4)
new = 2 * random.normal(size=(12, 4))
empirical = EmpiricalCovariance().fit(x)
shrunk = ShrunkCovariance(shrinkage=0.2).fit(x)
pca = PCA(whiten=True).fit(x)
signs = numpy.sign(pca.components_[numpy.arange(4), numpy.abs(pca.components_).argmax(1)])

clusters = numpy.concatenate([random.normal(size=(90, 2)) @ [[1, 0], [1, 0.5]], random.normal(size=(60, 2)) * [0.5, 1.5] + [4, 1], random.normal(size=(50, 2)) + [0, 6]])
mixture = GaussianMixture(3, tol=1e-12, max_iter=5000, n_init=5, random_state=0).fit(clusters)
order = mixture.weights_.argsort()

cost = random.normal(size=(7, 9))
a, b = random.normal(size=(2, 5)), random.normal(size=(3, 5))

pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps({
    "x": x.tolist(),
    "new": new.tolist(),
    "mean": empirical.location_.tolist(),
    "covariance": empirical.covariance_.tolist(),
    "mahalanobis": empirical.mahalanobis(new).tolist(),
    "shrunk": shrunk.covariance_.tolist(),
    "shrunk_mahalanobis": shrunk.mahalanobis(new).tolist(),
    "pca_variances": pca.explained_variance_.tolist(),
    "pca_components": (pca.components_ * signs[:, None]).tolist(),
    "pca_whitened": (pca.transform(new) * signs).tolist(),
    "clusters": clusters.tolist(),
    "mixture_weights": mixture.weights_[order].tolist(),
    "mixture_means": mixture.means_[order].tolist(),
    "mixture_covariances": [c.ravel().tolist() for c in mixture.covariances_[order]],
    "mixture_score": float(mixture.score(clusters)),
    "mixture_responsibilities": mixture.predict_proba(clusters[::20])[:, order].tolist(),
    "cost": cost.tolist(),
    "assignment": linear_sum_assignment(cost)[1].tolist(),
    "a": a.tolist(),
    "b": b.tolist(),
    "angles": sorted(subspace_angles(a.T, b.T).tolist()),
}, indent=1) + "\n")
