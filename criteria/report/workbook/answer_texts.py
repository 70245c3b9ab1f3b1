"""How stakeholders answer and how a group is combined, in words, with sources, for the sheet Method."""

from __future__ import annotations

ANSWER_TEXTS: tuple[tuple[str, str, str, str], ...] = (
    (
        "Answers",
        "Judgement scales",
        (
            "An answer x of 1 to 9 stands for the ratio x (linear), (9 + x) / (11 − x) (balanced), (9 + "
            "(n − 1) x) / (9 + n − x) (balanced for n items), 2^(x − 1) (geometric) or x² (power); 1/x "
            "for the reciprocal."
        ),
        "Goepel 2018; Salo & Hämäläinen 1997",
    ),
    (
        "Answers",
        "Swings",
        "w_j = p_j / Σ p; 100 for the swing from worst to best level that matters most.",
        "von Winterfeldt & Edwards 1986",
    ),
    (
        "Answers",
        "Points shared out",
        "w_j = p_j / Σ p; the points should add up to 100.",
        "Bottomley, Doyle & Green 2000",
    ),
    (
        "Answers",
        "Ratings (SMART)",
        "w_j = p_j / Σ p; 10 for the least important.",
        "Edwards 1977",
    ),
    (
        "Answers",
        "Rank order",
        (
            "Weight of place r of n: (1/n) Σ 1/k over k = r to n (centroid), 2 (n + 1 − r) / (n (n + 1)) "
            "(sum) or (1/r) / Σ 1/k (reciprocal). Equals share the mean weight of the places they take; "
            "what is not placed yet comes last."
        ),
        "Barron & Barrett 1996; Stillwell, Seaver & Edwards 1981",
    ),
    (
        "Answers",
        "Best and worst",
        (
            "Smallest ξ with |w_B − a_Bj w_j| ≤ ξ and |w_j − a_jW w_W| ≤ ξ. The weights are values of the"
            " program; multipliers z with Σ|z| = 1 prove them: for all weights max |…| ≥ Σ z (…) ≥ the "
            "smallest share of an item in that sum, which is ξ."
        ),
        "Rezaei 2016",
    ),
    (
        "Answers",
        "Consistency of best and worst",
        "max |a_Bj a_jW − a_BW| / (a_BW² − a_BW), against a threshold for the number of items and a_BW.",
        "Liang, Brunelli & Rezaei 2020",
    ),
    (
        "Answers",
        "All criteria at once",
        "Global weights are the shares of all; a premise weighs the sum of its criteria.",
        "",
    ),
    (
        "Group",
        "Who is heard",
        (
            "Whoever has a voting power above 0 and has answered has a voice; under a node only whose "
            "answers there give weights. Shares are voting power over that of all who are heard."
        ),
        "",
    ),
    (
        "Group",
        "Means of weights (AIP)",
        "∏ w_k^p_k, scaled to sum 1, or Σ p_k w_k, node by node, then multiplied down the hierarchy.",
        "Forman & Peniwati 1998",
    ),
    (
        "Group",
        "Joined judgements (AIJ)",
        (
            "∏ a_ij^p over those who compared the pair, p scaled to sum 1 among them; who did not compare"
            " in pairs brings in w_i / w_j. Weights and consistency of the joint matrix as of any other."
        ),
        "Aczél & Saaty 1983; Forman & Peniwati 1998",
    ),
    (
        "Group",
        "Consensus S*",
        (
            "(exp(−β) − c) / (1 − c): α = Σ p_k H(w_k), γ = H(Σ p_k w_k), β = γ − α, H = −Σ w ln w, c = "
            "exp(H of the most extreme weights on 1 to 9) / n. Overall: the mean by priority of the "
            "nodes. From 0.85 very high, 0.75 high, 0.65 moderate, above 0.5 low."
        ),
        "Goepel 2013, 2018",
    ),
    (
        "Group",
        "Spread of a judgement",
        (
            "exp √(Σ p_k (ln a_k − mean)² / (1 − Σ p_k²)), the geometric standard deviation; 1 where all "
            "say the same."
        ),
        "Goepel 2018",
    ),
    (
        "Group",
        "Alike, GCOMPI",
        (
            "1 − Σ |w − v| / 2 of a member's and the group's global weights: the part placed alike; and 2"
            " / ((n − 1)(n − 2)) × Σ ln²((v_i / v_j) / (w_i / w_j)) over i < j, 0 where equal."
        ),
        "Aguarón, Escobar, Moreno-Jiménez & Turón 2019",
    ),
)
