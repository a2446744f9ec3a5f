"""Time zones: from the name that a file gives one to an offset that a date can carry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timezone, tzinfo
from zoneinfo import ZoneInfo

from .content_lines import Block

__all__ = ["Zones"]

YEARS = range(1900, 2200)
"""The years for which a described zone is followed: its rules are counted from their start, so years cost time."""

MAX_RULES = 20
"""The most rules of a described zone that are followed."""

RULE_PARTS = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYMONTH", "BYDAY", "BYMONTHDAY"})


class Zones:
    """The time zones that one file may mean.

    Args:
        described: The zones that the file itself describes, by name.
    """

    def __init__(self, described: Mapping[str, Block]) -> None:
        self.described = described
        self._found: dict[str, tzinfo | None] = {}
        self._parsed: dict[str, tzinfo] = {}
        self._offsets: dict[tuple[str, datetime], tzinfo | None] = {}

    @property
    def lookups(self) -> int:
        """How many times were looked up in descriptions, each of which takes about a millisecond."""
        return len(self._offsets)

    def attach(self, moment: datetime, name: str) -> datetime:
        """Return the moment with its time zone, or as it is if the zone's name is unknown.

        A name of the IANA database counts first, then a name that Windows gives, then the end of a longer name
        such as ``/example.com/Europe/Berlin``, then the description in the file itself.

        Args:
            moment: A date and time; if it has a time zone already it is returned as it is.
            name: The zone's name; empty for a floating time.
        """
        if moment.tzinfo is not None or not name:
            return moment
        if name not in self._found:
            self._found[name] = _named(name)
        zone = self._found[name]
        return moment.replace(tzinfo=zone) if zone else self._described(moment, name)

    def _described(self, moment: datetime, name: str) -> datetime:
        block = self.described.get(name)
        if block is None or moment.year not in YEARS or not _is_harmless(block):
            return moment
        if (name, moment) not in self._offsets:
            self._offsets[name, moment] = self._offset(block, moment, name)
        return moment.replace(tzinfo=self._offsets[name, moment])

    def _offset(self, block: Block, moment: datetime, name: str) -> tzinfo | None:
        from .ical import parse_zone

        try:
            if name not in self._parsed:
                self._parsed[name] = parse_zone(block.lines)
            offset = moment.replace(tzinfo=self._parsed[name]).utcoffset()
            # A plain offset can be compared, copied and stored; the zone's rules are not needed any more.
            return None if offset is None else timezone(offset)
        except Exception:  # noqa: BLE001 - a zone that nobody understands is an unknown zone
            return None


def _named(name: str) -> tzinfo | None:
    from .ical import WINDOWS_TO_OLSON

    parts = name.strip("/").split("/")[-6:]
    # At most the last parts are tried, and only those of a name that begins with "/" may lose their beginning.
    tails = ["/".join(parts[start:]) for start in range(len(parts))] if name.startswith("/") else [name]
    for candidate in (WINDOWS_TO_OLSON.get(name, name), *tails):
        try:
            return ZoneInfo(candidate)
        except (OSError, ValueError, LookupError):
            continue
    return None


def _is_harmless(block: Block) -> bool:
    """Whether following the rules takes a bounded time: once or a few times a year, and not many of them."""
    rules = [line.partition(":")[2] for line in block.named("RRULE")]
    starts = sum(line.startswith("BEGIN:") for line in block.lines)
    return starts <= MAX_RULES and len(rules) <= MAX_RULES and all(map(_is_yearly, rules))


def _is_yearly(rule: str) -> bool:
    split = (part.partition("=") for part in rule.upper().split(";") if part)
    parts = {name: value for name, _, value in split}
    # An interval of 0 would never end, and no zone needs another than 1.
    if parts.get("FREQ") != "YEARLY" or parts.get("INTERVAL", "1") != "1" or not parts.keys() <= RULE_PARTS:
        return False
    many = any("," in parts.get(name, "") for name in ("BYMONTH", "BYDAY"))
    return not many and ("BYMONTH" in parts or "BYDAY" not in parts) and parts.get("BYMONTHDAY", "").count(",") < 7
