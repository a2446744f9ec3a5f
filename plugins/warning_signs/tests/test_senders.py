"""What an organiser's address bears beside the organisation's name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from interview_value_warning_signs.senders import sender_signs


def names(address: str, organization: str = "", *, guessed: bool = False) -> list[str]:
    """The signs of an address, by name."""
    return [finding.sign.name for finding in sender_signs(address, organization, guessed=guessed)]


@pytest.mark.parametrize(
    ("address", "organization"),
    [
        ("mailto:jobs@brightside-marketing.com", "Brightside Marketing"),
        ("mailto:JOBS@Brightside.CO.UK", "Brightside Marketing Ltd."),
        ("mailto:one@mail.brightside.de", "Brightside Marketing GmbH"),
        ("mailto:one@getbrightside.io", "Brightside"),
        ("mailto:one@bsm.com", "Big Sun Mills"),
        ("mailto:one@bigsun.com", "Big Sun Mills"),
        ("mailto:one@muller.de", "Müller"),
        ("mailto:one@xn--mller-kva.de", "Müller"),
        ("mailto:one@tryfi.com", "Fi"),
        ("mailto:one@gmail.com", ""),
        ("mailto:one@greenhouse.io", "Brightside"),
        ("mailto:one@example.org", "Brightside"),
        ("mailto:one", "Brightside"),
        ("", "Brightside"),
        ("mailto:", ""),
        ("mailto:one@x.com", "Recruiting Team"),
        ("mailto:one@mueller.de", "Müller"),
        ("mailto:one@romashka.com", "Ромашка"),
    ],
)
def test_what_is_no_sign(address: str, organization: str) -> None:
    """An address in the organisation's name, shortened too; a service that writes for others; a person without one."""
    assert [] == names(address, organization)


@pytest.mark.parametrize(
    ("sign", "address", "organization"),
    [
        ("free_mail", "mailto:brightside.hr@gmail.com", "Brightside"),
        ("free_mail", "mailto:one@yahoo.co.uk", "Brightside"),
        ("other_domain", "mailto:one@nortonstaffing.com", "Brightside"),
        ("lookalike", "mailto:one@br1ghtside.com", "Brightside Marketing"),
        ("lookalike", "mailto:one@br1ghtside-marketing.com", "Brightside Marketing"),
        ("lookalike", "mailto:one@acrne.com", "Acme"),
        ("lookalike", "mailto:one@northvvind.example", "Northwind"),
        ("letters", "mailto:one@brіghtside.com", "Brightside"),  # noqa: RUF001 - with a Cyrillic letter
        ("letters", "mailto:one@xn--brghtside-cuh.com", ""),
        ("letters", "mailto:one@хосо.com", ""),  # noqa: RUF001 - Cyrillic throughout
        ("encoded", "mailto:one@xn--bcher-kva.example", "Brightside"),
        ("other_domain", "mailto:one@xn--80ak6aa92e-zzzzzzzzzzzzzz.com", "Brightside"),
    ],
)
def test_what_is_a_sign(sign: str, address: str, organization: str) -> None:
    """Free mail and another name are weak; what passes for another is strong, whatever the organisation is called."""
    assert [sign] == names(address, organization)


def test_a_name_that_was_guessed_from_the_address_is_not_compared_with_it() -> None:
    """It would always be the same."""
    assert [] == names("mailto:one@nortonstaffing.com", "Brightside", guessed=True)
    assert ["letters"] == names("mailto:one@xn--brghtside-cuh.com", "Brightside", guessed=True)


@given(st.text(), st.text())
def test_any_address_can_be_looked_at(address: str, organization: str) -> None:
    """Whatever stands there, there is at most one sign."""
    assert len(names(f"one@{address}", organization)) <= 1


def test_a_long_address_takes_no_long_time() -> None:
    """Only so much of it is looked at as an address can have."""
    assert len(names("one@" + "rn" * 100_000 + ".com", "m" * 100_000)) <= 1
