"""The rank-reversal certificate in words: what is tested, what failed, and the first counterexample."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.robustness.reversal import Counterexample, ReversalTest, TestCode
from criteria.robustness.study_reversal import StudyCertificate


class ReversalWords(QObject):
    """Names of tests, and sentences about one method in one variant."""

    def variant(self, found: StudyCertificate) -> str:
        """The method with its variant."""
        names = {
            ("topsis", "fixed"): self.tr("TOPSIS fixed"),
            ("topsis", "vector"): self.tr("TOPSIS vector"),
            ("topsis", "minmax"): self.tr("TOPSIS min–max"),
            ("ahp", "ideal"): self.tr("AHP ideal"),
            ("ahp", "distributive"): self.tr("AHP shares"),
            ("benefit_risk", ""): self.tr("Benefit–risk"),
        }
        return names[found.method, found.variant]

    def test(self, code: TestCode) -> str:
        """What a test does, as the name of its row."""
        return {
            "delete_each": self.tr("Any one project leaves"),
            "delete_worst": self.tr("The last project leaves"),
            "clone_each": self.tr("A copy of a project comes in"),
            "add_dominated": self.tr("A worse project comes in"),
            "replace_by_worse": self.tr("A project that is not first gets worse"),
            "transitive": self.tr("Two at a time: no circles"),
            "pairs": self.tr("Two at a time: as among all"),
        }[code]

    def meaning(self, code: TestCode) -> str:
        """What must hold, and who asks for it."""
        return {
            "delete_each": self.tr("The order of the others must stay (Belton and Gear 1983)."),
            "delete_worst": self.tr("The order of the others must stay when the worst leaves."),
            "clone_each": self.tr("A project that was there already says nothing new about the others."),
            "add_dominated": self.tr("Nobody is better or worse because a project nobody wants comes in."),
            "replace_by_worse": self.tr("The first must stay first (Wang and Triantaphyllou 2008, test 1)."),
            "transitive": self.tr(
                "If one beats another who beats a third, it must beat the third (Wang and Triantaphyllou "
                "2008, test 2)."
            ),
            "pairs": self.tr(
                "Two projects ranked alone must stand as they do among all (Wang and Triantaphyllou 2008, "
                "test 3)."
            ),
        }[code]

    def cell(self, test: ReversalTest) -> str:
        """Whether a test holds, or in how many cases it fails."""
        return self.tr("holds") if test.is_passed else f"{test.reversals:,}"

    def statement(self, found: StudyCertificate) -> str:
        """The certificate of the method in use, in one sentence."""
        failed = [test for test in found.found.tests if not test.is_passed]
        name = self.variant(found)
        if not failed:
            cases = sum(test.cases for test in found.found.tests)
            return self.tr("{method} reverses no order: all {count} tests hold in {cases} cases").format(
                method=name, count=len(found.found.tests), cases=f"{cases:,}"
            )
        return self.tr("{method} reverses orders in {failed} of {count} tests").format(
            method=name, failed=len(failed), count=len(found.found.tests)
        )

    def sentence(self, found: StudyCertificate, test: ReversalTest) -> str:
        """What came of one test, with the first counterexample."""
        if test.is_passed or test.example is None:
            text = (
                self.tr("Holds in the one case.")
                if test.cases == 1
                else self.tr("Holds in all {cases} cases.")
            )
            return text.format(cases=f"{test.cases:,}")
        text = self.tr("Fails") if test.cases == 1 else self.tr("Fails in {failed} of {cases} cases")
        count = text.format(failed=f"{test.reversals:,}", cases=f"{test.cases:,}")
        if test.winner_changes and test.code != "replace_by_worse":
            count = self.tr("{count}, with another first in {winners}").format(
                count=count, winners=f"{test.winner_changes:,}"
            )
        return self.tr("{count}. {example}").format(
            count=count, example=self._example(found, test.code, test.example)
        )

    def _example(self, found: StudyCertificate, code: TestCode, example: Counterexample) -> str:
        names = found.projects
        changed = None if example.changed is None else names[example.changed]
        words = {
            "changed": changed,
            "one": names[example.overtaken],
            "other": names[example.overtaking],
            "third": None if example.third is None else names[example.third],
        }
        if code == "add_dominated" and changed is None:
            return self.tr("With a project at the worst end of every scale, {other} passes {one}.").format(
                **words
            )
        return {
            "delete_each": self.tr("Without {changed}, {other} passes {one}."),
            "delete_worst": self.tr("Without {changed}, {other} passes {one}."),
            "clone_each": self.tr("With a copy of {changed}, {other} passes {one}."),
            "add_dominated": self.tr("With a project worse than {changed}, {other} passes {one}."),
            "replace_by_worse": self.tr("With {changed} half-way to the worst, {other} passes {one}."),
            "transitive": self.tr("{other} beats {one}, {one} beats {third}, and {third} beats {other}."),
            "pairs": self.tr("Alone, {other} passes {one}."),
        }[code].format(**words)
