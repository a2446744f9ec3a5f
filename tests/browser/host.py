"""A host for the widget, with the real Python behind it and no notebook around it: quick, and as strict as a page."""

from __future__ import annotations

import json
from itertools import count
from pathlib import Path
from typing import Any

from browser.pages import show

from interview_value.widgets import explorer as home

__all__ = ["mount"]

FOLDER = Path(home.__file__).parent
SCRIPT = (FOLDER / "explorer.js").read_text(encoding="utf-8")
STYLE = (FOLDER / "explorer.css").read_text(encoding="utf-8")

NUMBERS = count()
"""One for each explorer that was ever shown, by which its page finds the Python behind it."""

MODEL = """async ([script, number, scene]) => {
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const { default: widget } = await import(url);
  const state = { _scene: scene, _asked: null };
  const listeners = new Map();
  const asked = [];
  let deaf = 0;
  let held = null;
  const take = (scene) => {
    state._scene = scene;
    for (const listener of listeners.get("change:_scene") ?? []) listener();
  };
  const model = {
    get: (name) => state[name],
    set: (name, value) => { state[name] = value; },
    save_changes: async () => {
      asked.push(state._asked);
      const message = JSON.stringify(state._asked);
      if (deaf > 0) {
        deaf -= 1;
        return;
      }
      const answer = await window[`python${number}`](message);
      if (held === null) take(answer);
      else held.push(answer);
    },
    on: (name, listener) => listeners.set(name, [...(listeners.get(name) ?? []), listener]),
    off: (name, listener) => listeners.set(name, (listeners.get(name) ?? []).filter((other) => other !== listener)),
  };
  const el = document.createElement("div");
  document.querySelector("main").append(el);
  const dispose = widget.render({ model, el });
  const lose = (count) => { deaf = count; };
  const hold = () => { held = []; };
  const waiting = () => held.length;
  const release = () => take(held.shift());
  (window.widgets ??= []).push({ el, asked, take, lose, hold, waiting, release, dispose });
}"""


def mount(page: Any, *explorers: Any, look: str = "light", body: str = "") -> None:
    """Show explorers on a page of their own, one below the other.

    Args:
        page: The fixture `page`.
        explorers: The explorers; each answers what its own sliders and fields ask.
        look: One of `LOOKS`.
        body: Attributes of the body by which a host says its theme.
    """
    show(page, f"<style>{STYLE}</style>", look, body)
    for explorer in explorers:
        number = next(NUMBERS)

        def python(asked: str, explorer: Any = explorer) -> Any:
            explorer.set_state({"_asked": json.loads(asked)})
            return explorer._scene

        page.expose_function(f"python{number}", python)
        page.evaluate(MODEL, [SCRIPT, number, explorer._scene])
