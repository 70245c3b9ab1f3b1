"""Compound files (MS-CFB), the container of .xls; every chain of sectors is checked before use."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

from criteria.errors import UnreadableFileError
from criteria.files.archive import damaged

_END = 0xFFFFFFFE
_FREE = 0xFFFFFFFF
_LAST_SECTOR = 0xFFFFFFFA
_SMALL_STREAM = 4096


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    start: int
    size: int


class _BrokenChainError(Exception):
    """A chain of sectors leaves the file or returns to itself."""


class CompoundFile:
    """The streams of a compound file by name; raises `UnreadableFileError` where its structure is broken."""

    def __init__(self, path: Path, data: bytes) -> None:
        self.path = path
        self._data = data
        try:
            self._read_structure()
        except (_BrokenChainError, struct.error) as error:
            raise self._damaged() from error

    @property
    def content(self) -> bytes:
        """The file as checked: its last sector filled up, which some programs leave short."""
        return self._data

    @property
    def names(self) -> frozenset[str]:
        """The names of all streams and storages."""
        return frozenset(entry.name for entry in self._entries)

    def stream(self, name: str) -> bytes:
        """The content of a stream."""
        entry = next((entry for entry in self._entries if entry.name == name), None)
        if entry is None:
            raise self._damaged()
        try:
            return self._content(entry)
        except _BrokenChainError as error:
            raise self._damaged() from error

    def _read_structure(self) -> None:
        shift, mini_shift = struct.unpack_from("<HH", self._data, 30)
        if shift not in {9, 12} or mini_shift != 6:
            raise _BrokenChainError
        self._sector_size = 1 << shift
        self._data += bytes(-len(self._data) % self._sector_size)
        self._sector_count = len(self._data) // self._sector_size - 1
        directory, _, _, small_table, _, more_tables, _ = struct.unpack_from("<7I", self._data, 48)
        self._next = self._allocation_table(more_tables)
        self._entries = self._directory(self._chain(directory))
        if not self._entries:
            raise _BrokenChainError
        self._next_small = _integers(self._chain(small_table) if small_table < _LAST_SECTOR else b"")
        self._small = self._chain(self._entries[0].start) if self._entries[0].start < _LAST_SECTOR else b""
        for entry in self._entries:
            if entry.kind == 2:
                self._content(entry)

    def _allocation_table(self, more_tables: int) -> tuple[int, ...]:
        """The successor of each sector, from the sectors that the header and its continuations list."""
        listed = list(struct.unpack_from("<109I", self._data, 76))
        seen = set()
        while more_tables < _LAST_SECTOR:
            if more_tables in seen:
                raise _BrokenChainError
            seen.add(more_tables)
            *further, more_tables = _integers(self._sector(more_tables))
            listed.extend(further)
        return _integers(b"".join(self._sector(sector) for sector in listed if sector != _FREE))

    def _directory(self, content: bytes) -> tuple[_Entry, ...]:
        entries = []
        for at in range(0, len(content) - 127, 128):
            name_length, kind = struct.unpack_from("<HB", content, at + 64)
            name = content[at : at + max(min(name_length, 64) - 2, 0)].decode("utf-16-le", "replace")
            start, size = struct.unpack_from("<II", content, at + 116)
            if kind:
                entries.append(_Entry(name, kind, start, size))
        return tuple(entries)

    def _content(self, entry: _Entry) -> bytes:
        if entry.size == 0:
            return b""
        if entry.size < _SMALL_STREAM:
            places = _followed(entry.start, self._next_small)
            content = b"".join(self._small[place * 64 : place * 64 + 64] for place in places)
        else:
            content = self._chain(entry.start)
        if len(content) < entry.size:
            raise _BrokenChainError
        return content[: entry.size]

    def _chain(self, start: int) -> bytes:
        return b"".join([self._sector(sector) for sector in _followed(start, self._next)])

    def _sector(self, sector: int) -> bytes:
        if sector >= self._sector_count:
            raise _BrokenChainError
        at = (sector + 1) * self._sector_size
        return self._data[at : at + self._sector_size]

    def _damaged(self) -> UnreadableFileError:
        return damaged(self.path, "its parts do not fit together")


def _followed(start: int, successors: tuple[int, ...]) -> list[int]:
    """The sectors of one chain in order."""
    chain: list[int] = []
    sector = start
    while sector != _END:
        if sector >= len(successors) or len(chain) > len(successors):
            raise _BrokenChainError
        chain.append(sector)
        sector = successors[sector]
    return chain


def _integers(content: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])
