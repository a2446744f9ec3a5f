"""What the tests of pictures share: no window, no picture left over, and which baseline goes with which matplotlib."""

import pytest

matplotlib = pytest.importorskip("matplotlib")


@pytest.fixture(autouse=True)
def no_picture_is_left():
    """Draw into memory, in matplotlib's own style, and close all pictures afterwards."""
    from matplotlib import pyplot as plt

    matplotlib.use("agg")
    with plt.style.context("default"):
        yield
    plt.close("all")
