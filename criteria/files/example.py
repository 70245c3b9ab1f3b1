"""The fictional example that ships with the program."""

from __future__ import annotations

import functools

from criteria.files.study_file import decode_study
from criteria.model.study import Study
from criteria.shipped import resource


@functools.lru_cache(maxsize=1)
def example_study() -> Study:
    """The example: 24 fictional projects with published country figures, and one stakeholder's 30 judgements.

    It is stored as a study file; packaging/make_example.py makes that from portfolio.csv and example.toml.
    """
    path = resource("example", "example.proportio")
    return decode_study(path.read_bytes(), path.name)
