from selon.quality.compare import changes
from selon.quality.gate import RECORDED, below, floors_of, lowered

SCORES = {"gold": {**dict.fromkeys(RECORDED, 0.8), "statement_f1_95": [0.75, 0.85], "digest": "d1"}}


def test_a_floor_is_the_lower_end_of_the_interval_or_a_little_below() -> None:
    pinned = floors_of(SCORES)["gold"]
    assert pinned["digest"] == "d1"
    assert pinned["floors"]["statement_f1"] == 0.75
    assert pinned["floors"]["figure_f1"] == 0.795


def test_a_score_below_its_floor_and_a_changed_set_are_told() -> None:
    floors = floors_of(SCORES)
    assert below(floors, SCORES) == []
    worse = {"gold": {**SCORES["gold"], "figure_f1": 0.7}}
    assert below(floors, worse) == ["gold: figure_f1 is 0.7, its floor is 0.795"]
    other = {"gold": {**SCORES["gold"], "digest": "d2"}}
    assert below(floors, other) == ["gold: the articles changed since the floors were pinned"]
    assert below({}, SCORES) == ["gold: no floors are pinned; run make gate-pin"]


def test_pinning_would_tell_what_it_lowers() -> None:
    old = floors_of(SCORES)
    new = floors_of({"gold": {**SCORES["gold"], "via_recall": 0.5}})
    assert lowered(old, new) == ["gold: via_recall from 0.795 to 0.495"]
    assert lowered(old, old) == []


def test_a_comparison_tells_what_was_gained_lost_and_moved() -> None:
    def statement(content: list[list[int]], speaker: str) -> dict:
        return {
            "field": "text", "content": content, "words": ["La digue"], "rule": "fr/x",
            "speaker": speaker, "kind": "direct", "stance": "asserted",
        }  # fmt: skip

    before = {
        "id": "a",
        "figures": [],
        "statements": [statement([[0, 8]], "maire"), statement([[20, 28]], "")],
    }
    after = {
        "id": "a",
        "figures": [],
        "statements": [statement([[0, 8]], "préfète"), statement([[40, 48]], "")],
    }
    assert [kind for kind, _ in changes([before], [after])] == [
        "statements moved",
        "statements lost",
        "statements gained",
    ]
    assert list(changes([before], [before])) == []
