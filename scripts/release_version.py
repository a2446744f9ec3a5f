"""Check that the tag of a release names the version that is built from this checkout.

``python scripts/release_version.py v1.2.0`` says nothing where it does, and what is wrong where it does not.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

VERSION_FILE = Path(__file__).parent.parent / "src" / "interview_value" / "version.py"


def mismatch(tag: str, version_file: Path = VERSION_FILE) -> str | None:
    """Return what is wrong with a tag, or None if it is "v" and the version in `version_file`."""
    version = runpy.run_path(str(version_file))["__version__"]
    if tag == f"v{version}":
        return None
    return f"the tag is {tag}, but version.py has {version}: tag v{version}, or change version.py first"


if __name__ == "__main__":
    sys.exit(mismatch(sys.argv[1]) if len(sys.argv) == 2 else "usage: release_version.py TAG")
