"""Rankings of alternatives: TOPSIS, AHP, benefit and risk, and how far two rankings agree."""
