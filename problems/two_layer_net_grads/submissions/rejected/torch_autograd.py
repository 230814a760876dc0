"""Lets a library differentiate."""

import torch


def two_layer_net_grads(X, y, W1, b1, W2, b2):
    given = [torch.tensor(v, dtype=torch.float64, requires_grad=True) for v in (W1, b1, W2, b2)]
    z = torch.relu(torch.tensor(X) @ given[0] + given[1]) @ given[2] + given[3]
    loss = torch.nn.functional.binary_cross_entropy_with_logits(z, torch.tensor(y).double())
    loss.backward()
    return loss.item(), *(v.grad.numpy() for v in given)
