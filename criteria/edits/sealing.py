"""Sealing the weights before scores are shown: afterwards a change needs a reason, which stays on record."""

from __future__ import annotations

import msgspec

from criteria.edits.change_words import changes_in_words
from criteria.errors import SealedError, StudyError
from criteria.model.session import Amendment, LiftedSeal, Seal
from criteria.model.settings import WEIGHT_SETTINGS
from criteria.model.study import Study


def sealed_digest(study: Study) -> str:
    """The SHA-256 (hexadecimal) of all that weights rest on: criteria, answers, how they are combined."""
    # Loaded here: nothing is hashed before the first window.
    import hashlib

    settings = {name: getattr(study.settings, name) for name in WEIGHT_SETTINGS}
    parts = (study.premises, study.criteria, study.stakeholders, settings)
    return hashlib.sha256(msgspec.json.encode(parts, order="deterministic")).hexdigest()


def present_digest(study: Study) -> str | None:
    """The digest that holds now: of the last amendment, else of the seal; None where nothing is sealed."""
    session = study.session
    if session.seal is None:
        return None
    return session.amendments[-1].after if session.amendments else session.seal.digest


def is_intact(study: Study) -> bool:
    """Whether the study holds what was sealed or last amended with a reason; True where nothing is sealed."""
    digest = present_digest(study)
    return digest is None or digest == sealed_digest(study)


def seal_weights(study: Study, who: str, when: str) -> Study:
    """The study with its weights sealed by somebody at a time (ISO 8601); StudyError if sealed already."""
    if study.session.seal is not None:
        raise StudyError("The weights are sealed already; changes need a reason from now on.")
    if not who.strip():
        raise StudyError("A seal needs the name of whoever seals.")
    seal = Seal(who=who.strip(), when=when, digest=sealed_digest(study))
    return msgspec.structs.replace(
        study, session=msgspec.structs.replace(study.session, seal=seal, amendments=())
    )


def breaks_seal(before: Study, after: Study) -> bool:
    """Whether a change takes the seal back, or touches what is sealed and gives no reason."""
    if before.session.seal is None:
        return False
    if lifts_seal(before, after):
        return True
    touched = (
        before.premises is not after.premises
        or before.criteria is not after.criteria
        or before.stakeholders is not after.stakeholders
        or before.settings is not after.settings
    )
    return touched and not is_intact(after)


def lifts_seal(before: Study, after: Study) -> bool:
    """Whether a change takes the seal back."""
    return before.session.seal is not None and after.session.seal != before.session.seal


def amend(before: Study, after: Study, what: str, who: str, reason: str, when: str) -> Study:
    """The study after a change of what is sealed, with the reason on record; SealedError without one.

    The record names the change, and each answer or setting that differs with its old and new value.
    """
    _ask_for_signature(before, who, reason)
    changes = changes_in_words(before, after)
    entry = Amendment(
        what=f"{what}: {changes}" if changes else what,
        who=who.strip(),
        reason=reason.strip(),
        when=when,
        before=present_digest(before) or "",
        after=sealed_digest(after),
    )
    session = msgspec.structs.replace(after.session, amendments=(*before.session.amendments, entry))
    return msgspec.structs.replace(after, session=session)


def lift_seal(before: Study, after: Study, who: str, reason: str, when: str) -> Study:
    """The study whose seal was taken back; seal and amendments stay on record. Asks as `amend` does."""
    _ask_for_signature(before, who, reason)
    session = before.session
    if session.seal is None:
        raise StudyError("There is no seal to take back.")
    entry = LiftedSeal(
        seal=session.seal,
        who=who.strip(),
        reason=reason.strip(),
        when=when,
        amendments=session.amendments,
    )
    kept = msgspec.structs.replace(after.session, lifted_seals=(*session.lifted_seals, entry))
    return msgspec.structs.replace(after, session=kept)


def with_record(before: Study, after: Study) -> Study:
    """Where undo or redo leads: what was signed stays on record, and hidden answers stay hidden."""
    session = before.session
    is_same_seal = session.seal is not None and after.session.seal == session.seal
    kept = msgspec.structs.replace(
        after.session,
        hidden=session.hidden or after.session.hidden,
        amendments=session.amendments if is_same_seal else after.session.amendments,
        lifted_seals=session.lifted_seals,
    )
    return after if kept == after.session else msgspec.structs.replace(after, session=kept)


def _ask_for_signature(study: Study, who: str, reason: str) -> None:
    if not reason.strip() or not who.strip():
        raise SealedError(sealed_sentence(study))


def sealed_sentence(study: Study) -> str:
    """Why a change is refused, for who is asked for a reason."""
    seal = study.session.seal
    if seal is None:
        return "The weights are not sealed."
    return f"The weights were sealed by {seal.who} on {seal.when[:10]}; a change needs a name and a reason."
