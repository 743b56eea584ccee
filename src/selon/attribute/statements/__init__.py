"""WHO SAID WHAT: cues, sources and contents found, weighed and put together."""
