"""Every failure a user can cause, each carrying one sentence that names the place and the remedy."""

from __future__ import annotations


class ProportioError(Exception):
    """Base of all expected failures; `str(error)` is a sentence fit to show a user."""

    exit_code = 1


class MethodError(ProportioError):
    """A method was given numbers for which it is not defined."""


class StudyError(ProportioError):
    """An edit or a rule refers to something the study does not have or does not allow."""


class SealedError(StudyError):
    """A change touches weights that were sealed, and gives no reason."""


class ImportProblemError(ProportioError):
    """A table was read, but it holds no projects that can be taken over."""


class UnreadableFileError(ProportioError):
    """A file is missing, damaged, empty, encrypted or not of the type its name says."""

    exit_code = 3


class UnsafeFileError(UnreadableFileError):
    """A file is refused because opening it could harm (archive bomb, entity bomb, excessive size)."""


class SaveError(ProportioError):
    """A file could not be written; the file that was there before is untouched."""

    exit_code = 3
