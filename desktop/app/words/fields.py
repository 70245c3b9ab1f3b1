"""Words for the profile fields of a project: column heads, names and what each one means."""

from __future__ import annotations

from PySide6.QtCore import QObject


class FieldWords(QObject):
    """Names and definitions of profile fields, by attribute."""

    def name(self, attribute: str) -> str:
        """The field's name, as forms and menus write it."""
        return self._names()[attribute]

    def in_sentence(self, attribute: str) -> str:
        """The field's name inside a sentence: small, where it does not begin with initials."""
        name = self.name(attribute)
        return name if name[1:2].isupper() or "House" in name else name[:1].lower() + name[1:]

    def head(self, attribute: str) -> str:
        """The head of the field's column, short."""
        shorter = {
            "iso3": self.tr("Code"),
            "mode": self.tr("Mode"),
            "technology_tags": self.tr("Tags"),
            "end_user_type": self.tr("End-user"),
            "biometric_mode": self.tr("Biometrics"),
            "safeguards": self.tr("Safeguards"),
            "less_intrusive_alternative": self.tr("Gentler way"),
            "end_user_known_violation": self.tr("Violations"),
            "oda_recipient": self.tr("ODA"),
            "ldc": self.tr("LDC"),
            "freedom_status": self.tr("Freedom"),
            "freedom_total": self.tr("Freedom total"),
            "rule_of_law": self.tr("Rule of law"),
            "ai_readiness": self.tr("AI readiness"),
        }
        return shorter.get(attribute) or self.name(attribute)

    def unit(self, attribute: str) -> str:
        """The unit under the head of the field's column, empty where it has none."""
        return {
            "budget_eur": self.tr("EUR m"),
            "duration_months": self.tr("months"),
            "freedom_total": self.tr("0–100"),
            "rule_of_law": self.tr("−2.5 to 2.5"),
            "ai_readiness": self.tr("0–100"),
        }.get(attribute, "")

    def definition(self, attribute: str) -> str:
        """One sentence on what belongs into the field."""
        return self._definitions()[attribute]

    def _names(self) -> dict[str, str]:
        return {
            "id": self.tr("Id"),
            "title": self.tr("Title"),
            "iso3": self.tr("Country code"),
            "country": self.tr("Country"),
            "sector": self.tr("Sector"),
            "sdg_targets": self.tr("SDG targets"),
            "pillar": self.tr("Pillar"),
            "mode": self.tr("Mode of cooperation"),
            "technology": self.tr("Technology"),
            "technology_tags": self.tr("Technology tags"),
            "end_user_type": self.tr("Type of end-user"),
            "biometric_mode": self.tr("Biometric mode"),
            "budget_eur": self.tr("Budget"),
            "duration_months": self.tr("Duration"),
            "safeguards": self.tr("Safeguards offered"),
            "less_intrusive_alternative": self.tr("Less intrusive alternative exists"),
            "end_user_known_violation": self.tr("End-user known for violations"),
            "oda_recipient": self.tr("ODA recipient"),
            "ldc": self.tr("Least developed country"),
            "income_group": self.tr("Income group"),
            "freedom_status": self.tr("Freedom House status"),
            "freedom_total": self.tr("Freedom House total"),
            "rule_of_law": self.tr("Rule of law (WGI)"),
            "ai_readiness": self.tr("Government AI readiness"),
            "rationale": self.tr("Rationale"),
            "note": self.tr("Note"),
        }

    def _definitions(self) -> dict[str, str]:
        return {
            "id": self.tr("The key of the project in every table and export; each project has its own."),
            "title": self.tr("What the project is called."),
            "iso3": self.tr("The three letters of ISO 3166-1 by which country figures are joined."),
            "country": self.tr("The partner country."),
            "sector": self.tr("The field the project works in, for example health."),
            "sdg_targets": self.tr(
                "The targets of the Sustainable Development Goals it serves, parted by semicolons."
            ),
            "pillar": self.tr("Regulation makes common rules, diffusion spreads the technology."),
            "mode": self.tr("How the cooperation is given: aid, trade, finance or investment."),
            "technology": self.tr("What is built or delivered, in words."),
            "technology_tags": self.tr(
                "Words by which red lines recognise the technology, parted by semicolons."
            ),
            "end_user_type": self.tr("Who will operate the system."),
            "biometric_mode": self.tr("Whether persons are verified or identified by their bodies."),
            "budget_eur": self.tr("Requested money in million euros."),
            "duration_months": self.tr("Planned duration in months."),
            "safeguards": self.tr("Guarantees and measures that the partners offer, by their ids."),
            "less_intrusive_alternative": self.tr("Whether the aim could be reached by milder means."),
            "end_user_known_violation": self.tr(
                "Whether a finding of serious violations by the end-user is on record."
            ),
            "oda_recipient": self.tr(
                "Whether the country is on the DAC list of recipients of development aid."
            ),
            "ldc": self.tr("Whether the country is on the UN list of least developed countries."),
            "income_group": self.tr("The country's income group by the World Bank."),
            "freedom_status": self.tr("Freedom House: F free, PF partly free, NF not free."),
            "freedom_total": self.tr("Freedom House, total of 0 to 100; context, not a criterion."),
            "rule_of_law": self.tr(
                "Worldwide Governance Indicators, −2.5 to 2.5: how far guarantees are believed."
            ),
            "ai_readiness": self.tr("Oxford Insights, 0 to 100; context, not a criterion."),
            "rationale": self.tr("Why the project is proposed, in a few sentences."),
            "note": self.tr("Anything else that must be read with the project."),
        }
