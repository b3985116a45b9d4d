# ruff: noqa: E501 (a table, or text of a rule, is easier to read on its own line)
"""The table: a name, the bytes of a rule file, the line that must be named and words of the reason."""

from __future__ import annotations

from typing import NamedTuple


class Case(NamedTuple):
    name: str
    data: bytes
    line: int
    reason: str


def _rule(
    body: str, *, head: str = '@household("Act 1")', parameters: str = "rent", gives: str = "GBP/month"
) -> str:
    lines = "\n".join("    " + line for line in body.split("\n"))
    return f'{head}\ndef amount({parameters}) -> {gives}:\n    """An amount."""\n{lines}\n'


def _returns(expression: str, **more: str) -> bytes:
    return _rule(f"return {expression}", **more).encode()


def _body(body: str, **more: str) -> bytes:
    return _rule(body, **more).encode()


def _cases() -> list[Case]:
    cases: list[Case] = []

    def add(name: str, data: bytes, line: int, reason: str) -> None:
        cases.append(Case(name, data, line, reason))

    # Reaching out of the language
    add("import", b"import os\n", 1, "'import' is not part")
    add("from import", b"from os import system\n", 1, "'from' is not part")
    add("import inside a rule", _body("import os\nreturn rent"), 4, "'import' is not part")
    add("__import__", _returns('__import__("os")'), 4, "is not a name")
    add("eval", _returns('eval("1")'), 4, "'eval' is not a function")
    add("exec", _returns('exec("1")'), 4, "'exec' is not a function")
    add("open", _returns('open("file")'), 4, "'open' is not a function")
    add("print", _body("print(rent)\nreturn rent"), 4, "not part of the rule language")
    add("getattr", _returns('getattr(rent, "real")'), 4, "'getattr' is not a function")
    add("globals", _returns("globals()"), 4, "'globals' is not a function")
    add("breakpoint", _returns("breakpoint()"), 4, "'breakpoint' is not a function")
    add("type", _returns("type(rent)"), 4, "'type' is not part")
    add("attribute", _returns("rent.real"), 4, "a dot between names")
    add("attribute walk", _returns("rent.__class__.__mro__"), 4, "a dot between names")
    add("attribute of a number", _returns("1 .real"), 4, "a dot between names")
    add("attribute of a string", _returns('"a".join'), 4, "a dot between names")
    add("method call", _returns('"{0}".format(rent)'), 4, "a curly bracket")
    add("dunder name", _returns("__builtins__"), 4, "is not a name")
    add("dunder parameter", _returns("rent", parameters="__rent"), 2, "is not a name")
    add("leading underscore", _body("_x = rent\nreturn _x"), 4, "is not a name")
    add("inner double underscore", _body("a__b = rent\nreturn a__b"), 4, "is not a name")
    add("capital letters", _body("Rent = rent\nreturn Rent"), 4, "is not a name")
    add("subscript", _returns("rent[0]"), 4, "square brackets")
    add("slice", _returns("rent[0:1]"), 4, "square brackets")
    add("list", _returns("[rent]"), 4, "square brackets")
    add("dictionary", _returns("{1: rent}"), 4, "curly brackets")
    add("set", _returns("{rent}"), 4, "curly brackets")
    add("list comprehension", _returns("sum([pay for person in people])"), 4, "square brackets")
    add("tuple", _returns("(rent, rent)"), 4, "not part of the rule language")
    add("starred", _returns("max(*rent)"), 4, "plain values only")
    add("keyword argument", _returns("max(rent, default=0)"), 4, "plain values only")
    add("double starred", _returns("max(**rent)"), 4, "powers")

    # Other statements
    add("lambda", _returns("(lambda: rent)()"), 4, "'lambda' is not part")
    add("walrus", _returns("(x := rent)"), 4, ":=")
    add("class", b"class Rent:\n    x = 1\n", 1, "'class' is not part")
    add("while", _body("while rent > 0:\n    return rent\nreturn rent"), 4, "'while' is not part")
    add(
        "for loop",
        _body("for person in people:\n    return rent\nreturn rent"),
        4,
        "not part of the rule language",
    )
    add("try", _body("try:\n    return rent\nexcept:\n    return 0"), 4, "'try' is not part")
    add("with", _body("with rent:\n    return rent"), 4, "'with' is not part")
    add("raise", _body("raise rent"), 4, "'raise' is not part")
    add("assert", _body("assert rent\nreturn rent"), 4, "'assert' is not part")
    add("del", _body("del rent\nreturn rent"), 4, "'del' is not part")
    add("global", _body("global rent\nreturn rent"), 4, "'global' is not part")
    add("yield", _body("yield rent"), 4, "'yield' is not part")
    add("async def", b"async def amount(rent) -> GBP:\n    return rent\n", 1, "'async' is not part")
    add("await", _returns("await rent"), 4, "'await' is not part")
    add("match", _body("match rent:\n    case 0:\n        return rent"), 4, "'match' is not part")
    add("augmented assignment", _body("x = rent\nx += rent\nreturn x"), 5, "'+=' is not part")
    add("annotated assignment", _body("x: GBP = rent\nreturn x"), 4, "not part of the rule language")
    add("two targets", _body("x = y = rent\nreturn x"), 4, "only one plain name")
    add("unpacking", _body("x, y = rent, rent\nreturn x"), 4, "only one plain name")
    add("is", _returns("rent if rent is rent else 0"), 4, "'is' is not part")
    add("None", _returns("None"), 4, "'None' is not part")
    add("pass", _body("pass\nreturn rent"), 4, "'pass' is not part")
    add(
        "inner function",
        _body("def inner(rent) -> GBP:\n    return rent\nreturn rent"),
        4,
        "not part of the rule",
    )
    add(
        "inner decorator",
        _body('@family("x")\ndef inner(rent) -> GBP:\n    return rent\nreturn rent'),
        5,
        "not part of the rule",
    )
    add("statement outside", b"x = 1\n", 1, "only rules may stand here")
    add("call outside", b"amount(1)\n", 1, "only rules may stand here")
    add("second string outside", b'"""One."""\n\n"""Two."""\n', 3, "only rules may stand here")

    # Large, deep, long
    add("power", _returns("9 ** 9 ** 9"), 4, "powers")
    add("100 MB literal", b"x = " + b"9" * 100_000_000, 1, "bytes")
    add("long number", _returns("9" * 200), 4, "200 characters")
    add("endless float", _returns("1e999"), 4, "runs on")
    add("hexadecimal", _returns("0xff"), 4, "runs on")
    add("underscored number", _returns("1_000"), 4, "runs on")
    add("imaginary number", _returns("1j"), 4, "runs on")
    add("number with nothing after the point", _returns("1."), 4, "runs on")
    add("two points", _returns("1.2.3"), 4, "runs on")
    add("nought in front", _returns("007"), 4, "nought in front")
    add("deep brackets", _returns("(" * 100 + "rent" + ")" * 100), 4, "brackets deeper")
    add("very deep brackets", ("(" * 200_000).encode(), 1, "characters long")
    add("deep brackets over lines", _returns("(\n" * 5_000 + "rent" + ")" * 200), 4 + 12, "brackets deeper")
    add("deep not", _returns("not " * 70 + "rent"), 4, "characters long")
    add(
        "deep not over lines", _returns("(" + "not\n" * 3_000 + "rent)"), 4 + 60, "operators in one statement"
    )
    add("deep minus", _returns("-" * 200 + "rent"), 4, "operators in one statement")
    add("long sum", _returns("(rent" + "\n+ rent" * 5_000 + ")"), 64 + 1, "operators in one statement")
    add(
        "long conditional",
        _returns("(" + "rent if rent > 0 else\n" * 3_000 + "0)"),
        24,
        "operators in one statement",
    )
    add(
        "deep if",
        _body("\n".join("    " * n + "if rent > 0:" for n in range(12)) + "\n" + "    " * 12 + "return rent"),
        14,
        "nested too deeply",
    )
    add(
        "nine ifs",
        _body("\n".join("    " * n + "if rent > 0:" for n in range(9)) + "\n" + "    " * 9 + "return rent"),
        12,
        "nested deeper",
    )
    arm = "elif rent > 0:\n    x = rent\n"
    add(
        "41 elif",
        _body("if rent > 0:\n    x = rent\n" + arm * 41 + "else:\n    x = 0\nreturn x"),
        4,
        "more than 40 elif",
    )
    add(
        "3,000 elif",
        _body("if rent > 0:\n    x = rent\n" + arm * 3_000 + "return rent"),
        406,
        "more than 200 elif",
    )
    add(
        "long rule",
        _body("\n".join(f"x{n} = rent + rent + rent" for n in range(400)) + "\nreturn x1"),
        2,
        "too long",
    )
    add("long line", b"#" * 241, 1, "241 characters")
    add("long name", _body("a" * 61 + " = rent\nreturn rent"), 4, "name is too long")
    add("many words", b"x\n" * 70_000, 30_001, "too many words")
    add(
        "many parameters",
        _returns("rent", parameters=",\n".join(f"p{n}" for n in range(41))),
        2,
        "more than 40",
    )
    add(
        "deep comprehension",
        _returns("sum(sum(pay for person in people) for person in people)", parameters="people"),
        4,
        "inside a count",
    )

    # Recursion
    add("reads itself", _returns("amount", parameters="amount"), 2, "circle: amount -> amount")
    circle = "".join(
        f'@household("Act 1")\ndef r{n}(r{(n + 1) % 3}) -> GBP:\n    """An amount."""\n    return r{(n + 1) % 3}\n'
        for n in range(3)
    )  # fmt: skip
    add("circle of three", circle.encode(), 2, "r0 -> r1 -> r2 -> r0")
    chain = '@household("Act 1")\ndef r0(rent) -> GBP/month:\n    """An amount."""\n    return rent\n' + "".join(
        f'@household("Act 1")\ndef r{n}(r{n - 1}) -> GBP/month:\n    """An amount."""\n    return r{n - 1}\n'
        for n in range(1, 300)
    )  # fmt: skip
    add("chain of 300", chain.encode(), 4 * 120 + 2, "chain of more than 120")

    # Strings and characters
    add("f-string", _body('f"{rent}"\nreturn rent'), 4, "letters directly before a string")
    add("bytes", _returns('b"a"'), 4, "letters directly before a string")
    add("raw string", _body('r"a"\nreturn rent'), 4, "letters directly before a string")
    add("single quotes", _body("'a'\nreturn rent"), 4, "single quotes")
    add("adjacent strings", _body('"a" "b"\nreturn rent'), 4, "side by side")
    add("touching strings", _body('"a""b"\nreturn rent'), 4, "side by side")
    add(
        "docstring that is three strings",
        _rule("return rent").replace('"""An amount."""', '"" "x" ""').encode(),
        3,
        "empty string",
    )
    add("empty string", _body('""\nreturn rent'), 4, "empty string")
    add(
        "format walk",
        _body('if rent > 0:\n    "{rent.__class__}"\n    return rent\nreturn rent'),
        5,
        "curly bracket",
    )
    add(
        "format walk in the docstring",
        _rule("return rent").replace("An amount", "{rent.__class__}").encode(),
        3,
        "curly bracket",
    )
    add("format index", _body('if rent > 0:\n    "{0}"\n    return rent\nreturn rent'), 5, "curly bracket")
    add(
        "format width",
        _body('if rent > 0:\n    "{rent:>999999999}"\n    return rent\nreturn rent'),
        5,
        "curly bracket",
    )
    add(
        "doubled curly brackets",
        _body('if rent > 0:\n    "{{rent}}"\n    return rent\nreturn rent'),
        5,
        "curly bracket",
    )
    add(
        "unknown placeholder",
        _body('if rent > 0:\n    "{secret}"\n    return rent\nreturn rent'),
        5,
        "neither a parameter",
    )
    add("escape", _body('"\\x41"\nreturn rent'), 4, "backslash")
    add("line continuation", _body("return \\\n    rent"), 4, "backslash")
    add("string never closed", _body('"abc\nreturn rent'), 4, "not closed")
    add(
        "docstring never closed",
        b'@household("Act 1")\ndef a(rent) -> GBP:\n    """An amount.\n',
        3,
        "never closed",
    )
    add("semicolon", _body("x = rent; return x"), 4, "one statement a line")
    add("tab", b'@household("Act 1")\ndef a(rent) -> GBP:\n\t"""An amount."""\n\treturn rent\n', 3, "a tab")
    add("NUL", _rule("return rent").encode() + b"\x00", 5, "hidden character")
    add("form feed", b"\x0c" + _rule("return rent").encode(), 1, "hidden character")
    add("carriage return alone", b"# a\rimport os\n", 1, "hidden character")
    add("byte order mark", b"\xef\xbb\xbf" + _rule("return rent").encode(), 1, "byte order mark")
    add("not UTF-8", b"# caf\xe9\n", 1, "not UTF-8")
    add("UTF-16", _rule("return rent").encode("utf-16"), 1, "not UTF-8")
    add("UTF-7 coding comment", b"# coding: utf-7\n+AGkAbQBwAG8AcgB0-\n", 1, "coding comment")
    add("coding comment", b"# -*- coding: latin-1 -*-\n" + _rule("return rent").encode(), 1, "coding comment")
    add("full-width letters", _returns("ｒｅｎｔ"), 4, "outside wording")
    add("full-width digits", _returns("１２"), 4, "outside wording")
    add("Cyrillic look-alike", _returns("r\u0435nt"), 4, "outside wording")
    add("Greek look-alike", _body("ο = rent\nreturn rent"), 4, "outside wording")
    add("superscript", _returns("rent²"), 4, "outside wording")
    add("no-break space", _returns("rent\u00a0+ rent"), 4, "outside wording")
    add("right-to-left override", _body("# \u202etluafed\nreturn rent"), 4, "hidden character")
    add("zero-width space in a name", _returns("re\u200bnt"), 4, "hidden character")
    add(
        "right-to-left override in wording",
        _body('if rent > 0:\n    "\u202eabc"\n    return rent\nreturn rent'),
        5,
        "hidden character",
    )
    add("line separator", _body("# a\u2028import os\nreturn rent"), 4, "hidden character")
    add("dollar", _returns("$rent"), 4, "'$' is not part")
    add("question mark", _returns("rent?"), 4, "'?' is not part")
    add("ellipsis", _returns("..."), 4, "'...' is not part")
    add("matrix product", _returns("rent @ rent"), 4, "this operator is not part")
    add("floor division", _returns("rent // 2"), 4, "// is not part")
    add("remainder", _returns("rent % 2"), 4, "% is not part")
    add("shift", _returns("rent << 2"), 4, "'<<' is not part")
    add("bitwise or", _returns("rent | rent"), 4, "'|' is not part")
    add("tilde", _returns("~rent"), 4, "~ is not part")
    add("plus before", _returns("+rent"), 4, "plus or ~ before")

    # Heads
    add(
        "no decorator",
        b'def a(rent) -> GBP/month:\n    """An amount."""\n    return rent\n',
        1,
        "whose rule it is",
    )
    add("two decorators", _returns("rent", head='@family("a")\n@household("b")'), 3, "whose rule it is")
    add(
        "foreign decorator",
        _returns("rent", head='@staticmethod("x")'),
        1,
        "a person, a family or a household",
    )
    add("decorator without law", _returns("rent", head="@household()"), 1, "does not name its law")
    add("decorator that computes", _returns("rent", head='@household("a" + "b")'), 1, "does not name its law")
    add(
        "decorator with another word",
        _returns("rent", head='@household("a", when="2020-01-01")'),
        1,
        "'when' is no field",
    )
    add(
        "since is no day",
        _returns("rent", head='@household("a", since="2020-02-30")'),
        1,
        "`since` is not a day",
    )
    add(
        "since twice",
        _returns("rent", head='@household("a", since="2020-02-03", since="2020-02-03")'),
        1,
        "'since' is no field",
    )
    add(
        "until before since",
        _returns("rent", head='@household("a", since="2020-02-03", until="2019-01-01")'),
        1,
        "ends before",
    )
    add(
        "no annotation",
        b'@household("a")\ndef a(rent):\n    """An amount."""\n    return rent\n',
        2,
        "what it gives",
    )
    add("annotation that computes", _returns("rent", gives="max(1, 2)"), 2, "what it gives")
    add("annotation of a day", _returns("rent", gives="GBP/day"), 2, "what it gives")
    add("parameter annotation", _returns("rent", parameters="rent: eval"), 2, "has an annotation")
    add("default value", _returns("rent", parameters="rent=0"), 2, "not plain names")
    add("star parameters", _returns("rent", parameters="*rent"), 2, "not plain names")
    add("keyword parameters", _returns("rent", parameters="rent, *, savings"), 2, "not plain names")
    add("positional parameters", _returns("rent", parameters="rent, /"), 2, "not plain names")
    add("same parameter twice", _returns("rent", parameters="rent, rent"), 2, "")
    add(
        "type comment",
        _rule("return rent  # type: ignore", gives="GBP/week").encode(),
        4,
        "GBP/week with GBP/month",
    )
    add(
        "rule named like a function",
        _rule("return rent").replace("amount(", "max(").encode(),
        2,
        "its own meaning",
    )
    add(
        "rule named like a fact",
        _rule("return rent").replace("amount(", "savings(").encode(),
        2,
        "already a fact",
    )
    add("no docstring", b'@household("a")\ndef a(rent) -> GBP/month:\n    return rent\n', 2, "what it is")
    add("empty file of a rule", b'@household("a")\n', 1, "cannot be read")

    # Bodies
    add("shadowing a fact", _body("savings = rent\nreturn savings"), 4, "already means something else")
    add("shadowing a parameter", _body("rent = rent\nreturn rent"), 4, "already means something else")
    add("shadowing a function", _body("max = rent\nreturn max"), 4, "already means something else")
    add("shadowing a group", _body("people = rent\nreturn people"), 4, "already means something else")
    add("set twice", _body("x = rent\nx = rent\nreturn x"), 5, "a second time")
    add("set in one branch", _body("if rent > 0:\n    y = rent\nreturn rent"), 4, "set in one branch only")
    add("never returns", _body("x = rent"), 4, "without an answer")
    add("returns in one branch", _body('if rent > 0:\n    "a"\n    return rent'), 4, "without an answer")
    add("after the return", _body("return rent\nx = rent"), 5, "never reached")
    add("bare return", _body("return"), 4, "gives nothing")
    add("return of words", _returns('"abc"'), 4, "words where a value")
    add(
        "text fact",
        _returns("rent if address == address else 0", parameters="rent, address"),
        4,
        "no rule can read",
    )
    add("generator on its own", _returns("(pay for person in people)"), 4, "not part of the rule language")
    add(
        "two loops in a count",
        _returns("sum(pay for person in people for person in people)"),
        4,
        "over one group",
    )
    add("count over a call", _returns("sum(pay for person in max(1, 2))"), 4, "named group")
    add(
        "count with another name",
        _returns("sum(pay for someone in people)", parameters="people"),
        4,
        "one person at a time",
    )
    add("ellipsis call", _returns("max(rent, ...)"), 4, "'...' is not part")
    add("call of a call", _returns("max(rent, rent)(1)"), 4, "bracket directly after")
    add("call of a string", _returns('"a"(1)'), 4, "only named functions")
    add("function without call", _returns("max"), 4, "is a function")
    add("not_covered inside", _returns('max(rent, not_covered("a"))'), 4, "an answer, not a value")
    add("not_covered of a name", _returns("not_covered(rent)"), 4, "says why")
    add(
        "date of names",
        _returns("rent if date(rent, 1, 1) > on_date else 0", parameters="rent, on_date"),
        4,
        "not a day",
    )
    add(
        "date far away",
        _returns("rent if date(99999, 1, 1) > on_date else 0", parameters="rent, on_date"),
        4,
        "not a day",
    )
    add("string compared", _returns('rent if rent == "a" else 0'), 4, "words where a value")
    add("chained comparison", _returns("rent if 0 < rent < 5 else 0"), 4, "two comparisons")
    return cases


CASES = _cases()
