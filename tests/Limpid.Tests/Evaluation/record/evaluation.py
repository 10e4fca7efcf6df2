"""Records what scikit-learn 1.2 and SciPy 1.10 give for maps with and without ties.

    python3 evaluation.py            (Debian's python3-sklearn) writes evaluation.json
"""
import json
import pathlib

import numpy
from scipy.stats import entropy, spearmanr
from sklearn.metrics import roc_auc_score

random = numpy.random.default_rng(7)
cases = []
for n, levels in [(5, 3), (12, 4), (40, 7), (40, 1000), (200, 25)]:
    first = numpy.round(random.normal(size=n) * levels / 2) / 4
    second = numpy.round((first + random.normal(size=n)) * levels / 2) / 4
    mask = random.random(n) < 0.4
    mask[0], mask[1] = True, False
    cases.append({
        "first": first.tolist(),
        "second": second.tolist(),
        "mask": mask.astype(int).tolist(),
        "auc": roc_auc_score(mask, first),
        "auc_positive": roc_auc_score(mask, numpy.maximum(first, 0)),
        "auc_absolute": roc_auc_score(mask, numpy.abs(first)),
        "spearman": spearmanr(first, second)[0],
        "spearman_absolute": spearmanr(numpy.abs(first), numpy.abs(second))[0],
        "entropy": entropy(numpy.abs(first)),
    })
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(cases, indent=1) + "\n")
