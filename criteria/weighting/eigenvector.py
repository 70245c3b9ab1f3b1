"""Principal eigenvectors of positive matrices by repeated squaring, for one matrix or a stack of them."""

from __future__ import annotations

import numpy as np

from criteria.arrays import Floats

MOST_ROUNDS = 12
RESIDUAL = 1e-14


def principal(matrix: Floats) -> tuple[Floats, float]:
    """The principal right eigenvector w (sum 1) and lambda_max of an n x n matrix (Saaty 1977).

    Squaring k times equals 2^k power steps, so five squarings settle an ordinary matrix; the residual
    decides whether more are needed. Zeros are allowed where powers of the matrix become positive.
    """
    power = matrix * (1.0 / matrix.max())
    power = power @ power
    power = power @ power
    power = power @ power
    vector, largest = power[:, 0], 0.0
    for _ in range(MOST_ROUNDS):
        power = power @ power
        power = power @ power
        vector = power.sum(axis=1)
        vector /= vector.sum()
        image = matrix @ vector
        largest = float(image.sum())
        image -= largest * vector
        if image.dot(image) <= (RESIDUAL * largest) ** 2:
            break
        power *= 1.0 / power.max()
    return vector, largest


def principal_stack(stack: Floats) -> tuple[Floats, Floats]:
    """The principal eigenvectors (k x n, rows sum 1) and lambda_max (k) of k positive n x n matrices."""
    power = stack / stack.max(axis=(-2, -1), keepdims=True)
    vectors = np.empty(stack.shape[:2])
    largest = np.empty(len(stack))
    for _ in range(MOST_ROUNDS):
        for _ in range(3):
            power = power @ power
        power /= power.max(axis=(-2, -1), keepdims=True)
        vectors = power.sum(axis=-1)
        vectors /= vectors.sum(axis=-1, keepdims=True)
        images = (stack @ vectors[..., None])[..., 0]
        largest = images.sum(axis=-1)
        images -= largest[:, None] * vectors
        if (np.einsum("ij,ij->i", images, images) <= np.square(RESIDUAL * largest)).all():
            break
    return vectors, largest
