"""The first reader of a rule file, before Python's own parser is let near it.

Invariants that the rest of the room leans on:
- length is checked before anything else; every other check is one pass over the text, so time is linear;
- outside comments and wording there is plain ASCII, known words and known operators only;
- what passes is shallow and short enough that `ast.parse` can neither recurse deeply nor use much memory;
- the position and value of every name, number and string is kept; `parsing.agree` demands that Python saw
  the same.
"""

from __future__ import annotations

import keyword
import re
from dataclasses import dataclass, field

from moothall.engines.rules.errors import Wrong

MOST_BYTES = 400_000
MOST_TOKENS = 60_000
MOST_LINE = 240
MOST_NUMBER = 12
MOST_NAME = 60
MOST_BRACKETS = 12
MOST_OPERATORS = 60
MOST_INDENT = 4 * 10
# Python's parser recurses once for each elif; the checker allows 40 in one chain.
MOST_ELIFS = 200
WORDS = frozenset(
    ("def", "return", "if", "elif", "else", "and", "or", "not", "in", "for", "True", "False", "GBP")
)
COUNTED_WORDS = frozenset(("and", "or", "not", "in", "if", "else", "for"))
COUNTED_OPERATORS = frozenset(("+", "-", "*", "/", "<", ">", "<=", ">=", "==", "!="))
TOKEN = re.compile(
    r"(?P<space> +)|(?P<newline>\n)|(?P<comment>#[^\n]*)"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*)|(?P<number>[0-9]+(?:\.[0-9]+)?)"
    r'|(?P<long>""")|(?P<string>"[^"\n]*")'
    r"|(?P<refused>\*\*|//|<<|>>|:=|\.\.\.|[-+*/%&|^@]=|===)"
    r"|(?P<operator>->|<=|>=|==|!=|[-+*/<>=(),:@])"
)
NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
CODING = re.compile(r"coding[:=]")
# Spaces and marks that cannot be seen, or that turn the direction of what follows.
HIDDEN = re.compile(
    "[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]"
)
ODD_OPERATORS = {
    "**": ("powers are not part of the rule language", "multiply, or put the result in rates.yaml"),
    "//": ("// is not part of the rule language", "floor(a / b)"),
    "%": ("% is not part of the rule language", "put a percentage in rates.yaml with unit: percent"),
    ":=": (":= is not part of the rule language", "name = value on its own line"),
    ".": ("a dot between names is not part of the rule language", "names only"),
    "[": ("square brackets are not part of the rule language", 'band(table, x), x in ("a", "b")'),
    "{": ("curly brackets are not part of the rule language", "put tables in rates.yaml"),
    ";": ("one statement a line", "a new line"),
    "\\": ("a backslash is not part of the rule language", "brackets, to go on over a line's end"),
    "'": ("single quotes are not part of the rule language", 'double quotes: "..."'),
    "~": ("~ is not part of the rule language", "not"),
    "`": ("` is not part of the rule language", "names only"),
}  # fmt: skip


@dataclass
class Lexed:
    """The text that passed, and where its names, numbers and strings are: (line, byte column) -> text.

    `sizes` are the numbers of nodes that Python's parser made of each rule, once it has read the text too.
    """

    text: str
    names: dict[tuple[int, int], str] = field(default_factory=dict)
    numbers: dict[tuple[int, int], str] = field(default_factory=dict)
    strings: dict[tuple[int, int], str] = field(default_factory=dict)
    sizes: list[int] = field(default_factory=list)


def lex(file: str, data: bytes) -> Lexed:
    """Read the bytes of a rule file. Raises `Wrong` at the first thing that is not the rule language."""
    if len(data) > MOST_BYTES:
        raise Wrong(1, f"the file is {len(data):,} bytes", f"at most {MOST_BYTES:,}")
    if data.startswith(b"\xef\xbb\xbf"):
        raise Wrong(1, "the file begins with a byte order mark", "save it as plain UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Wrong(line, "a byte here is not UTF-8", "save the file as UTF-8") from None
    return _Lexer(text.replace("\r\n", "\n")).run()


class _Lexer:
    def __init__(self, text: str):
        self.text = text
        self.lexed = Lexed(text)
        self.line = 1
        self.line_start = 0
        self.brackets: list[str] = []
        self.known_names: set[str] = set()
        self.operators = 0
        self.elifs = 0
        self.before = ""
        self.at_start = True

    def run(self) -> Lexed:
        self.look_at_lines()
        text, end, place, count = self.text, len(self.text), 0, 0
        while place < end:
            found = TOKEN.match(text, place)
            if found is None:
                self.refuse_character(place)
            count += 1
            if count > MOST_TOKENS:
                raise Wrong(self.line, "the file holds too many words", f"at most {MOST_TOKENS:,}")
            # Between words a space says nothing, and every other token is one.
            place = self.take(found) if self.at_start or found.lastgroup != "space" else found.end()
        if self.brackets:
            raise Wrong(self.line, f"'{self.brackets[-1]}' is never closed", "a closing bracket")
        return self.lexed

    def look_at_lines(self) -> None:
        lines = self.text.split("\n")
        if not HIDDEN.search(self.text) and len(max(lines, key=len)) <= MOST_LINE:
            return
        for number, line in enumerate(lines, start=1):
            if len(line) > MOST_LINE:
                raise Wrong(number, f"the line is {len(line):,} characters long", f"at most {MOST_LINE}")
            if hidden := HIDDEN.search(line):
                name = (
                    "a tab" if hidden.group() == "\t" else f"a hidden character (U+{ord(hidden.group()):04X})"
                )
                raise Wrong(number, f"{name} is not allowed", "spaces")

    def take(self, found: re.Match) -> int:
        kind, token = found.lastgroup, found.group()
        if kind == "space":
            if self.at_start and not self.brackets:
                self.indent(found)
            return found.end()
        if kind == "newline":
            return self.new_line(found.end())
        if kind == "comment":
            if self.line <= 2 and CODING.search(token):
                raise Wrong(self.line, "a coding comment", "leave it out: rule files are UTF-8")
            return found.end()
        if kind == "refused":
            raise Wrong(
                self.line, *ODD_OPERATORS.get(token, (f"'{token}' is not part of the rule language",))
            )
        self.at_start = False
        end = found.end()
        if kind == "name":
            self.name(found, token)
        elif kind == "number":
            self.number(found, token)
        elif kind in ("string", "long"):
            end = self.string(found, kind)
        else:
            self.operator(token)
        self.before = kind if kind in ("name", "number", "string", "long") else token
        return end

    def indent(self, found: re.Match) -> None:
        width = found.end() - found.start()
        rest = self.text[found.end() : found.end() + 1]
        if rest in ("\n", "#", ""):
            return
        if width % 4:
            raise Wrong(self.line, f"the line begins with {width} spaces", "4 for each step inwards")
        if width > MOST_INDENT:
            raise Wrong(self.line, "this is nested too deeply", "a rule of its own for the inner part")

    def new_line(self, place: int) -> int:
        self.line += 1
        self.line_start = place
        if not self.brackets:
            self.at_start = True
            self.operators = 0
            self.before = ""
        return place

    def name(self, found: re.Match, token: str) -> None:
        if token in WORDS:
            if token in COUNTED_WORDS:
                self.count_operator()
            self.count_elif(token)
        elif token not in self.known_names:
            self.look_at_name(token)
            self.known_names.add(token)
        self.lexed.names[self.position(found.start())] = token

    def look_at_name(self, token: str) -> None:
        if keyword.iskeyword(token) or token in ("match", "case", "type"):
            raise Wrong(self.line, f"'{token}' is not part of the rule language", self.no_import(token))
        if not NAME.fullmatch(token):
            instead = "small letters, digits and single underscores between them"
            raise Wrong(self.line, f"'{token[:MOST_NAME]}' is not a name", instead)
        if len(token) > MOST_NAME:
            raise Wrong(self.line, "a name is too long", f"at most {MOST_NAME} characters")

    def no_import(self, token: str) -> str:
        return {
            "import": "name facts, rates and rules as parameters",
            "from": "name facts, rates and rules as parameters",
            "lambda": "a rule of its own",
            "class": "a rule: @family(...) and def",
            "while": "sum, max, any, all or count over a group",
            "is": "==",
            "None": "not_covered(...) when there is no answer",
        }.get(token, "def, return, if, elif, else, and, or, not, in, for")

    def number(self, found: re.Match, token: str) -> None:
        if len(token) > MOST_NUMBER:
            raise Wrong(self.line, f"a number of {len(token):,} characters", f"at most {MOST_NUMBER}")
        after = self.text[found.end() : found.end() + 1]
        if after and (after.isalnum() or after in "_."):
            raise Wrong(
                self.line, "a number that runs on into something else", "digits, and at most one point"
            )
        if len(token) > 1 and token[0] == "0" and token[1] != ".":
            raise Wrong(self.line, "a number with a nought in front", "the number without it")
        self.lexed.numbers[self.position(found.start())] = token

    def string(self, found: re.Match, kind: str) -> int:
        if self.before in ("string", "long"):
            raise Wrong(self.line, "two strings side by side", "one string")
        if found.start() and (self.text[found.start() - 1].isalnum() or self.text[found.start() - 1] == "_"):
            raise Wrong(self.line, "letters directly before a string", 'a plain string: "..."')
        start, at = self.line, self.position(found.start())
        if kind == "long":
            end = self.text.find('"""', found.end())
            if end < 0:
                raise Wrong(start, 'the string is never closed with """', 'closing """')
            value, after = self.text[found.end() : end], end + 3
        else:
            value, after = found.group()[1:-1], found.end()
        if not value.strip():
            raise Wrong(start, "an empty string", "some words")
        if self.text[after : after + 1] == '"':
            raise Wrong(start, "two strings side by side", "one string")
        self.look_at_wording(value, start)
        self.lexed.strings[at] = value
        if newlines := value.count("\n"):
            self.line += newlines
            self.line_start = found.end() + value.rfind("\n") + 1
        return after

    def look_at_wording(self, value: str, line: int) -> None:
        if "\\" in value:
            raise Wrong(line, "a backslash in wording", "plain words")
        if "{" in value or "}" in value:
            rest = PLACEHOLDER.sub("", value)
            if "{" in rest or "}" in rest:
                raise Wrong(
                    line, "a curly bracket that is not a {name}", "{name}, with nothing but a name inside"
                )
        if value.replace("\n", "").isprintable():
            return
        for letter in value:
            if not letter.isprintable() and letter != "\n":
                raise Wrong(line, f"a hidden character (U+{ord(letter):04X}) in wording", "plain words")

    def operator(self, token: str) -> None:
        if token == "(":
            self.brackets.append(token)
            if len(self.brackets) > MOST_BRACKETS:
                raise Wrong(
                    self.line, f"brackets deeper than {MOST_BRACKETS}", "name the inner part: x = ..."
                )
            if self.before == ")":
                raise Wrong(
                    self.line, "a bracket directly after a bracket", "a function's name, or an operator"
                )
        elif token == ")":
            if not self.brackets:
                raise Wrong(self.line, "a closing bracket that was never opened")
            self.brackets.pop()
        elif token in COUNTED_OPERATORS:
            self.count_operator()

    def count_elif(self, token: str) -> None:
        if token == "def":
            self.elifs = 0
        elif token == "elif":
            self.elifs += 1
            if self.elifs > MOST_ELIFS:
                raise Wrong(self.line, f"more than {MOST_ELIFS} elif in one rule", "a table in rates.yaml")

    def count_operator(self) -> None:
        self.operators += 1
        if self.operators > MOST_OPERATORS:
            raise Wrong(
                self.line, f"more than {MOST_OPERATORS} operators in one statement", "name the parts: x = ..."
            )

    def position(self, place: int) -> tuple[int, int]:
        before = self.text[self.line_start : place]
        return self.line, len(before) if before.isascii() else len(before.encode())

    def refuse_character(self, place: int) -> None:
        letter = self.text[place]
        if letter == '"':
            raise Wrong(self.line, "a string that is not closed on its line", 'a closing "')
        if letter in ODD_OPERATORS:
            raise Wrong(self.line, *ODD_OPERATORS[letter])
        if not letter.isascii():
            raise Wrong(
                self.line, f"'{letter}' (U+{ord(letter):04X}) outside wording", "the plain letters a to z"
            )
        raise Wrong(self.line, f"'{letter}' is not part of the rule language")
