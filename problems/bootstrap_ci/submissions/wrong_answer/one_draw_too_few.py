"""n - 1 draws for each resample."""

import random


def quantile(values, a):
    place = a * (len(values) - 1)
    low = int(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (place - low) * (values[high] - values[low])


def bootstrap_ci(x, n_boot, level, seed):
    if len(x) == 0 or n_boot < 1 or not 0 < level < 1:
        raise ValueError("no numbers, no resamples, or a level that is not between 0 and 1")
    rng = random.Random(seed)
    means = []
    for _ in range(n_boot):
        resample = rng.choices(x, k=max(1, len(x) - 1))
        means.append(sum(resample) / len(resample))
    means.sort()
    return quantile(means, (1 - level) / 2), quantile(means, (1 + level) / 2)
