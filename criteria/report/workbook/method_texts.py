"""Every formula of the workbook in words, with its source: part, term, what is computed, source."""

from __future__ import annotations

from criteria.report.workbook.answer_texts import ANSWER_TEXTS

METHOD_TEXTS: tuple[tuple[str, str, str, str], ...] = (
    (
        "Screening",
        "Red lines",
        (
            "A condition is read in three-valued logic: and is the smallest, or the largest, not is 1 minus; "
            "an unknown value is 0.5. Exclude goes before refer, refer before conditional."
        ),
        "Kleene 1952",
    ),
    (
        "Screening",
        "Excluded projects",
        (
            "They get no rank and move no norm; their shadow rank is the place they would take if no red line"
            " existed."
        ),
        "",
    ),
    (
        "Safeguards",
        "Credibility",
        (
            "Believed share of a nominal effect: technical 1, contractual 0.5 + 0.5 r, political r, with r = "
            "(rule of law + 2.5) / 5. An unknown rule of law counts as r = 0."
        ),
        "",
    ),
    (
        "Safeguards",
        "Cap",
        (
            "A criterion moves by at most 2 levels, by at most 3 where technical de-scoping touches it, never"
            " past an end of its scale. Country figures never move."
        ),
        "",
    ),
    (
        "Scores",
        "Value",
        (
            "linear (x − worst) / (best − worst); logarithmic the same on ln(1 + x); piecewise by linear "
            "interpolation; always clipped to 0..1. Anchors are fixed, so a new project changes no other's "
            "values."
        ),
        "",
    ),
    (
        "Scores",
        "Missing figure",
        "Never guessed: it stands at its worst and at its best, and the score and rank become ranges.",
        "",
    ),
    (
        "Weights",
        "Eigenvector",
        "A w = λmax w, the entries of w sum to 1.",
        "Saaty 1977",
    ),
    (
        "Weights",
        "Geometric mean",
        "w_i ∝ (∏_j a_ij)^(1/n); equals the least-squares solution of the logarithms.",
        "Crawford & Williams 1985",
    ),
    (
        "Weights",
        "Missing judgements",
        (
            "Least squares of the logarithms over the known judgements; groups that no judgement links are "
            "each centred. Where Settings say so instead: the eigenvector of Harker's matrix, or of the "
            "judgements completed at the smallest λmax, whose completed cells are values."
        ),
        "Bozóki, Fülöp & Rónyai 2010; Harker 1987",
    ),
    (
        "Weights",
        "Consistency",
        (
            "CI = (λmax − n) / (n − 1), CR = CI / RI; with m missing judgements RI is lowered by the factor 1"
            " − 2m / ((n − 1)(n − 2))."
        ),
        "Saaty 1980; Ágoston & Csató 2022",
    ),
    (
        "Weights",
        "GCI",
        (
            "2 / ((n − 1)(n − 2)) × Σ ln²(a_ij w_j / w_i) over i < j; for missing judgements over the known "
            "ones and their degrees of freedom."
        ),
        "Aguarón & Moreno-Jiménez 2003",
    ),
    (
        "Weights",
        "Global weight",
        "weight of the premise × local weight of the criterion.",
        "Saaty 1980",
    ),
    *ANSWER_TEXTS,
    (
        "TOPSIS",
        "Normalisation",
        (
            "fixed: the value 0..1 itself; vector: x / √Σx²; minmax: (x − worst) / (best − worst) of the "
            "ranked projects. Equal columns are idle."
        ),
        "Hwang & Yoon 1981; Aires & Ferreira 2019",
    ),
    (
        "TOPSIS",
        "Closeness",
        (
            "D+ and D− are the Euclidean distances from the weighted ideal and anti-ideal; C = D− / (D+ + "
            "D−); 0.5 where both are nothing."
        ),
        "Hwang & Yoon 1981",
    ),
    (
        "AHP",
        "Synthesis",
        (
            "Score = Σ weight × share; ideal: share = intensity; distributive: intensity / column sum, 1/m "
            "for a column of zeros."
        ),
        "Saaty 1980, 2006",
    ),
    (
        "Benefit-risk",
        "Score",
        (
            "B = (w1 P1 + w3 P3) / (w1 + w3), S = 1 − P4, L = 1 − P2, R = S (θ + (1 − θ) L), V = (w1 + w3) B "
            "+ (w2 + w4)(1 − R)."
        ),
        "after Kriebitz & Luetge",
    ),
    (
        "Ranking",
        "Ties",
        "Scores within 1E-12 of one another share the best rank (1, 1, 3).",
        "",
    ),
    (
        "Ranking",
        "Ranges",
        "Best rank = 1 + those surely above, worst = 1 + those that may be above.",
        "",
    ),
    (
        "Sensitivity",
        "Weight path",
        "w(t) = t × inside + (1 − t) × outside: one weight moves, the others keep their proportions.",
        "Triantaphyllou & Sanchez 1997",
    ),
    (
        "Sensitivity",
        "Stability",
        (
            "The weights around the present one between which the winner, or the whole order, stays; at each "
            "end two projects tie."
        ),
        "",
    ),
    (
        "Checks",
        "equal / differs",
        (
            "A formula and the program's own number agree within 1E-9. After a reviewer changes a cell, "
            "“differs” shows what the change moved."
        ),
        "",
    ),
    (
        "Colours",
        "Yellow with blue",
        "a cell that a reviewer may change",
        "",
    ),
    (
        "Colours",
        "Amber",
        "a missing figure or judgement, in words: empty or “missing”",
        "",
    ),
    (
        "Colours",
        "Grey",
        "a project that is not ranked; its rank is a dash",
        "",
    ),
    (
        "Colours",
        "Muted “in app”",
        "the program's own number, a constant",
        "",
    ),
)
