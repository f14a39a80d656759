"""Whether two values of one kind exclude each other: beyond rounding, open bounds, weaker wordings and other forms of a name."""

from __future__ import annotations

from datetime import timedelta

from factspec.differences.nouns import Found
from factspec.kinds.comparing import compare_figure, in_unit
from factspec.language.folding import words
from factspec.language.naming import same_name, skeleton
from factspec.model import Comparator, Comparison, DateMention, Figure, NameMention, Quantity, QuantityMention

__all__ = ["WEEKDAY", "excludes"]

_LOWER = (Comparator.MORE, Comparator.AT_LEAST)
_UPPER = (Comparator.LESS, Comparator.AT_MOST)
_ROUND = 0.051
_COUNTED_BACK = timedelta(days=1)  # "12 days ago" counts from today or from yesterday


def excludes(one: Found, other: Found, *, alike: bool = False) -> bool:
    """Whether no state of affairs fits both values. `alike` says that the words around both are the same.

    Then two figures with the same open bound, "at least 24" and "at least 42", exclude each other too.
    """
    a, b = one.mention, other.mention
    if isinstance(a, DateMention) and isinstance(b, DateMention):
        return _dates(a, b)
    if isinstance(a, QuantityMention) and isinstance(b, QuantityMention):
        return _figures(a, b, alike=alike)
    if isinstance(a, NameMention) and isinstance(b, NameMention):
        return _names(a.name, b.name)
    return False


def _dates(one: DateMention, other: DateMention) -> bool:
    if one.relation != other.relation or one.approximate or other.approximate:
        return False
    if WEEKDAY in (one.rule, other.rule):
        days = [m.weekday if m.weekday is not None else _weekday(m) for m in (one, other)]
        return None not in days and days[0] != days[1]
    slack = _COUNTED_BACK if "ago" in (one.rule, other.rule) else timedelta()
    return not any(a.first <= b.last + slack and b.first <= a.last + slack for a in one.readings for b in other.readings)


WEEKDAY = "weekday of an unknown week"


def _weekday(mention: DateMention) -> int | None:
    days = {r.first.weekday() for r in mention.readings if r.first == r.last}
    return days.pop() if len(days) == 1 else None


def _figures(one: QuantityMention, other: QuantityMention, *, alike: bool) -> bool:
    if "vague" in (one.form, other.form) or (one.form != other.form and "zero" not in (one.form, other.form)):
        return False
    if one.form == "score":
        return (one.value.low, one.value.high) != (other.value.low, other.value.high)
    a, b = one.value, other.value
    if alike and a.comparator is b.comparator:
        a, b = _plain(a), _plain(b)
    return _differs(a, b, one.form) and _differs(b, a, one.form) and not _rounds(a, b)


def _plain(value: Quantity) -> Quantity:
    return Quantity(value.low, value.high, Comparator.EXACT, value.unit)


def _differs(one: Quantity, other: Quantity, form: str) -> bool:
    if one.comparator in _LOWER and other.comparator in _LOWER:
        return False
    if one.comparator in _UPPER and other.comparator in _UPPER:
        return False
    return compare_figure(Figure(one), other, "cardinal" if form == "zero" else form) is Comparison.DIFFERS


def _rounds(one: Quantity, other: Quantity) -> bool:
    """Whether one figure may be the other one rounded: 1,117 and 1,100; 40 and 43 are two figures."""
    same = in_unit(other, one.unit)
    if same is None:
        return True
    apart, size = abs(one.low - same.low), max(abs(one.low), abs(same.low))
    if one.unit == other.unit and not one.unit and size < 100:
        return ABOUT in (one.comparator, other.comparator) and apart <= 0.15 * size
    return apart <= (_ROUND if _is_round(one) != _is_round(other) or one.unit != other.unit else 0.0) * size


ABOUT = Comparator.ABOUT


def _is_round(value: Quantity) -> bool:
    """Whether a figure has two digits that count, or fewer."""
    digits = f"{abs(value.low):.6g}".replace(".", "").strip("0")
    return len(digits) <= 2


def _names(one: str, other: str) -> bool:
    if same_name(one, other):
        return False
    a, b = ([skeleton(w) for w in words(name).words] for name in (one, other))
    shared = set(a) & set(b)
    if set(a) <= set(b) or set(b) <= set(a):
        return False
    initials = {"".join(w[0] for w in a), "".join(w[0] for w in b)}
    if initials & {*a, *b}:
        return False
    return bool(shared) or not any(_is_derived(x, y) for x in a for y in b)


def _is_derived(one: str, other: str) -> bool:
    """Whether one word may be made of the other or both of a third: Somalia, Somalis; Tenn, Tennessee."""
    if one.startswith(other) or other.startswith(one):
        return min(len(one), len(other)) > 2
    return one[:4] == other[:4] and one[-1] != other[-1]
