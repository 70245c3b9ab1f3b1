"""Random indices: the mean consistency index of random matrices, by which CI is divided."""

from __future__ import annotations

from types import MappingProxyType

from criteria.errors import MethodError

TABLES = MappingProxyType(
    {
        # Alonso & Lamata 2006, mean over 500,000 random matrices of each size.
        "alonso_lamata": (
            0.5247, 0.8816, 1.1086, 1.2479, 1.3417, 1.4057, 1.4499,
            1.4854, 1.5140, 1.5365, 1.5551, 1.5713, 1.5838,
        ),
        # Saaty 1980; it falls from 1.51 to 1.48 at n = 12, as printed.
        "saaty_1980": (0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59),
        "saaty_2005": (0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59),
        # Tummala & Ling 1998.
        "tummala_ling": (
            0.5799, 0.8921, 1.1159, 1.2358, 1.3322, 1.3952, 1.4537,
            1.4882, 1.5117, 1.5356, 1.5571, 1.5714, 1.5831,
        ),
        # Donegan & Dodd 1991.
        "donegan_dodd": (
            0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733,
            1.4055, 1.4213, 1.4497, 1.4643, 1.4822, 1.4969,
        ),
    }
)  # fmt: skip
"""Random index of each table for n = 3 to 15."""

LARGEST_TABULATED = 15


def random_index(n: int, table: str = "alonso_lamata", missing: int = 0) -> float:
    """The mean CI of random n x n matrices with `missing` comparisons left out; 0 where CR is not defined.

    Above n = 15 every table continues by the regression of Alonso & Lamata 2006 (mean lambda_max =
    2.7699 n - 4.3513); missing comparisons lower it by the factor of Agoston & Csato 2022,
    1 - 2m / ((n-1)(n-2)). Raises MethodError for an unknown table or an impossible count.
    """
    if table not in TABLES:
        raise MethodError(f"There is no random index table '{table}'; choose one of {', '.join(TABLES)}.")
    if n < 1 or not 0 <= missing <= n * (n - 1) // 2:
        raise MethodError(f"A comparison of {n} items cannot have {missing} missing judgements.")
    if n <= 2:
        return 0.0
    complete = TABLES[table][n - 3] if n <= LARGEST_TABULATED else (1.7699 * n - 4.3513) / (n - 1)
    return complete * max(0.0, 1.0 - 2.0 * missing / ((n - 1) * (n - 2)))


def random_index_source(n: int, table: str = "alonso_lamata") -> str:
    """The name to print beside a CR: the table, or `alonso_lamata_regression` above n = 15."""
    return table if n <= LARGEST_TABULATED else "alonso_lamata_regression"
