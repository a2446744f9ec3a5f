// Draws what Python sends, and tells Python what a person changed. Every number and every sentence is made in Python.

const SVG = "http://www.w3.org/2000/svg";
const PATIENCE = 3000; // milliseconds until a person is told that Python is busy

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function draw(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

// A text that stays as it is is not said again by a screen reader.
function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
  node.hidden = text === "";
}

// One change is under way at a time. What changes meanwhile waits, the last value of each name, and goes out together.
function courier(model, late) {
  let token = null;
  let timer = null;
  let sent = null;
  let next = null;
  let stale = false;

  const empty = () => ({ restart: false, weights: new Map(), entries: new Map() });

  // What was not answered in time goes along with the next change, in case it was lost.
  const both = (older, newer) => newer.restart ? newer : {
    restart: older.restart,
    weights: new Map([...older.weights, ...newer.weights]),
    entries: new Map([...older.entries, ...newer.entries]),
  };

  function send() {
    token = Math.random().toString(36).slice(2);
    sent = stale ? both(sent, next) : next;
    next = null;
    stale = false;
    const { restart, weights, entries } = sent;
    const plain = { weights: Object.fromEntries(weights), entries: Object.fromEntries(entries) };
    model.set("_asked", { token, restart, ...plain });
    model.save_changes();
    timer = setTimeout(overdue, PATIENCE);
  }

  function overdue() {
    stale = true;
    late(true);
    if (next !== null) send();
  }

  return {
    change(kind, name, value) {
      next ??= empty();
      next[kind].set(name, value);
      if (token === null || stale) send();
    },
    restart() {
      next = { ...empty(), restart: true };
      if (token === null || stale) send();
    },
    answered(scene) {
      late(false);
      if (scene.answers !== token) return;
      clearTimeout(timer);
      token = null;
      stale = false;
      if (next !== null) send();
    },
    // Whether a newer value of that name than the last answer's waits or is on its way.
    holds: (kind, name) => Boolean(next?.[kind].has(name) || (token !== null && !stale && sent[kind].has(name))),
    stop: () => clearTimeout(timer),
  };
}

// Keeps one part for each item in a list, made when its name first appears, so that whatever has the focus keeps it.
function listOf(node, create) {
  let parts = new Map();
  return {
    parts: () => parts,
    update(items) {
      const names = items.map((item) => item.name);
      if (names.join("\n") !== [...parts.keys()].join("\n")) {
        parts = new Map(items.map((item) => [item.name, parts.get(item.name) ?? create(item)]));
        node.replaceChildren(...[...parts.values()].map((part) => part.node));
      }
      for (const item of items) parts.get(item.name).update(item);
    },
  };
}

// A bar from zero to the expected hours, the line of their range, and the lines of the scale behind them.
function chart() {
  const sheet = draw("svg", { "aria-hidden": "true" });
  return {
    node: make("div", { class: "iv-chart" }, sheet),
    update({ bar, range }, marks) {
      const lines = marks.map(({ at, text }) =>
        draw("line", { class: text === "0" ? "iv-zero" : "iv-mark", x1: `${at}%`, x2: `${at}%`, y1: "0", y2: "100%" }));
      if (bar) {
        const [left, right] = bar;
        const [low, high] = range;
        lines.push(
          draw("rect", { class: "iv-bar", x: `${left}%`, width: `${right - left}%` }),
          draw("rect", { class: "iv-range", x: `${low}%`, width: `${high - low}%` }),
          draw("rect", { class: "iv-end", x: `${low}%` }),
          draw("rect", { class: "iv-end", x: `${high}%` }),
        );
      }
      sheet.replaceChildren(...lines);
    },
  };
}

function slider(name, post) {
  const input = make("input", { type: "range", min: "0" });
  const text = make("span", { class: "iv-weight", "aria-hidden": "true" }); // the slider itself says it
  const reset = make("button", { type: "button", class: "iv-reset" }, "↺");
  input.addEventListener("input", () => post.change("weights", name, input.valueAsNumber));
  reset.addEventListener("click", () => {
    post.change("weights", name, null);
    input.focus();
  });
  return {
    node: make("div", { class: "iv-slider" }, input, text, reset),
    update({ label, value, most, step, text: shown, says, reset: undo, moved }) {
      input.setAttribute("aria-label", label);
      input.setAttribute("aria-valuetext", says);
      // The range never shrinks under a hand that is on it.
      if (most > Number(input.max) || document.activeElement !== input) {
        input.max = String(most);
        input.step = String(step);
      }
      if (!post.holds("weights", name)) input.value = String(value);
      say(text, shown);
      reset.setAttribute("aria-label", undo);
      reset.title = undo;
      reset.classList.toggle("iv-away", !moved);
    },
  };
}

function criterion(item, post) {
  const label = make("span", { class: "iv-label" });
  const why = make("span", { class: "iv-why" });
  const hours = make("span", { class: "iv-hours" });
  const span = make("span", { class: "iv-span" });
  const weight = slider(item.name, post);
  const picture = chart();
  return {
    node: make("li", { class: `iv-row iv-${item.kind === "cost" ? "cost" : "benefit"}` },
      make("div", { class: "iv-what" }, label, why), weight.node, picture.node,
      make("div", { class: "iv-numbers" }, hours, " ", span)),
    update(data) {
      say(label, data.label);
      say(why, data.why);
      say(hours, data.hours);
      say(span, data.span);
      weight.update(data.slider);
      picture.update(data, data.marks);
    },
  };
}

// The answers to choose from, and two boxes for a number or the ends of a range. The boxes ask when the focus leaves them
// all, or on Enter.
function boxes(post) {
  const inputs = [0, 1].map(() => make("input", {
    type: "text", inputmode: "decimal", autocomplete: "off", spellcheck: "false", maxlength: "100", class: "iv-box",
  }));
  const select = make("select", { class: "iv-choice" });
  const to = make("span", { class: "iv-to", "aria-hidden": "true" });
  const mistake = make("p", { class: "iv-mistake", role: "alert" });
  const node = make("div", { class: "iv-boxes" }, select, inputs[0], to, inputs[1], mistake);
  let name = null;
  let shown = ["", ""];
  let hints = ["", ""];
  const entry = () => inputs.map((input) => input.value.trim());
  const touched = () => entry().some((text, place) => text !== shown[place]);

  function commit() {
    if (!touched()) return;
    shown = entry();
    post.change("entries", name, shown);
  }
  // What is assumed shows while nothing is said, and not beside the one number that is.
  function hint() {
    const empty = entry().every((text) => text === "");
    inputs.forEach((input, place) => { input.placeholder = empty ? hints[place] : ""; });
  }
  select.addEventListener("change", () => {
    for (const input of inputs) input.value = "";
    shown = ["", ""];
    hint();
    post.change("entries", name, [select.value, ""]);
  });
  node.addEventListener("input", hint);
  node.addEventListener("focusout", (event) => {
    if (!node.contains(event.relatedTarget)) commit();
  });
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter") commit();
  });

  return {
    node,
    inputs,
    // Whether something is being written that Python does not know yet.
    busy: () => name !== null && (touched() || post.holds("entries", name)),
    update(field, words) {
      if (field.name === name && this.busy()) return;
      const focused = [...inputs, select].find((control) => control === document.activeElement);
      if (field.name !== name) {
        const none = { name: "", label: field.numbers ? words.numbers : words.unsaid };
        select.replaceChildren(...[none, ...field.choices].map((choice) => make("option", { value: choice.name }, choice.label)));
      }
      name = field.name;
      shown = field.entry;
      hints = field.hints;
      select.value = field.choice;
      select.hidden = field.choices.length === 0;
      [...inputs, select].forEach((control, place) => {
        control.setAttribute("aria-label", field.labels[place]);
        control.setAttribute("aria-invalid", String(field.mistake !== ""));
        control.setAttribute("aria-description", [field.mistake, field.question, field.note].filter(Boolean).join(" · "));
      });
      inputs.forEach((input, place) => {
        if (input.value !== shown[place]) input.value = shown[place];
        input.hidden = !field.numbers;
      });
      hint();
      // What had the focus may be hidden now.
      if (focused?.hidden) (field.numbers ? inputs[0] : select).focus();
      say(to, field.numbers ? words.to : "");
      say(mistake, field.mistake);
    },
  };
}

function fieldPart(item, post, words) {
  const label = make("p", { class: "iv-label" });
  const question = make("p", { class: "iv-why" });
  const note = make("p", { class: "iv-why" });
  const entry = boxes(post);
  return {
    node: make("div", { class: "iv-field" }, label, question, entry.node, note),
    update(field) {
      say(label, field.label);
      say(question, field.question);
      say(note, field.note);
      entry.update(field, words);
    },
  };
}

function group(item, post, words) {
  const title = make("span", { class: "iv-label" });
  const known = make("span", { class: "iv-why" });
  const grid = make("div", { class: "iv-fields" });
  const fields = listOf(grid, (field) => fieldPart(field, post, words));
  return {
    node: make("details", { class: "iv-group" }, make("summary", {}, title, " ", known), grid),
    update(data) {
      say(title, data.name);
      say(known, data.known);
      fields.update(data.fields);
    },
  };
}

function questionPart(post, words) {
  const heading = make("p", { class: "iv-heading" });
  const text = make("p", { class: "iv-ask" });
  const note = make("p", { class: "iv-why" });
  const entry = boxes(post);
  const node = make("div", { class: "iv-question" }, heading, text, entry.node, note);
  return {
    node,
    update(data, groups) {
      if (entry.busy()) return; // the next question waits until this one is answered
      node.hidden = data === null;
      if (data === null) return;
      say(heading, data.heading);
      say(text, data.text);
      say(note, data.note);
      entry.update(groups.flatMap((group) => group.fields).find((field) => field.name === data.name), words);
    },
  };
}

function scaleOf(marks) {
  return marks.map(({ at, text }) => {
    const mark = make("span", {}, text);
    mark.style.left = `${at}%`;
    return mark;
  });
}

function render({ model, el }) {
  const words = model.get("_scene").words;
  const busy = make("p", { class: "iv-why", role: "status" });
  const post = courier(model, (late) => say(busy, late ? words.busy : ""));

  const subject = make("p", { class: "iv-subject" });
  const verdict = make("strong", { class: "iv-verdict" });
  const sentence = make("span");
  const alert = make("p", { class: "iv-mistake", role: "alert" });
  const notes = make("ul", { class: "iv-ways iv-why", "aria-label": words.notes });
  const question = questionPart(post, words);
  const ways = make("ol", { class: "iv-ways", "aria-label": words.ways });
  const tips = make("p", { class: "iv-why" });
  const waysPart = make("div", { class: "iv-part" }, make("p", { class: "iv-heading", "aria-hidden": "true" }, words.ways), ways, tips);
  const rows = make("ul", { class: "iv-rows", "aria-label": words.criteria });
  const criteria = listOf(rows, (item) => criterion(item, post));
  const net = chart();
  const netHours = make("span", { class: "iv-hours" });
  const netSpan = make("span", { class: "iv-span" });
  const scale = make("div", { class: "iv-scale", "aria-hidden": "true" });
  const restart = make("button", { type: "button", class: "iv-restart" }, words.restart);
  const groupList = make("div");
  const groups = listOf(groupList, (item) => group(item, post, words));
  restart.addEventListener("click", () => post.restart());

  const section = make("section", { class: "iv-explorer", "aria-label": words.title },
    subject,
    make("p", { class: "iv-answer", role: "status" }, verdict, " ", sentence),
    alert,
    notes,
    question.node,
    waysPart,
    make("div", { class: "iv-part" },
      make("p", { class: "iv-heading", "aria-hidden": "true" }, words.criteria),
      rows,
      make("div", { class: "iv-row iv-net" }, make("div", { class: "iv-what" }, make("span", { class: "iv-label" }, words.net)),
        net.node, make("div", { class: "iv-numbers" }, netHours, " ", netSpan)),
      make("div", { class: "iv-row iv-foot" }, scale)),
    make("p", { class: "iv-why iv-hint" }, words.entry),
    groupList,
    make("div", { class: "iv-last" }, restart, busy));
  // A notebook has shortcuts of one key: arrows would move on to other cells, and letters would add and delete some.
  section.addEventListener("keydown", (event) => event.stopPropagation());
  el.replaceChildren(section);

  function update() {
    const scene = model.get("_scene");
    post.answered(scene);
    say(subject, scene.subject);
    say(verdict, scene.verdict);
    say(sentence, scene.sentence);
    say(alert, scene.alert);
    notes.replaceChildren(...scene.notes.map((note) => make("li", {}, note)));
    notes.hidden = scene.notes.length === 0;
    question.update(scene.question, scene.groups);
    ways.replaceChildren(...scene.ways.map((way) => make("li", {}, way)));
    say(tips, scene.tips.join(" "));
    waysPart.hidden = scene.ways.length === 0;
    criteria.update(scene.criteria.map((item) => ({ ...item, marks: scene.marks })));
    net.update(scene.net, scene.marks);
    say(netHours, scene.net.hours);
    say(netSpan, scene.net.span);
    scale.replaceChildren(...scaleOf(scene.marks));
    groups.update(scene.groups);
  }
  model.on("change:_scene", update);
  update();
  return () => {
    post.stop();
    model.off("change:_scene", update);
  };
}

export default { render };
