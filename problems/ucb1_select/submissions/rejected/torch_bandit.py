"""Lets a library draw and choose."""

import torch


def ucb1_select(counts, sums, t):
    n = torch.tensor(counts, dtype=torch.float64)
    return int(torch.argmax(torch.tensor(sums) / n + torch.sqrt(2 * torch.log(torch.tensor(float(t))) / n)))


def epsilon_greedy_run(probs, eps, T, seed):
    torch.manual_seed(seed)
    return 0, [0] * len(probs)
