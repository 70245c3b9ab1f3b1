"""The study file: what is written comes back, and what is wrong is named with its place."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import msgspec
import pytest

from criteria.edits.sealing import is_intact
from criteria.errors import SaveError, UnreadableFileError, UnsafeFileError
from criteria.files import study_file
from criteria.files.atomic_write import content_hash
from criteria.files.example import example_study
from criteria.files.migrations import migrate
from criteria.files.study_file import decode_study, encode_study, load_study, save_study
from criteria.model.projects import Project, Score
from criteria.model.study import FORMAT_VERSION, Study
from criteria.template import new_study

KEPT = Path(__file__).resolve().parents[2] / "files"


def changed(path: str, value: Any) -> bytes:
    """The example's file with one value replaced; the path is written as in "study.projects.0.title"."""
    document = json.loads(encode_study(example_study()))
    *parents, last = (int(part) if part.isdigit() else part for part in path.split("."))
    place = document
    for part in parents:
        place = place[part]
    place[last] = value
    return json.dumps(document).encode()


def with_score(value: float) -> Study:
    return new_study(projects=(Project(id="P01", title="A", scores={"N1": Score(value)}),))


def test_that_a_study_comes_back_as_it_was_written() -> None:
    study = example_study()
    assert decode_study(encode_study(study), "x.proportio") == study


def test_that_the_same_study_gives_the_same_bytes_whatever_the_order_of_its_scores() -> None:
    study = example_study()
    first = study.projects[0]
    turned = msgspec.structs.replace(first, scores=dict(reversed(list(first.scores.items()))))
    other = msgspec.structs.replace(study, projects=(turned, *study.projects[1:]))
    assert encode_study(other) == encode_study(study)


def test_that_the_file_is_text_that_opens_with_format_and_version() -> None:
    lines = encode_study(new_study("Côte d'Ivoire")).decode("utf-8").splitlines()
    assert lines[1:3] == [' "format": "proportio",', f' "version": {FORMAT_VERSION},']
    assert any("Côte d'Ivoire" in line for line in lines)


@pytest.mark.parametrize("figure", [math.nan, math.inf, -math.inf])
def test_that_a_figure_that_is_no_number_is_not_written_as_missing(figure: float) -> None:
    with pytest.raises(SaveError, match=r"\$\.projects\[0\]\.scores\.N1\.value is -?(nan|inf)"):
        encode_study(with_score(figure))


def test_that_half_a_character_is_refused_with_a_sentence() -> None:
    with pytest.raises(SaveError, match="half of a character"):
        encode_study(new_study("broken \ud800"))


def test_that_a_file_of_version_1_still_opens() -> None:
    study = load_study(KEPT / "version_1.proportio").study
    assert (study.title, len(study.projects), len(study.stakeholders[0].judgements)) == (
        "AI cooperation, example call",
        24,
        30,
    )


def test_that_a_file_of_version_2_still_opens_with_all_its_answers_and_its_record() -> None:
    path = KEPT / "version_2.proportio"
    study = load_study(path).study
    assert [person.method for person in study.stakeholders] == [
        "swing",
        "rank_order",
        "best_worst",
        "rating",
        "pairwise",
    ]
    session = study.session
    assert (len(session.remarks), len(session.changed_answers), len(session.amendments)) == (1, 1, 1)
    assert (session.hidden, session.what_ifs[0].name, study.settings.group_method) == (
        True,
        "Equal",
        "judgements",
    )
    assert is_intact(study)
    # Places that were added since are written empty; nothing else differs.
    added = [b',\n     "found": ""', b',\n   "lifted_seals": []']
    written = encode_study(study)
    for place in added:
        assert written.count(place) == 1
        written = written.replace(place, b"")
    assert written == path.read_bytes()


def test_that_a_study_of_version_1_keeps_counting_its_first_stakeholder() -> None:
    raw = {"stakeholders": [{"id": "ST1"}, {"id": "ST2"}], "settings": {"theta": 0.4}}
    assert migrate(raw, 1)["settings"] == {"theta": 0.4, "weights_of": "ST1"}
    alone = {"stakeholders": [{"id": "ST1"}]}
    assert migrate(alone, 1) == alone


@pytest.mark.parametrize(
    ("data", "fragment"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"PK\x03\x04rest", "import tables with File, Import"),
        (b"\xff\xfe{\x00}\x00", "damaged or cut off"),
        (b"{" * 200_000, "damaged or cut off"),
        (b"[" * 200_000, "damaged or cut off"),
        (b'{"format": "proportio", "version": NaN}', "damaged or cut off"),
        (b"[1, 2]", "not a study of Proportio"),
        (b'{"format": "other", "version": 1, "study": {}}', "not a study of Proportio"),
        (b'{"format": "proportio", "study": {}}', r"\$\.version"),
        (b'{"format": "proportio", "version": true, "study": {}}', r"\$\.version"),
        (b'{"format": "proportio", "version": 0, "study": {}}', "version 0, which was never used"),
        (b'{"format": "proportio", "version": 1}', r"\$\.study is missing"),
        (b'{"format": "proportio", "version": 1, "study": {}, "extra": 1}', r"\$\.extra is not part"),
        (b'{"format": "proportio", "version": 1, "study": {}}', "title"),
    ],
)
def test_that_other_content_is_refused_with_a_sentence(data: bytes, fragment: str) -> None:
    with pytest.raises(UnreadableFileError, match=fragment) as caught:
        decode_study(data, "call.proportio")
    assert "call.proportio" in str(caught.value)


def test_that_a_newer_file_asks_for_the_newer_program() -> None:
    with pytest.raises(UnreadableFileError, match="newer Proportio"):
        decode_study(changed("version", FORMAT_VERSION + 1), "x.proportio")


@pytest.mark.parametrize(
    ("path", "value", "fragment"),
    [
        ("study.title", 3, r"`\$\.title`"),
        ("study.projects.2.budget_eur", "much", r"`\$\.projects\[2\]\.budget_eur`"),
        ("study.projects.0.colour", "red", "colour"),
        ("study.projects.0.scores.N1.value", True, r"`\$\.projects\[0\]\.scores"),
        ("study.criteria.0.direction", "up", r"`\$\.criteria\[0\]\.direction`"),
        ("study.settings.score_set", "none", r"`\$\.settings\.score_set`"),
        ("study.projects.1.id", "P01", r"\$\.projects\[1\]\.id repeats the id “P01”"),
        ("study.projects.1.id", "", r"\$\.projects\[1\]\.id is empty"),
        ("study.projects.3.scores.Z9", {"value": 1}, r"\$\.projects\[3\]\.scores names “Z9”"),
        ("study.stakeholders.0.judgements.4.value", -2, r"judgements\[4\]\.value is -2"),
    ],
)
def test_that_what_does_not_fit_is_named_with_its_path(path: str, value: Any, fragment: str) -> None:
    with pytest.raises(UnreadableFileError, match=fragment):
        decode_study(changed(path, value), "x.proportio")


def test_that_infinity_in_a_file_is_refused() -> None:
    data = changed("study.projects.0.budget_eur", 123456789).replace(b"123456789", b"1e999")
    with pytest.raises(UnreadableFileError, match="damaged"):
        decode_study(data, "x.proportio")


def test_that_a_file_cut_anywhere_is_refused() -> None:
    data = encode_study(example_study())
    for part in range(1, 20):
        with pytest.raises(UnreadableFileError):
            decode_study(data[: len(data) * part // 20], "x.proportio")


def test_that_judgements_about_former_elements_are_kept_aside() -> None:
    data = changed("study.stakeholders.0.judgements.0.first", "P9")
    assert decode_study(data, "x.proportio").stakeholders[0].judgements[0].first == "P9"


def test_that_a_byte_order_mark_does_no_harm() -> None:
    study = new_study("A")
    assert decode_study(b"\xef\xbb\xbf" + encode_study(study), "x.proportio") == study


def test_that_loading_gives_the_digest_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.proportio"
    path.write_bytes(encode_study(new_study("A")))
    loaded = load_study(path)
    assert (loaded.study.title, loaded.path, loaded.digest) == ("A", path, content_hash(path.read_bytes()))


def test_that_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"no study file .*nothing\.proportio"):
        load_study(tmp_path / "nothing.proportio")
    with pytest.raises(UnreadableFileError, match="is a folder"):
        load_study(tmp_path)


def test_that_a_huge_file_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.proportio"
    path.write_bytes(encode_study(new_study("A")))
    monkeypatch.setattr(study_file, "LARGEST_FILE", 1000)
    with pytest.raises(UnsafeFileError, match="larger than"):
        load_study(path)


def test_that_saving_keeps_the_former_file_as_backup(tmp_path: Path) -> None:
    path = tmp_path / "a.proportio"
    first = save_study(new_study("First"), path)
    second = save_study(new_study("Second"), path, expected_digest=first)
    assert load_study(path).digest == second
    assert decode_study((tmp_path / "a.proportio.bak").read_bytes(), "backup").title == "First"


def test_that_a_file_changed_by_another_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.proportio"
    first = save_study(new_study("First"), path)
    save_study(new_study("Of a colleague"), path)
    with pytest.raises(SaveError):
        save_study(new_study("Mine"), path, expected_digest=first)
    assert load_study(path).study.title == "Of a colleague"
