"""The base class of what gives itself as plain, JSON-ready data, and the conversion of values to such data."""

from __future__ import annotations

import math
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar

from ..errors import is_list, is_mapping
from .showing import Showing

if TYPE_CHECKING:
    from .page import Page

__all__ = ["Plain", "plain"]


class Plain(Showing):
    """What shows itself and gives itself as plain data, by its fields unless a subclass has a better form.

    A web application may return one as it is: FastAPI and pydantic write its plain data.
    """

    __slots__ = ()

    if TYPE_CHECKING:
        __attrs_attrs__: ClassVar[Any]  # the fields; what is no class of attrs has its own to_dict

    def to_dict(self) -> dict[str, Any]:
        """Return plain, JSON-ready data: the fields by their names, in which None stands for no number."""
        return {name: plain(getattr(self, name)) for name in (item.name for item in self.__attrs_attrs__)}

    def _within(self) -> Any:
        """Return what stands for it in the plain data of something else, and in the answer of a web application."""
        return self.to_dict()

    def _page(self) -> Page:
        from .plain_page import plain_page

        return plain_page(type(self).__name__, self.to_dict())

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> dict[str, Any]:
        """Return how pydantic takes it, as it is, and writes it: a schema of pydantic-core, which is plain data."""
        writing = {"type": "function-plain", "function": plain, "return_schema": {"type": "any"}}
        return {"type": "is-instance", "cls": cls, "serialization": writing}


def plain(value: Any) -> Any:
    """Return a value as plain, JSON-ready data: an error as its sentence, and None for what is no finite number."""
    if isinstance(value, Plain):
        return value._within()  # pyright: ignore[reportPrivateUsage]  # a class has it for this module alone
    if is_mapping(value):
        return {name: plain(item) for name, item in value.items()}
    if is_list(value):
        return [plain(item) for item in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Exception) else value
