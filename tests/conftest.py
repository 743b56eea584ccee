"""In the gate a skipped test is a failed one: set SELON_NO_SKIP=1 and nothing passes unseen."""

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("SELON_SHARED", Path(__file__).parents[2] / "shared"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if os.environ.get("SELON_NO_SKIP") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
    return report


@pytest.fixture(scope="session")
def shared() -> Path:
    """Where the publishers' texts lie, which are read but never copied."""
    if not SHARED.is_dir():
        pytest.skip(f"there are no shared texts at {SHARED}")
    return SHARED
