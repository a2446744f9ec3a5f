"""Version: which version of the library this is. The package's metadata takes it from here."""

__all__ = ["__version__"]

__version__ = "0.1.0.dev0"
