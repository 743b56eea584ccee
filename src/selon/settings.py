"""What a user may set once instead of on every command: read from `selon.toml` and the environment.

In: the folder that the program was started in, and the environment. Out: one frozen object. The
environment wins over the file, a command's option over both.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

LOCALES = ("fr", "en")


class WrongSetting(ValueError):
    """The settings file is no good. `message` is to be translated, `details` fill its braces."""

    def __init__(self, message: str, *details: str) -> None:
        super().__init__(message.format(*details))
        self.message = message
        self.details = details


@dataclass(frozen=True, slots=True)
class Settings:
    """`locale` is what the program speaks, one of LOCALES; `language` what the texts are in."""

    locale: str = "en"
    language: str | None = None


def read_settings(folder: Path, environment: Mapping[str, str]) -> Settings:
    """Read the settings; raise WrongSetting for a file that cannot be read as such."""
    kept = _read_file(folder / "selon.toml")
    locale = environment.get("SELON_LOCALE") or kept.get("locale") or user_locale(environment)
    return Settings(
        locale=nearest_locale(locale),
        language=environment.get("SELON_LANGUAGE") or kept.get("language"),
    )


def user_locale(environment: Mapping[str, str]) -> str:
    """Return the locale that the system was told to use for messages, "" where none is set."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    return next((environment[name] for name in names if environment.get(name)), "")


def nearest_locale(name: str) -> str:
    """Return the one of LOCALES that serves one such as "fr_CA.UTF-8"; English where none does."""
    language = name.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return language if language in LOCALES else "en"


def _read_file(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    try:
        kept = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise WrongSetting("{} cannot be read: {}", path.name, str(error)) from error
    for name, value in kept.items():
        if name not in ("locale", "language"):
            raise WrongSetting("{}: there is no setting called “{}”", path.name, name)
        if not isinstance(value, str):
            raise WrongSetting("{}: the setting “{}” must be text", path.name, name)
    return kept
