"""Records what scikit-learn 1.2 gives for two small tables: importances, trees, a penalised regression.

    python3 importance.py            (Debian's python3-sklearn) writes importance.json
"""
import json
import pathlib

import numpy
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.feature_selection import f_classif
from sklearn.inspection import permutation_importance
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

random = numpy.random.default_rng(11)
n = 240
x = random.normal(size=(n, 6))
x[:, 4] = 0.7 * x[:, 0] + 0.5 * x[:, 4]
logit = 2 * x[:, 0] - 1.5 * x[:, 1] + x[:, 2] * x[:, 3]
labels = (logit + 0.5 * random.normal(size=n) > 0).astype(int)
three = labels + (x[:, 1] > 0.8)
numbers = 3 * x[:, 0] + numpy.sin(2 * x[:, 1]) + 0.3 * random.normal(size=n)

linear = LinearRegression().fit(x, numbers)
paths = []
for share in (0.5, 0.2, 0.05, 0.01):
    centred = labels - labels.mean()
    largest = numpy.abs(x.T @ centred).max() / n
    fit = LogisticRegression(penalty="l1", C=1 / (n * share * largest), solver="saga", tol=1e-12, max_iter=200_000).fit(x, labels)
    paths.append({"lambda": share * largest, "weights": fit.coef_[0].tolist(), "intercept": float(fit.intercept_[0])})


def tree(model, targets):
    model.fit(x, targets)
    return {"importances": model.feature_importances_.tolist(), "predictions": [float(v) for v in model.predict(x)]}


pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps({
    "x": x.tolist(),
    "labels": labels.tolist(),
    "three": three.tolist(),
    "numbers": numbers.tolist(),
    "anova": f_classif(x, labels)[0].tolist(),
    "anova_three": f_classif(x, three)[0].tolist(),
    "correlation": [float(abs(numpy.corrcoef(x[:, j], numbers)[0, 1])) for j in range(6)],
    "lasso": paths,
    "largest_lambda": float(largest),
    "gini_tree": tree(DecisionTreeClassifier(max_depth=3, random_state=0), three),
    "gini_leaves": tree(DecisionTreeClassifier(max_depth=2, min_samples_leaf=40, random_state=0), labels),
    "variance_tree": tree(DecisionTreeRegressor(max_depth=3, random_state=0), numbers),
    "gini_forest": tree(RandomForestClassifier(2000, random_state=0), labels),
    "variance_forest": tree(RandomForestRegressor(500, random_state=0), numbers),
    "linear": {"weights": linear.coef_.tolist(), "intercept": float(linear.intercept_)},
    "permutation": permutation_importance(linear, x, numbers, scoring="neg_mean_absolute_error", n_repeats=200, random_state=0).importances_mean.tolist(),
}, indent=1) + "\n")
