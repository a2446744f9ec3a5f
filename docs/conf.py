"""How Sphinx builds the documentation."""

import os
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "_ext"))
os.environ["MATPLOTLIBRC"] = str(HERE / "matplotlibrc")  # the notebooks' kernels inherit it

project = "interview_value"
author = "The interview_value authors"
copyright = "2026, the interview_value authors"
extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "sphinx_design",
    "generated",
    "keyboard",
    "llms",
]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
nb_execution_mode = "force"  # a notebook shows what this version of the library says, not what an earlier one said
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_execution_show_tb = True
# A widget shows here what it shows where there are no widgets: nothing here runs, and no script comes from elsewhere.
nb_ipywidgets_js = {}
nb_mime_priority_overrides = [("html", "application/vnd.jupyter.widget-view+json", None)]
copybutton_exclude = ".linenos, .gp, .go"  # what a terminal prints is not copied
html_theme = "furo"
html_title = "interview_value"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_favicon = "_static/favicon.svg"
exclude_patterns = ["_build", "_ext"]
templates_path = []
default_role = "code"
autodoc_member_order = "bysource"
autodoc_typehints = "none"
autodoc_class_signature = "mixed"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_rtype = False
napoleon_use_param = False
# These have no page here: nothing is fetched while the documentation is built, and the last are not public.
nitpick_ignore = [
    ("py:class", "enum.Enum"),
    ("py:class", "interview_value.model.facts.Facts"),
    ("py:class", "interview_value.scoring.criterion._Criterion"),
    ("py:obj", "interview_value.scoring.criterion.P"),
]
