from selon.quality.learning import Choice, learn

CHOICES = [Choice([["left", "short"], ["right", "long"]], frozenset([1]))] * 4


def test_the_votes_of_right_candidates_gain_weight_and_the_others_lose() -> None:
    weights = learn(CHOICES, penalty=0.5)
    assert weights["right"] > 0 > weights["left"]


def test_the_same_choices_give_the_same_weights() -> None:
    assert learn(CHOICES, penalty=0.5) == learn(CHOICES, penalty=0.5)


def test_a_vote_seen_too_rarely_gets_no_weight() -> None:
    rare = Choice([["once"], ["left"]], frozenset([0]))
    assert "once" not in learn([*CHOICES, rare], penalty=0.5)
