"""Sentences of the weights room: sets of questions, answers, verdicts on consistency, ways to weigh."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QObject

from criteria.model.people import ALL, GOAL, WeightMethod
from criteria.model.settings import Prioritisation
from criteria.model.study import Study
from criteria.weighting.consistency import ACCEPTABLE_RATIO
from criteria.weighting.hierarchy import NodeWeights
from desktop.app.words.numbers import ratio
from desktop.pages.weights.answers import Question, criterion_of, is_about_projects


class WeightWords(QObject):
    """Everything the weights room says in sentences; HTML where a name says so."""

    def node(self, study: Study, node: str) -> str:
        """The name of a set of questions."""
        if node == GOAL:
            return self.tr("Between the premises")
        if node == ALL:
            return self.tr("All criteria at once")
        if is_about_projects(node):
            criterion = study.criterion(criterion_of(node))
            return self.tr("{id} {name}").format(id=criterion.id, name=criterion.short)
        return study.premise(node).name

    def item(self, study: Study, node: str, key: str) -> str:
        """The name of one side of a question, as it stands inside a sentence."""
        name = study.project(key).title if is_about_projects(node) else study.name_of(key)
        # A capital that only opens the name is not needed inside a sentence; an abbreviation keeps its own.
        return name[:1].lower() + name[1:] if name[1:2].islower() and not is_about_projects(node) else name

    def tag(self, study: Study, node: str, key: str) -> str:
        """The shortest name of one side: an id that the screen explains, the word of a premise."""
        return study.premise(key).short if node == GOAL else key

    def title(self, node: str) -> str:
        """The question above both sides."""
        if is_about_projects(node):
            return self.tr("Which project is better here?")
        if node == GOAL:
            return self.tr("Which premise matters more for this decision?")
        return self.tr("Which difference matters more for this decision?")

    def strength(self, value: float) -> str:
        """How much more, for a ratio of 1 or above."""
        words = (
            self.tr("equally"),
            self.tr("slightly more"),
            self.tr("moderately more"),
            self.tr("moderately to strongly more"),
            self.tr("strongly more"),
            self.tr("strongly to very strongly more"),
            self.tr("very strongly more"),
            self.tr("very to extremely strongly more"),
            self.tr("extremely more"),
        )
        return words[min(9, max(1, round(value))) - 1]

    def scale_words(self) -> tuple[str, ...]:
        """The words under the odd stops of the scale, from equal to extreme."""
        return (
            self.tr("equal"),
            self.tr("moderately"),
            self.tr("strongly"),
            self.tr("very strongly"),
            self.tr("extremely"),
        )

    def answer_html(self, study: Study, question: Question, value: float | None, *, is_open: bool) -> str:
        """What the answer says; what to do where there is none."""
        if value is None:
            if is_open:
                return self.tr("Not answered yet: move the handle or press a number.")
            return self.tr("You said that this cannot be told; the weights come from the other answers.")
        first, second = question.first, question.second
        if value < 1.0:
            first, second, value = second, first, 1.0 / value
        names = {
            "first": escape(self.item(study, question.node, first)),
            "second": escape(self.item(study, question.node, second)),
            "strength": self.strength(value),
            "value": ratio(value),
        }
        if is_about_projects(question.node):
            return self._project_html(study, question, value, names)
        if abs(value - 1.0) < 1e-9:
            text = self.tr("<b>{first}</b> and <b>{second}</b> matter <b>equally</b> (1).")
        elif question.node == GOAL:
            text = self.tr("<b>{first}</b> matters <b>{strength}</b> ({value}) than <b>{second}</b>.")
        else:
            text = self.tr(
                "The difference in <b>{first}</b> matters <b>{strength}</b> ({value}) than the one in "
                "<b>{second}</b>."
            )
        return _capital(text.format(**names))

    def _project_html(self, study: Study, question: Question, value: float, names: dict[str, str]) -> str:
        names["criterion"] = escape(study.criterion(criterion_of(question.node)).short)
        text = self.tr(
            "Under “{criterion}”, <b>{first}</b> is <b>{strength}</b> suited ({value}) than {second}."
        )
        if abs(value - 1.0) < 1e-9:
            text = self.tr("Under “{criterion}”, <b>{first}</b> and <b>{second}</b> are equally good (1).")
        return text.format(**names)

    def spoken(self, study: Study, question: Question, value: float | None) -> str:
        """The answer for a tooltip and for screen readers."""
        first = self.item(study, question.node, question.first)
        second = self.item(study, question.node, question.second)
        if value is None:
            return self.tr("{first} and {second}: not known").format(first=first, second=second)
        text = self.tr("{first} over {second}: {value}")
        return text.format(first=first, second=second, value=ratio(value))

    def progress(self, node: NodeWeights) -> str:
        """How many answers a node has."""
        if node.missing == 0:
            return self.tr("all {count} answered").format(count=node.pairs)
        return self.tr("{known} of {count} answered").format(known=node.answered, count=node.pairs)

    def verdict(self, node: NodeWeights) -> tuple[str, str]:
        """One or two plain words on the consistency, and the colour name they stand in."""
        cr = None if node.consistency is None else node.consistency.cr
        if cr is None:
            return self.tr("Nothing to contradict yet"), "text_muted"
        if cr > 2 * ACCEPTABLE_RATIO:
            return self.tr("Strongly contradictory"), "attention"
        if cr > ACCEPTABLE_RATIO:
            return self.tr("Contradictory"), "attention"
        return self.tr("Consistent"), "success"

    def verdict_sentence(self, node: NodeWeights) -> str:
        """What the verdict means."""
        cr = None if node.consistency is None else node.consistency.cr
        if node.status == "disconnected":
            return self.tr("Some items are not linked by any answer; their weights are not comparable yet.")
        if cr is None:
            return self.tr("No answer can contradict another before a circle of three is answered.")
        if cr <= ACCEPTABLE_RATIO:
            return self.tr("At most 0.10: the answers fit together (Saaty's rule of thumb).")
        return self.tr("Above 0.10, answers pull in different directions.")

    def method(self, method: WeightMethod) -> str:
        """The name of a way to weigh, as its tab has it."""
        names: dict[WeightMethod, str] = {
            "pairwise": self.tr("Pairwise"),
            "swing": self.tr("Swing"),
            "direct": self.tr("Points"),
            "rating": self.tr("Rating"),
            "rank_order": self.tr("Rank order"),
            "best_worst": self.tr("Best-worst"),
        }
        return names[method]

    def answers_by(self, method: WeightMethod) -> str:
        """The answers by a method, at the beginning of a sentence."""
        names: dict[WeightMethod, str] = {
            "pairwise": self.tr("Pairwise answers"),
            "swing": self.tr("Swings"),
            "direct": self.tr("Points"),
            "rating": self.tr("Ratings"),
            "rank_order": self.tr("Rank orders"),
            "best_worst": self.tr("Best-worst answers"),
        }
        return names[method]

    def prioritisation(self, choice: Prioritisation) -> str:
        """The name of how weights are drawn from a matrix."""
        names = {
            "eigenvector": self.tr("Principal eigenvector"),
            "geometric_mean": self.tr("Row geometric mean"),
        }
        return names[choice]

    def random_index(self, table: str) -> str:
        """The name of a table of random indices with its year."""
        names = {
            "alonso_lamata": self.tr("Alonso and Lamata 2006"),
            "saaty_1980": self.tr("Saaty 1980"),
            "saaty_2005": self.tr("Saaty 2005"),
            "tummala_ling": self.tr("Tummala and Ling 1998"),
            "donegan_dodd": self.tr("Donegan and Dodd 1991"),
            "alonso_lamata_regression": self.tr("Alonso and Lamata 2006, regression"),
        }
        return names.get(table, table)


def _capital(html: str) -> str:
    """The sentence with a capital at its beginning, even behind a tag."""
    place = html.find(">") + 1 if html.startswith("<") else 0
    return html[:place] + html[place : place + 1].upper() + html[place + 1 :]
