#!/usr/bin/env python3
"""EASE in NumPy, for the figures in tests/unit/customer/recommendation_test.cpp.

    python3 tests/reference/ease.py ../shared/data/movielens_100k/ua.base.xz

Prints, for all films and for the 200 most rated (ties: the smaller number), a few weights and their sum of
absolute values, with ridge 100. Needs Debian's python3-numpy.
"""
import lzma
import sys

import numpy as np


def weights(x, ridge):
    gram = x.T @ x + ridge * np.eye(x.shape[1])
    p = np.linalg.inv(gram)
    b = -p / np.diag(p)
    np.fill_diagonal(b, 0)
    return b


pairs = [line.split("\t")[:2] for line in lzma.open(sys.argv[1], "rt")]
users = np.array([int(user) - 1 for user, _ in pairs])
films = np.array([int(film) - 1 for _, film in pairs])
x = np.zeros((users.max() + 1, films.max() + 1))
x[users, films] = 1
count = x.sum(axis=0)
for most in (x.shape[1], 200):
    kept = np.sort(np.argsort(-count, kind="stable")[:most])
    kept = kept[count[kept] > 0]
    b = weights(x[:, kept], 100)
    at = {film: place for place, film in enumerate(kept)}
    print(len(kept), "films, sum of |weights|", repr(np.abs(b).sum()))
    for i, j in ((0, 49), (49, 0), (49, 180), (180, 49), (99, 257)):
        print("  weight", i, j, repr(b[at[i], at[j]]))
