"""Writes data sets and what SciPy, pingouin and statsmodels say of them, as compact JSON, to standard output.

Values are whole numbers of which `unit` make 1, so that a data set without spread has none here either: means of equal
fractions would leave a hair of it. What does not exist is null.
"""

import json
import math
import sys
import warnings

import numpy as np
import pandas
import pingouin
import scipy
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

SEED = 20260
rng = np.random.default_rng(SEED)
# Data sets without spread are meant: their figures are not numbers, and null is written.
warnings.simplefilter("ignore")


def number(value):
    return float(value) if math.isfinite(value) else None


def numbers(*values):
    found = [number(value) for value in values]
    return None if None in found else found


# How the values of a side are drawn: their unit, and `size` of them.
def answers(size):
    weights = rng.dirichlet(np.full(5, 1.5))
    return rng.choice(np.arange(1, 6), size=size, p=weights)


def sixths(size):
    middle = rng.uniform(8, 28)
    return np.clip(np.rint(rng.normal(middle, rng.uniform(1, 8), size)), 6, 30).astype(int)


def two_sides(kind, first, second):
    if kind == "distinct":
        # Drawn without putting back, and one side lifted, so that differences are of every size.
        drawn = rng.permutation(2_000)[: first + second] * 2
        return 10, drawn[:first], drawn[first:] + 1 + 2 * rng.integers(-800, 800)
    draw = answers if kind == "answers" else sixths
    return (1 if kind == "answers" else 6), draw(first), draw(second)


def compared(kind, first, second):
    unit, one, other = two_sides(kind, first, second)
    spread = np.var(one) + np.var(other) > 0
    welch = stats.ttest_ind(one, other, equal_var=False)
    interval = welch.confidence_interval(0.95)
    ranks = stats.mannwhitneyu(one, other, method="auto")
    above = sum(int(a > b) - int(a < b) for a in one for b in other)
    result = {
        "unit": unit,
        "one": one.tolist(),
        "other": other.tolist(),
        "welch": numbers(welch.statistic, welch.df, welch.pvalue, interval.low / unit, interval.high / unit)
        if spread
        else None,
        "g": number(pingouin.compute_effsize(one, other, eftype="hedges")) if spread else None,
        "ranks": [float(ranks.statistic), float(ranks.pvalue)],
        "delta": above / (len(one) * len(other)),
    }
    if first == second:
        paired = stats.ttest_rel(one, other)
        interval = paired.confidence_interval(0.95)
        moved = np.var(one - other) > 0
        found = numbers(paired.statistic, paired.df, paired.pvalue, interval.low / unit, interval.high / unit)
        result["paired"] = found if moved else None
    return result


def pooled(respondents, items):
    ability = rng.normal(0, 1, (respondents, 1)) * rng.uniform(0, 1.5)
    values = np.clip(np.rint(3 + ability + rng.normal(0, 1, (respondents, items))), 1, 5).astype(int)
    mean = np.corrcoef(values.T)[np.triu_indices(items, 1)].mean()
    alpha = pingouin.cronbach_alpha(data=pandas.DataFrame(values))[0]
    # A row is written as its digits.
    rows = ["".join(map(str, row)) for row in values.tolist()]
    return {"rows": rows, "alpha": number(alpha), "standardised": number(items * mean / (1 + (items - 1) * mean))}


def several(size):
    p = np.round(rng.uniform(0, 1, size) ** 3, rng.integers(2, 9))
    return {"p": p.tolist(), "holm": pingouin.multicomp(p.tolist(), method="holm")[1].tolist()}


def ranked(size):
    among = rng.integers(0, 60, size)
    figure = int(rng.integers(0, 60))
    percentile = stats.percentileofscore(among, figure, kind="mean")
    return {"figure": figure, "among": among.tolist(), "percentile": float(percentile)}


def student():
    degrees = [*np.exp(rng.uniform(0, math.log(5_000), 100)).tolist(), *range(1, 21), 199.5, 200.0, 250.25, 20_000.0, 100_000.5, 400_000.0]
    # Differences from far too small to see to far too large to be chance.
    t = (10 ** rng.uniform(-9, 2, len(degrees))).tolist()
    return [[v, x, float(2 * stats.t.sf(x, v))] for v, x in zip(degrees, t)]


def sizes():
    return int(rng.integers(2, 41)), int(rng.integers(2, 41))


def two_sided_sets():
    for kind in ["answers", "sixths", "distinct"]:
        yield from (compared(kind, *sizes()) for _ in range(60))
        yield from (compared(kind, size, size) for size in range(2, 22))
    # The distribution of U is exact only if one side has few values.
    yield from (compared("distinct", *pair) for pair in [(8, 40), (9, 8), (9, 9), (2, 2), (2, 40), (8, 8), (7, 33)])


json.dump(
    {
        "made_with": {
            "seed": SEED,
            "numpy": np.__version__,
            "pingouin": pingouin.__version__,
            "scipy": scipy.__version__,
        },
        "compared": list(two_sided_sets()),
        "pooled": [pooled(int(rng.integers(30, 90)), int(rng.integers(2, 8))) for _ in range(40)],
        "several": [several(int(rng.integers(1, 20))) for _ in range(40)],
        "ranked": [ranked(int(rng.integers(1, 40))) for _ in range(40)],
        "student": student(),
        "wilson": [[k, n, *proportion_confint(k, n, method="wilson")] for n in [1, 2, 7, 20, 64] for k in range(0, n + 1, 1 + n // 8)],
        "detectable": [[n, float(pingouin.power_ttest(n=n, power=0.8, alpha=0.05))] for n in [5, 8, 10, 15, 20, 30, 64]],
    },
    sys.stdout,
    separators=(",", ":"),
)
print()
