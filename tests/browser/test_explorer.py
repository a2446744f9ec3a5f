"""The explorer in a real browser: by keyboard, by screen reader, in every look, with strangers' texts and a slow Python."""

from __future__ import annotations

import base64

import pytest

pytest.importorskip("anywidget")

from browser.host import mount
from browser.pages import HOSTILE, LOOKS, marks, overflow, serious_violations

import interview_value as iv

BARE = iv.Evaluator(discover=False)
LABELS = {item.name: item.label for item in (*BARE.scorers, *BARE.quantities.values())}
INVITATION = iv.Invitation(
    role="Data analyst", organization="Acme", stage="first", role_interest=0.2, organization_interest=0.6
)


@pytest.fixture
def explorer():
    """An explorer of which little is known."""
    return iv.widgets.Explorer(INVITATION, iv.Seeker(upcoming_interviews=6, mindset=0.7), BARE)


def slider(page, name):
    """Return the slider of a criterion, as somebody who does not see finds it."""
    return page.get_by_role("slider", name=f"How many times to count “{LABELS.get(name, name)}”", exact=True)


def box(page, name):
    """Return the first box of a quantity's own field."""
    return page.locator(".iv-field").get_by_label(f"{LABELS[name]}: the number, or its low end", exact=True)


def unfold(page):
    """Open all groups of fields."""
    for summary in page.locator("summary").all():
        summary.click()


DARK_LAB = 'data-jp-theme-light="false" style="--jp-layout-color0: #111; --jp-content-font-color1: #eee; color: #eee; background: #111"'


@pytest.mark.parametrize(("look", "body"), [*((look, "") for look in LOOKS), ("light", DARK_LAB)])
def test_nobody_is_shut_out(page, explorer, look, body):
    """In every look, everything unfolded and one entry refused, axe-core finds nothing serious, and nothing is cut off."""
    explorer.set_state({"_asked": {"token": "t", "entries": {"pressure": ["0.1", ""]}, "weights": {"practice": 2}}})
    mount(page, explorer, look=look, body=body)
    unfold(page)
    assert [] == serious_violations(page)
    assert 0 == overflow(page)
    assert page.get_by_text("That cannot be; expected is 0.2 to 4 (factor).").is_visible()


def test_a_slider_by_keyboard_turns_the_leaning(page, explorer):
    """An arrow key moves the weight, the leaning and the hours follow, and the focus stays on the slider."""
    mount(page, explorer)
    assert (
        "Settle one thing yourself first; so far it leans towards going."
        == page.get_by_role("status").locator("strong").text_content()
    )
    moved = slider(page, "effort")
    moved.focus()
    page.keyboard.press("End")
    page.get_by_text("so far it leans towards saying no").wait_for()
    assert 3 == explorer.weights["effort"]
    assert ("3", "counted 3 times") == (moved.input_value(), moved.get_attribute("aria-valuetext"))
    assert explorer._scene["net"]["hours"] in page.locator(".iv-net").text_content()
    page.keyboard.press("ArrowLeft")
    page.get_by_text("2.95×").wait_for()
    assert moved.evaluate("node => node === document.activeElement")


def test_reset_is_there_when_it_is_needed(page, explorer):
    """The button beside a slider shows once that was moved, gives the weight back, and hands the focus to the slider."""
    mount(page, explorer)
    reset = page.get_by_role("button", name="Count “practice” as before")
    assert 0 == reset.count()
    slider(page, "practice").press("PageUp")
    reset.click()
    page.wait_for_function("document.querySelectorAll('.iv-reset:not(.iv-away)').length === 0")
    assert 1 == explorer.weights["practice"]
    assert slider(page, "practice").evaluate("node => node === document.activeElement")


def test_a_screen_reader_hears_what_is_seen(page, explorer):
    """Everything that can be moved or filled in has a name of its own, and the verdict is announced politely."""
    mount(page, explorer)
    unfold(page)
    heard = page.locator("main").aria_snapshot()
    for expected in (
        'region "Try out an invitation by hand"',
        "status:",
        'slider "How many times to count “practice”"',
        'list "Hours of your time, for and against going"',
        'textbox "the way there and back: the number, or its low end"',
        'textbox "the way there and back: its high end, if it is a range"',
        'combobox "the job situation: one of the answers"',
        'list "Ways to go about it, best first"',
        "button \"Start again\"",
    ):  # fmt: skip
        assert expected in heard
    assert 1 == heard.count("- status")
    names = [control.get_attribute("aria-label") for control in page.locator("main :is(input, select):visible").all()]
    ends = ("one of the answers", "the number, or its low end", "its high end, if it is a range")
    assert sorted(set(names)) == sorted(names[3:])
    assert [f"what a good job is worth: {end}" for end in ends] == names[:3]


def test_a_field_counts_on_enter_or_when_it_is_left(page, explorer):
    """From the first box to the second nothing is asked yet; leaving both, or Enter, makes it count."""
    mount(page, explorer)
    unfold(page)
    first = box(page, "travel")
    assert ("0", "0..2") == (first.get_attribute("placeholder"), str(BARE.quantities["travel"].assumed(INVITATION)))
    first.fill("2")
    page.keyboard.press("Tab")
    page.keyboard.type("4")
    assert explorer.invitation.travel is None
    page.keyboard.press("Tab")
    page.get_by_text("in hours · you said so").wait_for()
    assert iv.Estimate(2, 4) == explorer.invitation.travel
    first.fill("")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.press("Enter")
    page.get_by_text("in hours · we assume 0 to 2 hours").wait_for()
    assert explorer.invitation.travel is None


def test_a_bad_entry_stays_with_its_error(page, explorer):
    """The error stands beside the field, the entry is still there to be mended, and the last good answer stays."""
    mount(page, explorer)
    unfold(page)
    before = page.get_by_role("status").first.text_content()
    entered = box(page, "hour_value")
    entered.fill("-3")
    entered.press("Enter")
    page.get_by_role("alert").filter(has_text="That cannot be; expected is 0.1 to 1000 (money an hour).").wait_for()
    assert ("-3", "true") == (entered.input_value(), entered.get_attribute("aria-invalid"))
    assert before == page.get_by_role("status").first.text_content()
    entered.fill("30")
    entered.press("Enter")
    page.wait_for_function("document.querySelectorAll('[aria-invalid=true]').length === 0")
    assert iv.Estimate(30) == explorer.seeker.hour_value


def test_answering_leads_to_the_next_question(page, explorer):
    """The question on top is answered where it stands; the next takes its place, a label too, and the focus goes to it."""
    mount(page, explorer)
    first = explorer.evaluation.questions[0].at_turn
    asked = page.locator(".iv-question")
    assert first in asked.text_content()
    asked.get_by_role("textbox").first.fill("200")
    asked.get_by_role("textbox").first.press("Enter")
    page.wait_for_function("text => !document.querySelector('.iv-question').textContent.includes(text)", arg=first)
    assert iv.Estimate(200) == explorer.seeker.job_worth
    assert explorer._scene["question"]["text"] in asked.text_content()
    assert "status" == explorer._scene["question"]["name"]
    assert asked.get_by_role("combobox").evaluate("node => node === document.activeElement && node.value === ''")
    asked.get_by_role("combobox").press("ArrowDown")
    page.wait_for_function("() => !document.querySelector('.iv-question').textContent.includes('Where do you stand')")
    assert "content" == explorer.seeker.status


def test_a_choice_counts_at_once_and_stays_as_it_was_said(page, explorer):
    """A choice in place of numbers shows what it means, numbers take its place, and a label has a choice alone."""
    mount(page, explorer)
    unfold(page)
    fields = page.locator(".iv-field")
    choice = fields.get_by_label("the chance of taking the job: one of the answers")
    choice.select_option(label="Unlikely, but they could win me over")
    page.wait_for_function(
        "document.querySelector('.iv-field [aria-label^=\"the chance of taking the job: the\"]').placeholder === '0.08'"
    )
    assert "unlikely" == explorer.invitation.would_accept.choice == choice.input_value()
    box(page, "would_accept").fill("0.3")
    box(page, "would_accept").press("Enter")
    page.wait_for_function(
        "document.querySelector('.iv-field [aria-label=\"the chance of taking the job: one of the answers\"]').value === ''"
    )
    assert iv.Estimate(0.3) == explorer.invitation.would_accept
    fields.get_by_label("the job situation: one of the answers").select_option("looking")
    page.get_by_text("1 of 12 known").wait_for(state="detached")
    assert "looking" == explorer.seeker.status
    assert not box(page, "status").is_visible()


def test_yes_is_an_answer_at_the_tipping_point(page, explorer):
    """Yes to the question on top settles it, other ways to say it are taken, and what they came to is noted."""
    mount(page, explorer)
    asked = page.locator(".iv-question")
    turn = explorer.evaluation.questions[0].turn
    asked.get_by_role("textbox").first.fill("yes")
    page.keyboard.press("Enter")
    page.get_by_text("2 of 12 known").wait_for(state="detached")
    assert turn == explorer.seeker.job_worth.low
    assert not page.get_by_role("list", name="Notes").is_visible()
    page.get_by_role("button", name="Start again").click()
    page.get_by_text("2 of 12 known").wait_for()
    asked.get_by_role("textbox").first.fill("20 interviews")
    page.keyboard.press("Enter")
    page.get_by_text("what a good job is worth: “20 interviews” comes to").wait_for()


def test_the_question_waits_for_a_hand_that_writes(page, explorer):
    """While somebody writes an answer, no other question slips under it, whatever else changes."""
    mount(page, explorer)
    asked = page.locator(".iv-question")
    before = asked.locator(".iv-ask").text_content()
    asked.get_by_role("textbox").first.fill("30")
    explorer.seeker = explorer.seeker.with_quantities(job_worth=200)
    page.evaluate("scene => window.widgets[0].take(scene)", explorer._scene)
    assert before == asked.locator(".iv-ask").text_content()
    assert explorer._scene["question"]["text"] != before
    assert "30" == asked.get_by_role("textbox").first.input_value()


MOVE = """([value, times]) => {
  const input = document.querySelector('[aria-label="How many times to count “practice”"]');
  for (let step = 1; step <= times; step += 1) {
    input.value = String(value * step / times);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
}"""


def test_the_last_move_wins(page, explorer):
    """A slider that is dragged asks once at a time: the first place and the last, and the last one counts."""
    mount(page, explorer)
    page.evaluate(MOVE, [2, 40])
    page.get_by_text("2×", exact=True).wait_for()
    assert 2 == explorer.weights["practice"]
    assert [0.05, 2] == page.evaluate("window.widgets[0].asked.map((asked) => asked.weights.practice)")
    assert "2" == slider(page, "practice").input_value()


def answered(page):
    """Let the next answer arrive that the page was made to wait for."""
    page.wait_for_function("window.widgets[0].waiting() === 1")
    page.evaluate("window.widgets[0].release()")


def test_no_answer_takes_a_newer_step_back(page, explorer):
    """While a slider moves on, the answer to an earlier step leaves it where the hand is."""
    mount(page, explorer)
    page.evaluate("window.widgets[0].hold()")
    moved = slider(page, "practice")
    for _ in range(5):
        moved.press("ArrowRight")
    answered(page)
    assert ["1.05×", "1.25"] == [page.get_by_text("1.05×").text_content(), moved.input_value()]
    moved.press("ArrowRight")
    answered(page)
    answered(page)
    page.get_by_text("1.3×").wait_for()
    assert ("1.3", 1.3) == (moved.input_value(), explorer.weights["practice"])
    assert [1.05, 1.25, 1.3] == page.evaluate("window.widgets[0].asked.map((asked) => asked.weights.practice)")


def test_no_answer_takes_an_entry_away(page, explorer):
    """What was entered while another change was under way stands in its box until it is answered, and can be gone on with."""
    mount(page, explorer)
    unfold(page)
    page.evaluate("window.widgets[0].hold()")
    slider(page, "practice").press("End")
    entered = box(page, "travel")
    entered.fill("3")
    entered.press("Enter")
    answered(page)
    assert "3" == entered.input_value()
    entered.press("5")
    entered.press("Enter")
    answered(page)
    answered(page)
    page.get_by_text("in hours · you said so").wait_for()
    assert ("35", iv.Estimate(35)) == (entered.input_value(), explorer.invitation.travel)


def test_changes_that_wait_go_out_together(page, explorer):
    """While one change is under way, moves of several sliders wait for its answer, and then none is lost."""
    mount(page, explorer)
    page.evaluate(MOVE, [2, 2])
    page.evaluate("""() => {
      for (const name of ["time and money", "new contacts"]) {
        const input = document.querySelector(`[aria-label="How many times to count “${name}”"]`);
        input.value = "0.5";
        input.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }""")
    page.wait_for_function("document.querySelectorAll('.iv-reset:not(.iv-away)').length === 3")
    assert {"practice": 2, "effort": 0.5, "networking": 0.5} == {
        name: weight for name, weight in explorer.weights.items() if weight != 1
    }


def test_a_busy_python_is_told_and_nothing_is_lost(page, explorer):
    """After three seconds without an answer the page says so; what was not answered goes along with the next change."""
    page.clock.install()
    mount(page, explorer)
    page.evaluate("window.widgets[0].lose(1)")
    slider(page, "practice").press("End")
    page.clock.fast_forward(3_100)
    busy = page.get_by_text("Still working it out; the answer follows.")
    busy.wait_for()
    slider(page, "effort").press("Home")
    page.get_by_text("0×", exact=True).wait_for()
    assert (3, 0) == (explorer.weights["practice"], explorer.weights["effort"])
    assert not busy.is_visible()


def test_a_late_answer_is_an_answer(page, explorer):
    """What comes after more than three seconds is shown, and what it answered is not sent again."""
    page.clock.install()
    mount(page, explorer)
    page.evaluate("window.widgets[0].lose(1)")
    slider(page, "practice").press("End")
    page.clock.fast_forward(3_100)
    explorer.set_state({"_asked": page.evaluate("window.widgets[0].asked[0]")})
    page.evaluate("scene => window.widgets[0].take(scene)", explorer._scene)
    assert not page.get_by_text("Still working it out").is_visible()
    explorer.weights = {"practice": 0.5}
    page.evaluate("scene => window.widgets[0].take(scene)", explorer._scene)
    assert "0.5" == slider(page, "practice").input_value()
    slider(page, "effort").press("Home")
    page.get_by_text("0×", exact=True).wait_for()
    assert (0.5, 0) == (explorer.weights["practice"], explorer.weights["effort"])


def test_a_queue_does_not_wait_for_ever(page, explorer):
    """What was moved while an answer got lost goes out after three seconds, with what was lost."""
    page.clock.install()
    mount(page, explorer)
    page.evaluate("window.widgets[0].lose(1)")
    slider(page, "practice").press("End")
    slider(page, "effort").press("Home")
    page.clock.fast_forward(3_100)
    page.get_by_text("0×", exact=True).wait_for()
    assert (3, 0) == (explorer.weights["practice"], explorer.weights["effort"])


def test_a_slider_goes_as_far_as_its_weight(page, explorer):
    """A weight beyond the end makes room for itself, and the room goes with it."""
    mount(page, explorer)
    for weight, most in ((1_000, "1536"), (1, "3")):
        explorer.weights = {"practice": weight}
        page.evaluate("scene => window.widgets[0].take(scene)", explorer._scene)
        assert most == slider(page, "practice").get_attribute("max")


COLOURS = """async (png) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const sheet = new OffscreenCanvas(image.width, image.height).getContext("2d");
  sheet.drawImage(image, 0, 0);
  return new Set(new Uint32Array(sheet.getImageData(0, 0, image.width, image.height).data.buffer)).size;
}"""


def test_sliders_are_seen_in_high_contrast(page, explorer):
    """Where the system has colours of its own, a slider is more than an empty place."""
    mount(page, explorer)
    page.emulate_media(forced_colors="active")
    picture = base64.b64encode(slider(page, "practice").screenshot()).decode()
    assert 1 < page.evaluate(COLOURS, picture)


def test_a_field_says_all_of_itself(page, explorer):
    """Who comes back to a box hears the mistake, the question, and what is assumed."""
    mount(page, explorer)
    unfold(page)
    box(page, "pressure").fill("0.1")
    box(page, "pressure").press("Enter")
    page.get_by_text("That cannot be").wait_for()
    said = box(page, "pressure").get_attribute("aria-description")
    assert said.startswith("That cannot be; expected is 0.2 to 4 (factor). · ")
    assert said.endswith(" · we assume 0.6 to 1.4 times, because of the job situation")


def test_start_again(page, explorer):
    """The button makes everything as it was."""
    mount(page, explorer)
    before = page.locator(".iv-explorer").text_content()
    slider(page, "practice").press("End")
    page.get_by_text("3×", exact=True).wait_for()
    page.get_by_role("button", name="Start again").click()
    page.wait_for_function("document.querySelectorAll('.iv-reset:not(.iv-away)').length === 0")
    assert before == page.locator(".iv-explorer").text_content()
    assert "1" == slider(page, "practice").input_value()


def test_what_python_sets_is_shown(page, explorer):
    """Values, weights beyond the slider's end and other invitations that Python sets appear where they belong."""
    mount(page, explorer)
    unfold(page)
    explorer.weights = {"practice": 12}
    explorer.invitation = iv.Invitation(role="Gardener", travel=(1, 2.5), role_interest=0, organization_interest=0)
    page.evaluate("scene => window.widgets[0].take(scene)", explorer._scene)
    assert page.get_by_text("Say no, politely.", exact=True).is_visible()
    assert "Gardener" == page.locator(".iv-subject").text_content()
    assert ("12", "12") == (slider(page, "practice").input_value(), slider(page, "practice").get_attribute("max"))
    assert "1" == box(page, "travel").input_value()
    assert not page.locator(".iv-question").is_visible()


def test_several_on_one_page(page, explorer):
    """Each has sliders, fields and an answer of its own."""
    other = iv.widgets.Explorer(iv.Invitation(role="Gardener", role_interest=0.9), evaluator=BARE)
    mount(page, explorer, other)
    sections = page.locator(".iv-explorer")
    before = sections.nth(0).text_content()
    sections.nth(1).get_by_role("slider", name="How many times to count “practice”").press("End")
    sections.nth(1).get_by_text("3×", exact=True).wait_for()
    assert before == sections.nth(0).text_content()
    assert (1, 3) == (explorer.weights["practice"], other.weights["practice"])
    assert [] == [node for node in page.locator("[id]").all() if node.evaluate("node => node.closest('main') !== null")]


def test_one_that_is_taken_away_is_quiet(page, explorer):
    """A view whose cell was run again neither listens nor draws any more."""
    mount(page, explorer)
    before = page.locator(".iv-explorer").text_content()
    page.evaluate("window.widgets[0].dispose()")
    explorer.weights = {"practice": 3}
    page.evaluate("scene => window.widgets[0].take(scene)", explorer._scene)
    assert before == page.locator(".iv-explorer").text_content()


def plugged(text):
    """An explorer in which a stranger's text stands wherever a stranger can write."""
    mood = iv.Quantity("mood", unit=text, bounds=(0, 10), prior=(1, 8), question=text, ask="yourself", source=text)
    constant = iv.Quantity("__proto__", unit=text, bounds=(0, 10), prior=(1, 8), source=text, grade=text)

    def fail(mood):
        raise ValueError(text)

    plugins = [
        iv.scoring.Scorer(
            name="constructor", function=lambda mood: mood, kind="benefit", quantities=[mood], reason=lambda: text
        ),
        iv.scoring.Scorer(name="__proto__", function=lambda __proto__: __proto__, kind="cost", quantities=[constant]),
        iv.scoring.Scorer(name="broken", function=fail, kind="cost", quantities=[mood]),
    ]
    facts = {"role": text, "organization": text, "notes": (text,), "duration": 1, "read_from": {"duration": text}}
    return iv.widgets.Explorer(iv.Invitation(**facts), evaluator=iv.Evaluator(discover=False, plugins=plugins))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(page, text):
    """A stranger's text shows as it was written wherever it stands, runs nothing, and leaves the page in its window."""
    explorer = plugged(text)
    calm = plugged("calm")
    mount(page, calm)
    expected = page.locator("main *").count()
    mount(page, explorer, look="narrow")
    unfold(page)
    assert expected == page.locator("main *").count()
    assert 5 <= marks(page.locator("main").text_content()).count(marks(text)[:80])
    assert 0 == overflow(page)
    slider(page, "constructor").press("End")
    slider(page, "  proto  ").press("End")
    page.wait_for_function("document.querySelectorAll('.iv-reset:not(.iv-away)').length === 2")
    assert (3, 3) == (explorer.weights["constructor"], explorer.weights["__proto__"])
    entered = page.locator(".iv-field").get_by_label("mood: the number, or its low end", exact=True)
    entered.fill(text[:100])
    entered.press("Enter")
    page.get_by_role("alert").filter(has_text="That cannot be").wait_for()
