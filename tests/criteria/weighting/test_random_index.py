"""Random index tables and their correction for missing comparisons."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.errors import MethodError
from criteria.weighting.random_index import TABLES, random_index, random_index_source
from tests.support.reference import case

PUBLISHED = {
    "alonso_lamata": "alonso_lamata_2006",
    "saaty_1980": "saaty_1980",
    "saaty_2005": "saaty_2007_superdecisions",
    "tummala_ling": "tummala_ling_1998",
    "donegan_dodd": "donegan_dodd_1991",
}


@pytest.mark.parametrize("table", sorted(TABLES))
def test_that_each_table_holds_its_published_values(table: str) -> None:
    """Saaty 1980 and 2005; Alonso & Lamata 2006; Tummala & Ling 1998; Donegan & Dodd 1991."""
    published = case("ri-tables").expected["tables"][PUBLISHED[table]]
    assert [random_index(n, table) for n in range(1, 16)] == published


def test_that_above_fifteen_items_every_table_continues_by_the_regression() -> None:
    """Alonso & Lamata 2006: mean lambda_max = 2.7699 n - 4.3513."""
    for table in TABLES:
        assert random_index(20, table) == pytest.approx((2.7699 * 20 - 4.3513 - 20) / 19)
        assert random_index_source(20, table) == "alonso_lamata_regression"
        assert random_index_source(15, table) == table


@pytest.mark.parametrize(
    ("n", "missing", "expected"), [(4, 1, 0.589), (4, 2, 0.295), (5, 2, 0.739), (6, 3, 0.874), (4, 3, 0.0)]
)
def test_that_missing_comparisons_lower_the_index(n: int, missing: int, expected: float) -> None:
    """Agoston & Csato 2022: RI(n, m) = RI(n) (1 - 2m/((n-1)(n-2)))."""
    assert random_index(n, missing=missing) == pytest.approx(expected, abs=2e-3)


def test_that_the_table_agrees_with_random_matrices() -> None:
    """RI is the mean CI of reciprocal matrices filled from Saaty's 17 values (Alonso & Lamata 2006)."""
    from criteria.weighting.eigenvector import principal_stack
    from criteria.weighting.repair import SAATY_VALUES

    generator = np.random.default_rng(5)
    upper = generator.choice(SAATY_VALUES, (20_000, 6))
    stack = np.ones((len(upper), 4, 4))
    rows, columns = np.triu_indices(4, 1)
    stack[:, rows, columns], stack[:, columns, rows] = upper, 1 / upper
    mean = float(((principal_stack(stack)[1] - 4) / 3).mean())
    assert random_index(4) == pytest.approx(mean, abs=0.015)


def test_that_an_unknown_table_is_refused_with_the_known_ones() -> None:
    with pytest.raises(MethodError, match="saaty_1980"):
        random_index(4, "saaty")


def test_that_more_missing_judgements_than_pairs_are_refused() -> None:
    with pytest.raises(MethodError, match="4 missing"):
        random_index(3, missing=4)
