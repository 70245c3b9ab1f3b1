"""Sets up, runs, tests, measures and bundles Proportio: `python3 packaging/dev.py --help`."""

# This file must parse on any Python 3, to say kindly that a newer one is needed: no newer syntax here.
import sys


def main() -> int:
    """The exit code of the command named on the command line."""
    if sys.version_info < (3, 11):
        found = ".".join(str(part) for part in sys.version_info[:3])
        print(
            "Proportio needs Python 3.11 or newer; this is Python " + found + ". "
            "Install a newer one (Debian or Ubuntu: sudo apt install python3.11 python3.11-venv) "
            "and start it by name: python3.11 packaging/dev.py",
            file=sys.stderr,
        )
        return 2
    from devtools import commands

    return commands.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
