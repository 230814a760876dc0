"""Lets a library do the test."""


def ab_test(c1, n1, c2, n2):
    from statsmodels.stats.proportion import proportions_ztest

    return proportions_ztest([c2, c1], [n2, n1])
