"""The elements of a piece of HTML, for tests of what stands where."""

from html.parser import HTMLParser

__all__ = ["Elements"]

VOID = {"br", "wbr"}


class Elements(HTMLParser):
    """Collects the elements with their attributes, and checks that they nest."""

    def __init__(self, markup):
        """Parse the markup."""
        super().__init__(convert_charrefs=True)
        self.found, self.open, self.said, self.read = [], [], [], []
        self.feed(markup)
        self.close()
        assert [] == self.open

    def handle_starttag(self, tag, attrs):
        """Keep an element, but for places where a line may be broken, of which longer texts have more."""
        if tag != "wbr":
            self.found.append((tag, dict(attrs)))
            self.read.append(" ")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        """Check that it is the innermost one that ends."""
        assert tag == self.open.pop()
        self.read.append(" ")

    def handle_data(self, data):
        """Keep the text."""
        self.said.append(data)
        self.read.append(data)

    @property
    def words(self):
        """The words as one reads them: each element but a place to break parts what stands before, in and after it."""
        return "".join(self.read).split()
