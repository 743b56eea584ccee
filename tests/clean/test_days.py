import pytest

from selon.clean.days import in_local_zone, read_address_date, read_machine_date, read_printed_date
from selon.clean.words import page_words


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("2031-03-09", "2031-03-09"),
        ("2031-03-09T18:04:00+01:00", "2031-03-09T18:04:00+01:00"),
        ("2031-03-09T18:04:00.000Z", "2031-03-09T18:04:00+00:00"),
        ("2031-03-09 18:04:29 +01:00", "2031-03-09T18:04:29+01:00"),
        ("2031-03-09 17:02:11Z", "2031-03-09T17:02:11+00:00"),
        ("2031-03-09T18:04", "2031-03-09T18:04:00"),
        ("2031-03-09T18:04:00+0100", "2031-03-09T18:04:00+01:00"),
        ("2031-13-09", None),
        ("2031-02-30T10:00:00Z", None),
        ("Mar, 03/09/2031 - 17:10", None),
        ("", None),
    ],
)
def test_a_machine_date_keeps_its_time_and_zone(printed, told):
    assert read_machine_date(printed) == told


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("le 9 janvier 2031", "2031-01-09"),
        ("Publié le 1er août 2031 à 7 h 05", "2031-08-01T07:05:00"),
        ("Mis à jour : 09/01/2031 à 18h04", "2031-01-09T18:04:00"),
        ("mardi 9 janv. 2031, 18:04", "2031-01-09T18:04:00"),
        ("27/12/2031 - 23:51", "2031-12-27T23:51:00"),
        ("le 31 février 2031", None),
        ("le 9 janvier", None),
        ("19 janvier 20310", None),
        ("2 300 habitants le 3 mars 2031", "2031-03-03"),
    ],
)
def test_a_printed_date_is_read_day_first(printed, told):
    assert read_printed_date(printed, page_words("fr")) == told


def test_a_captions_hour_is_not_asked_for():
    line = "La digue, le 9 janvier 2031 à 18h04"
    assert read_printed_date(line, page_words("fr"), with_hour=False) == "2031-01-09"


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://phare.example/2031/01/09/crue", "2031-01-09"),
        ("https://phare.example/a/20310109-la-crue", "2031-01-09"),
        ("https://phare.example/a/1208548", None),
        ("", None),
    ],
)
def test_an_address_may_tell_the_day(url, told):
    assert read_address_date(url) == told


def test_a_moment_told_in_utc_takes_the_zone_it_is_printed_in():
    printed = ["2031-01-10T00:30:00+01:00"]
    assert in_local_zone("2031-01-09T23:30:00+00:00", printed) == "2031-01-10T00:30:00+01:00"
    assert in_local_zone("2031-01-09T22:30:00+00:00", printed) == "2031-01-09T22:30:00+00:00"
    assert in_local_zone("2031-01-09", printed) == "2031-01-09"
