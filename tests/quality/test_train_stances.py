from selon.quality.train_stances import Lesson, choose, cross_validate, train

LESSONS = [
    Lesson(f"article {i}", ("", f"class {kind}"), stance, None)
    for i in range(10)
    for kind, stance in (
        ("say", "asserted"),
        ("say", "asserted"),
        ("ask", "asked"),
        ("deny", "denied"),
    )
]


def test_the_same_lessons_give_the_same_weights() -> None:
    assert train(LESSONS) == train(list(LESSONS))


def test_what_is_learned_from_some_articles_holds_of_others() -> None:
    assert cross_validate(LESSONS) == [lesson.stance for lesson in LESSONS]


def test_what_a_rule_settles_is_not_put_to_the_vote() -> None:
    settled = [Lesson(one.article, one.votes, one.stance, "feared") for one in LESSONS]
    assert cross_validate(LESSONS[:20] + settled[20:])[20:] == ["feared"] * 20


def test_a_vote_without_weight_counts_for_nothing() -> None:
    assert choose(["", "class ask", "class unheard"], train(LESSONS)) == "asked"
