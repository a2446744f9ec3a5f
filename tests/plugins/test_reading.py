"""The hook that reads: plugins are asked first, by name; what they say wrong is named."""

from __future__ import annotations

import pytest
from plugs import plugin_of

import interview_value as iv


def read_with(*plugins, source="a line of text\nand another"):
    """Read with the readers of an evaluator that has these plugins."""
    evaluator = iv.Evaluator(plugins=plugins, discover=False)
    return iv.read(source, readers=evaluator.readers.items())


def test_first_answer_counts():
    """Plugins are asked by name; the first that knows the format reads it."""
    knows = plugin_of("b_knows", read=iv.Invitation(role="Analyst", read_from={"role": "b"}))
    also = plugin_of("c_also", read=iv.Invitation(role="Other"))
    passes = plugin_of("a_passes", read=None)
    assert "Analyst" == read_with(also, knows, passes).role


def test_reader_gets_the_source():
    """A reader gets the name and the bytes, of which nothing has been interpreted."""
    seen = []

    class Reading:
        """Look at the source."""

        name = "reading"

        @iv.hookimpl
        def interview_value_read(self, source):
            """Take it all."""
            seen.append((source.name, source.text))
            return iv.Invitation()

    read_with(Reading())
    assert [("text", "a line of text\nand another")] == seen


def test_plugins_come_before_the_built_in_readers():
    """A plugin may read what the library could read itself."""
    calendar = "BEGIN:VCALENDAR\nEND:VCALENDAR\n"
    assert "Analyst" == read_with(plugin_of("mine", read=iv.Invitation(role="Analyst")), source=calendar).role


@pytest.mark.parametrize(
    "answer", [3, "text", True, {"role": "Analyst"}, [], iv.Seeker(), float("nan"), iv.Invitation], ids=repr
)
def test_rubbish(answer):
    """What is no invitation is an error that names the plugin."""
    plugin = plugin_of("mine", read=answer if not callable(answer) else (lambda: answer))
    with pytest.raises(iv.errors.ReadError, match="the plugin 'mine' returned"):
        read_with(plugin)


def _raise(error):
    raise error


def test_reader_that_raises():
    """What a plugin raises is an error that names it."""
    with pytest.raises(iv.errors.ReadError, match=r"the plugin 'mine' failed on it: .*boom") as caught:
        read_with(plugin_of("mine", read=lambda: _raise(ValueError("boom"))))
    assert ValueError is type(caught.value.__cause__)


def test_reader_that_refuses():
    """A ReadError of a plugin is shown as it is: the source is of its format, but broken."""
    with pytest.raises(iv.errors.ReadError, match=r"^mail: is torn$"):
        read_with(plugin_of("mine", read=lambda: _raise(iv.errors.ReadError("mail", "is torn"))))


def test_installed_readers_are_asked_unless_others_are_named(monkeypatch):
    """Reading asks the plugins that are installed, as evaluating does, when no readers are named."""
    knows = plugin_of("knows", read=iv.Invitation(role="Analyst", read_from={"role": "knows"}))
    evaluator = iv.Evaluator(plugins=[knows], discover=False)
    monkeypatch.setattr("interview_value.reading.dispatch.default_catalogue", lambda: evaluator)
    assert "Analyst" == iv.read("a line of text\nand another").role
    with pytest.raises(iv.errors.ReadError, match="is of no known format"):
        iv.read("a line of text\nand another", readers=())
