"""The command line: arguments to calls.

In: arguments, the environment, standard input. Out: readings on standard output or in a file, one
sentence on standard error for each source that could not be read, and an exit status: 0 all read,
1 some not, 2 wrong usage.
"""

import argparse
import gettext
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

from selon.model import Article, Page, Reading, Unread
from selon.serve.delivery import ENDINGS, FORMATS, Layout, whole_file, write_readings
from selon.serve.harmless import harmless
from selon.serve.wording import CATALOGS, N_, Wording, wording_for
from selon.settings import (
    LOCALES,
    Settings,
    WrongSetting,
    nearest_locale,
    read_settings,
    user_locale,
)

if TYPE_CHECKING:
    from selon.serve.progress import Progress

ALL_READ, SOME_UNREAD, WRONG_USAGE = 0, 1, 2
BROKEN_PIPE, INTERRUPTED = 141, 130
_USUAL, _WIDEST = 100, 110

_ABOUT = N_("Read the news and keep who said what, and which figure is according to whom.")
_READ_ABOUT = N_(
    "Read articles: who says what, which figure is according to whom, each with its exact words."
)
_SOURCES = N_("an .html, .txt, .json or .jsonl file, a folder of these, or - for standard input")
_EXAMPLES = N_(
    """examples:
  selon read article.html                      one article, to look at
  selon read dossier/ -o dossier.jsonl         a folder, one JSON object a line
  selon read a.html b.html --to html -o p.html one page with both, marked in place
  curl -s URL | selon read - --published 2024-01-09
  selon read dossier/ | jq -r '.figures[] | [.value, .counts, .speaker] | @tsv'

Several articles make one page (html, md) or one array (json).
The exit status is 0 if all was read, 1 if some was not, 2 for wrong usage."""
)
# What argparse itself says to a user, in the wordings of Python 3.11 to 3.14.
_PARSER_SAYS = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("ignored explicit argument %r"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        settings = read_settings(Path.cwd(), os.environ)
    except WrongSetting as wrong:
        wording = wording_for(_asked_locale(given) or nearest_locale(user_locale(os.environ)))
        _complain(wording.say(wrong.message, *wrong.details))
        return WRONG_USAGE
    wording = _speak(_asked_locale(given) or settings.locale)
    options = _parser(wording, settings).parse_args(given)
    try:
        return int(options.run(options, wording))
    except BrokenPipeError:
        # Whoever read has had enough; Python must not try to flush the rest at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED


def read(options: argparse.Namespace, wording: Wording) -> int:
    """Read the sources and write their readings: the command `selon read`."""
    desk = _Desk(options, wording)
    output: Path | None = options.output
    form = options.to or _usual_format(output)
    try:
        with ExitStack() as stack:
            out = stack.enter_context(whole_file(output)) if output else _standard_output(form)
            layout = _layout(out, several=_several(options.sources))
            if layout.several and sys.stderr.isatty() and not (form == "text" and layout.terminal):
                desk.progress = stack.enter_context(_progress(options, wording))
            write_readings(desk.readings(), form, out, wording, layout)
            out.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # What cannot be read is a value, so this is about the output: no such folder, a full disk.
        target = output or wording.say("standard output")
        _complain(wording.say("{} cannot be written: {}", target, error.strerror))
        return WRONG_USAGE
    return SOME_UNREAD if desk.unread else ALL_READ


def _progress(options: argparse.Namespace, wording: Wording) -> "Progress":
    from selon.fetch.files import count_sources
    from selon.serve.progress import Progress

    return Progress(wording, count_sources(options.sources))


@dataclass(slots=True)
class _Desk:
    """Reads one source after another and counts those that cannot be read."""

    options: argparse.Namespace
    wording: Wording
    progress: "Progress | None" = None
    unread: int = 0

    def readings(self) -> Iterator[Reading]:
        """Yield the readings; complain of what has none and go on."""
        from selon.fetch.files import read_sources

        for found in read_sources(self.options.sources, stdin=sys.stdin.buffer):
            if isinstance(found, Unread):
                self._refuse(found.source, self.wording.problem(found.problem))
            else:
                yield from self._read(found)
            if self.progress:
                self.progress.step(self.unread)

    def _read(self, found: Page | Article) -> Iterator[Reading]:
        from selon.pipeline import read_source

        published, language = self.options.published, self.options.lang
        reading = read_source(found, published=published, language=language)
        if reading.pack and reading.article.text.strip():
            yield reading
            return
        problems = reading.problems or reading.article.problems
        said = "; ".join(self.wording.problem(problem) for problem in problems)
        name = found.name if isinstance(found, Page) else found.id
        self._refuse(name, said or self.wording.say("there is no article in it"))

    def _refuse(self, source: str, sentence: str) -> None:
        self.unread += 1
        _complain(self.wording.say("{}: {}", source, sentence), self.progress)


def _complain(sentence: str, progress: "Progress | None" = None) -> None:
    line = harmless(sentence)
    if progress:
        progress.say(line)
    else:
        print(line, file=sys.stderr)


def _speak(locale: str) -> Wording:
    """Make everything that asks gettext, argparse above all, speak a locale."""
    os.environ["LANGUAGE"] = locale
    gettext.bindtextdomain("selon", str(CATALOGS))
    gettext.textdomain("selon")
    return wording_for(locale)


def _asked_locale(arguments: Sequence[str]) -> str | None:
    """Find --locale ahead of the parser, which must speak it already and refuses wrong ones."""
    for argument, following in pairwise([*arguments, ""]):
        name, equals, value = argument.partition("=")
        if name == "--locale" and (value if equals else following) in LOCALES:
            return value if equals else following
    return None


class _ShowVersion(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> NoReturn:
        from importlib.metadata import version

        print(f"selon {version('selon')}")
        parser.exit()


def _parser(wording: Wording, settings: Settings) -> argparse.ArgumentParser:
    say = wording.say
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--locale", choices=LOCALES, help=say("the language in which Selon speaks to you")
    )
    looks: dict[str, Any] = {
        "formatter_class": argparse.RawDescriptionHelpFormatter,
        "parents": [common],
        "allow_abbrev": False,
    }
    parser = argparse.ArgumentParser(
        prog="selon", description=say(_ABOUT), epilog=say(_EXAMPLES), **looks
    )
    parser.add_argument(
        "--version", action=_ShowVersion, nargs=0, help=say("show the version and exit")
    )
    commands = parser.add_subparsers(title=say("commands"), metavar=say("COMMAND"), required=True)
    command = commands.add_parser(
        "read", help=say(_READ_ABOUT), description=say(_READ_ABOUT), epilog=say(_EXAMPLES), **looks
    )
    _add_read_options(command, wording, settings)
    command.set_defaults(run=read)
    return parser


def _add_read_options(
    command: argparse.ArgumentParser, wording: Wording, settings: Settings
) -> None:
    say = wording.say

    def day(text: str) -> str:
        try:
            datetime.fromisoformat(text)
        except ValueError:
            raise argparse.ArgumentTypeError(
                say("“{}” is no date; write it as in 2024-01-09", text)
            ) from None
        return text

    command.add_argument("sources", nargs="+", metavar="SOURCE", help=say(_SOURCES))
    command.add_argument(
        "--to",
        choices=FORMATS,
        help=say("what to write (text on a terminal, jsonl into a pipe, else what FILE ends in)"),
    )
    command.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar=say("FILE"),
        help=say("write to a file, which is replaced once all is read"),
    )
    command.add_argument(
        "--published",
        type=day,
        metavar=say("DATE"),
        help=say("the day on which the articles were printed, if they do not say or say it wrong"),
    )
    command.add_argument(
        "--lang",
        metavar=say("LANGUAGE"),
        default=settings.language,
        help=say("the language of the articles, such as fr, if they do not say or say it wrong"),
    )


def _usual_format(output: Path | None) -> str:
    if output:
        return ENDINGS.get(output.suffix.lower(), "jsonl")
    return "text" if sys.stdout.isatty() else "jsonl"


def _standard_output(form: str) -> TextIO:
    out = sys.stdout
    if hasattr(out, "reconfigure"):
        # Programs that read expect UTF-8; a person's terminal gets what it can show.
        if form == "text":
            out.reconfigure(errors="replace")
        else:
            out.reconfigure(encoding="utf-8")
    return out


def _layout(out: TextIO, *, several: bool) -> Layout:
    terminal = out.isatty() and os.environ.get("TERM") != "dumb"
    known = terminal or "COLUMNS" in os.environ
    columns = shutil.get_terminal_size((_USUAL, 24)).columns if known else _USUAL
    return Layout(
        width=max(20, min(columns, _WIDEST)),
        terminal=terminal,
        colour=terminal and not os.environ.get("NO_COLOR"),
        several=several,
    )


def _several(sources: Sequence[str]) -> bool:
    """Tell whether there may be more than one article: a folder or a .jsonl file has any number."""
    return len(sources) > 1 or any(
        Path(source).is_dir() or source.lower().endswith(".jsonl") for source in sources
    )


if __name__ == "__main__":
    sys.exit(main())
