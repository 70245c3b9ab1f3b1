"""The command line without a window."""

from __future__ import annotations

from desktop.cli.commands import run_command
from desktop.cli.output import usage_error

__all__ = ["run_command", "usage_error"]
