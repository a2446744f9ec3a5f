"""Sources: who says that a sign is one. Each was read.

One that bears no date, or was read without it, is undated; one that was read without its title has that of its address.
"""

from __future__ import annotations

from attrs import frozen

__all__ = [
    "BBB_EXPERIENCE",
    "DBS_SIGNS",
    "FTC_CHEQUES",
    "FTC_DATA",
    "FTC_GIFT_CARDS",
    "INDEED_GUIDELINES",
    "INDEED_MESSAGES",
    "REGINA_LINKS",
    "UNICODE_LETTERS",
    "VA_OPPORTUNITIES",
    "VCU_URGENCY",
    "Source",
]


@frozen
class Source:
    """A publication that names a sign.

    Args:
        publisher: Who published it.
        title: Its title, in the publisher's own words.
        year: When, or ``"undated"``.
        url: Where it was read.
    """

    publisher: str
    title: str
    year: str
    url: str

    def __str__(self) -> str:
        return f"{self.publisher}, “{self.title}”, {self.year}, {self.url}"

    @property
    def brief(self) -> str:
        """The source without its title, which may judge what a note only points at."""
        return f"{self.publisher}, {self.year}, {self.url}"


FTC_CHEQUES = Source(
    "US Federal Trade Commission",
    "Don’t let job scams block your path forward",
    "2021",
    "https://consumer.ftc.gov/consumer-alerts/2021/04/dont-let-job-scams-block-your-path-forward",
)
"""Never pay for a job, also not for certification, training, equipment or supplies; nor send on a part of a cheque."""

FTC_GIFT_CARDS = Source(
    "US Federal Trade Commission",
    "Job Scams Explained",
    "undated",
    "https://consumer.gov/scams-and-identity-theft/job-scams-explained",
)
"""A gift card, a cryptocurrency, a payment app or a wire transfer is asked for; paying so is like using cash."""

FTC_DATA = Source(
    "US Federal Trade Commission",
    "Hire not so delightful",
    "2020",
    "https://consumer.ftc.gov/consumer-alerts/2020/12/hire-not-so-delightful",
)
"""Credit card, bank account or social security number are asked for as soon as one is in touch."""

INDEED_GUIDELINES = Source(
    "Indeed",
    "Guidelines for Safe Job Search",
    "undated",
    "https://support.indeed.com/hc/en-us/articles/216354123-Guidelines-for-Safe-Job-Search",
)
"""Larger companies write from domains that match their websites, most often not from free mail: ask for such an
address. Look out for misspelt names in addresses."""

INDEED_MESSAGES = Source(
    "Indeed",
    "How to Verify Suspicious Correspondence from an Employer",
    "undated",
    "https://support.indeed.com/hc/en-us/articles/360040122511-How-to-Verify-Suspicious-Correspondence-from-an-Employer",
)
"""Only WhatsApp, Google Hangouts or Telegram are used; look-alike domains."""

VA_OPPORTUNITIES = Source(
    "US Department of Veterans Affairs, VSAFE",
    "Employment, Business, and Job Opportunities",
    "undated",
    "https://vsafe.gov/va-toolkit/va-fraud-prevention-kit/employment-business-and-job-opportunities/",
)
"""Be cautious of interviews through Google Hangouts, Telegram and texting apps such as WhatsApp."""

DBS_SIGNS = Source(
    "Disclosure and Barring Service with JobsAware, in Financial Accountant",
    "New Year jobseekers urged to watch out for job scams",
    "undated",
    "https://financialaccountant.co.uk/news/new-year-jobseekers-urged-to-watch-out-for-job-scams/",
)
"""An offer without having met anybody of the hiring company; always ask to meet face to face or online."""

BBB_EXPERIENCE = Source(
    "Better Business Bureau, in tylerpaper.com",
    "Don’t be fooled by employment scams",
    "2017",
    "http://www.tylerpaper.com/TP-Blogs/303366/dont-be-fooled-by-employment-scams",
)
"""High pay for little effort and little experience."""

VCU_URGENCY = Source(
    "Virginia Commonwealth University",
    "Avoiding fraudulent jobs",
    "undated",
    "https://careers.vcu.edu/experience/gaining-experience/avoiding-fraudulent-jobs",
)
"""A sense of urgency; a business takes its time to find the right candidate."""

REGINA_LINKS = Source(
    "University of Regina",
    "URL Shortening Services",
    "2023",
    "https://www.uregina.ca/is/security/advisories/security-advisory70.html",
)
"""Short links make it more likely that somebody opens what they would not; find out first where they lead."""

UNICODE_LETTERS = Source(
    "Unicode Consortium",
    "Notification re UTR #36, Security Issues",
    "2005",
    "http://www.unicode.org/mail-arch/unicode-ml/y2005-m06/0404.html",
)
"""Cyrillic or Greek letters can stand in domain names for Latin ones that look alike."""
