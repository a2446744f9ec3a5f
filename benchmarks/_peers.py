"""Libraries for decisions between alternatives, each asked for what comes nearest: a weighted sum of one alternative.

Six criteria, the last two of them costs, turned into benefits where a library takes nothing else. From plain numbers
to the score, as our evaluations start from plain numbers too.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

NAMES = ("practice", "networking", "discovery", "opportunity", "effort", "courtesy")
SCORES = (7.0, 2.0, 4.0, 5.0, 6.0, 3.0)
WEIGHTS = (0.3, 0.2, 0.1, 0.1, 0.2, 0.1)
SIGNS = (1, 1, 1, 1, -1, -1)


def decisionkit() -> Callable[[], object]:
    """Return a call of decisionkit, whose result has a sentence for each criterion."""
    from decisionkit import Criterion, DecisionModel

    directions = ["max" if sign > 0 else "min" for sign in SIGNS]
    criteria = [Criterion(*criterion) for criterion in zip(NAMES, WEIGHTS, directions, strict=True)]
    model = DecisionModel(criteria=criteria)
    alternative = {"id": "one", **dict(zip(NAMES, SCORES, strict=True))}
    return lambda: model.rank([alternative])


def pymcdm() -> Callable[[], object]:
    """Return a call of pymcdm."""
    import numpy as np
    from pymcdm.methods import WSM

    weights, types, method = np.array(WEIGHTS), np.array(SIGNS), WSM()
    return lambda: method(np.array([SCORES]), weights, types)


def scikit_criteria() -> Callable[[], object]:
    """Return a call of scikit-criteria."""
    from skcriteria import mkdm
    from skcriteria.agg.simple import WeightedSumModel

    objectives, method = [max] * len(SCORES), WeightedSumModel()
    return lambda: method.evaluate(mkdm([SCORES], objectives, weights=WEIGHTS))


def installed() -> dict[str, Callable[[], object]]:
    """Return the calls of those that are installed, by name and version; say which are not."""
    warnings.simplefilter("ignore")  # some warn, at every call, that one alternative is few
    calls = {}
    for package, make in (("decisionkit", decisionkit), ("pymcdm", pymcdm), ("scikit-criteria", scikit_criteria)):
        try:
            calls[f"{package} {version(package)}"] = make()
        except (ImportError, PackageNotFoundError):
            print(f"  {package} is not installed here: left out")
    return calls
