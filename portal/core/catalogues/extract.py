"""Finds every translatable text of the product in its Python sources and templates."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.template import Engine
from django.template.base import FilterExpression, Node, Template, Variable
from django.template.smartif import TokenBase
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils import translation
from django.utils.functional import Promise

#: Folders that hold the product's own texts.
ROOTS = ("portal", "practices", "trainings", "network", "search")

_SINGULAR = {"_", "gettext", "gettext_lazy", "gettext_noop"}
_PLURAL = {"ngettext", "ngettext_lazy"}
_CONTEXT = {"pgettext", "pgettext_lazy"}


@dataclass(frozen=True, slots=True)
class Message:
    """A text as a catalogue knows it."""

    text: str
    plural: str = ""
    context: str = ""


def find_messages(base: Path) -> dict[Message, set[str]]:
    """Every message below `base`, with the files (relative to it) in which it stands."""
    found: dict[Message, set[str]] = {}
    for root in ROOTS:
        for path in sorted((base / root).rglob("*.py")):
            if "migrations" not in path.parts:
                for message in messages_of_python(path.read_text(encoding="utf-8")):
                    found.setdefault(message, set()).add(path.relative_to(base).as_posix())
        for path in sorted((base / root).rglob("*")):
            if "templates" in path.parts and path.suffix in {".html", ".txt", ".xml"}:
                for message in messages_of_template(path.read_text(encoding="utf-8")):
                    found.setdefault(message, set()).add(path.relative_to(base).as_posix())
    return found


def messages_of_python(source: str) -> Iterator[Message]:
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
        texts = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
        if not texts or not all(isinstance(text, str) for text in texts):
            continue
        if name in _SINGULAR:
            yield Message(str(texts[0]))
        elif name in _PLURAL and len(texts) >= 2:
            yield Message(str(texts[0]), plural=str(texts[1]))
        elif name in _CONTEXT and len(texts) >= 2:
            yield Message(str(texts[1]), context=str(texts[0]))


def messages_of_template(source: str) -> Iterator[Message]:
    template = Template(source, engine=Engine.get_default())
    yield from _messages_of_nodes(template.nodelist)


def _messages_of_nodes(nodes: object) -> Iterator[Message]:
    if isinstance(nodes, TranslateNode):
        expression = nodes.filter_expression
        context = _constant(nodes.message_context) if nodes.message_context else ""
        if isinstance(expression.var, Variable) and isinstance(expression.var.literal, str):
            yield Message(_unescaped(expression.var.literal), context=context)
    elif isinstance(nodes, BlockTranslateNode):
        singular, _names = nodes.render_token_list(nodes.singular)
        plural = nodes.render_token_list(nodes.plural)[0] if nodes.plural else ""
        if nodes.trimmed:
            singular, plural = _trimmed(singular), _trimmed(plural)
        context = _constant(nodes.message_context) if nodes.message_context else ""
        yield Message(singular, plural=plural, context=context)
    if isinstance(nodes, Node):
        for value in vars(nodes).values():
            yield from _messages_of_values(value)
    elif isinstance(nodes, (list, tuple)):
        for node in nodes:
            yield from _messages_of_nodes(node)


def _messages_of_values(value: object) -> Iterator[Message]:
    """Messages in what a node holds: more nodes, `_("…")` in expressions and conditions, lists and tables of these."""
    if isinstance(value, Node):
        yield from _messages_of_nodes(value)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _messages_of_values(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _messages_of_values(item)
    elif isinstance(value, TokenBase):
        for item in vars(value).values():
            yield from _messages_of_values(item)
    elif isinstance(value, FilterExpression):
        yield from _messages_of_values(value.var)
        for _function, arguments in value.filters:
            for _is_variable, argument in arguments:
                yield from _messages_of_values(argument)
    elif isinstance(value, Promise):
        # What `_("…")` is compiled to; without a language it is the text itself.
        with translation.override(None):
            yield Message(_unescaped(str(value)))


def _constant(expression: FilterExpression) -> str:
    variable = expression.var
    return str(variable.literal) if isinstance(variable, Variable) and variable.literal else str(variable)


def _unescaped(text: str) -> str:
    return text.replace("%", "%%")


def _trimmed(text: str) -> str:
    return " ".join(line.strip() for line in text.strip().splitlines())
