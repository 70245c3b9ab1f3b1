"""Sealing the weights before scores are shown: afterwards a change needs a reason, which stays on record."""

from __future__ import annotations

import msgspec

from criteria.errors import SealedError, StudyError
from criteria.model.session import Amendment, Seal
from criteria.model.study import Study

#: The settings that decide how answers become weights.
_SETTINGS = ("prioritisation", "random_index", "incomplete", "group_method", "weights_of")


def sealed_digest(study: Study) -> str:
    """The SHA-256 (hexadecimal) of all that weights rest on: criteria, answers, how they are combined."""
    # Loaded here: nothing is hashed before the first window.
    import hashlib

    settings = {name: getattr(study.settings, name) for name in _SETTINGS}
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
    """Whether a change touches what is sealed and does not itself seal or give a reason."""
    if before.session.seal is None or after.session.seal is not before.session.seal:
        return False
    touched = (
        before.premises is not after.premises
        or before.criteria is not after.criteria
        or before.stakeholders is not after.stakeholders
        or before.settings is not after.settings
    )
    return touched and not is_intact(after)


def amend(before: Study, after: Study, what: str, who: str, reason: str, when: str) -> Study:
    """The study after a change of what is sealed, with the reason on record; SealedError without one.

    A change that follows the last amendment with the same words, person and reason extends it.
    """
    if not reason.strip() or not who.strip():
        raise SealedError(sealed_sentence(before))
    amendments = before.session.amendments
    last = amendments[-1] if amendments else None
    entry = Amendment(
        what=what,
        who=who.strip(),
        reason=reason.strip(),
        when=when,
        before=present_digest(before) or "",
        after=sealed_digest(after),
    )
    if last is not None and (last.what, last.who, last.reason) == (entry.what, entry.who, entry.reason):
        entry = msgspec.structs.replace(entry, before=last.before)
        amendments = amendments[:-1]
    session = msgspec.structs.replace(after.session, amendments=(*amendments, entry))
    return msgspec.structs.replace(after, session=session)


def sealed_sentence(study: Study) -> str:
    """Why a change is refused, for who is asked for a reason."""
    seal = study.session.seal
    if seal is None:
        return "The weights are not sealed."
    return f"The weights were sealed by {seal.who} on {seal.when[:10]}; a change needs a name and a reason."
