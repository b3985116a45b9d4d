"""From a screen of the plan to the inputs of a page, and from what was posted to what was typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.http import QueryDict

from moothall.doors.frontdoor.interview.inputs import Key, Raw, field_for, input_name, raw_of, raw_of_known
from moothall.doors.frontdoor.interview.people import name_of
from moothall.doors.kit import current_language
from moothall.doors.kit.fields import Field
from moothall.engines.facts import Circumstances, Misread, Vocabulary
from moothall.engines.questions import Found, Gap, Screen
from moothall.engines.questions.subjects import facts_about


@dataclass(frozen=True)
class Group:
    """The inputs about one person, under what she is called; or about the home, under nothing."""

    title: str
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Answers:
    """What stands in the inputs: what was typed just now, with what is wrong in it, or else what is known."""

    known: Circumstances
    vocabulary: Vocabulary
    typed: Mapping[Key, Raw] | None = None
    wrong: Mapping[Key, Misread | Found] = field(default_factory=dict)

    def has(self, fact: str, whom: str) -> bool:
        """Whether something was typed for it, or it is known; what was left empty was typed, too."""
        if self.typed is not None:
            return (fact, whom) in self.typed
        return fact in (facts_about(self.known, self.vocabulary[fact].about, whom) or {})

    def raw(self, fact: str, whom: str) -> Raw:
        if self.typed is not None:
            return self.typed[fact, whom]
        return raw_of_known(self.vocabulary[fact], self.known, whom)


def typed_in(post: QueryDict, screen: Screen, vocabulary: Vocabulary) -> dict[Key, Raw]:
    """What was typed for each fact that the screen asks of each person, and for all else its page had."""
    return {
        (fact, whom): raw_of(post, vocabulary[fact], input_name(fact, whom))
        for whom in screen.for_whom
        for fact in screen.facts
        if _is_asked(screen, fact, whom) or _is_posted(post, input_name(fact, whom))
    }


def _is_asked(screen: Screen, fact: str, whom: str) -> bool:
    """Whether the answer is still open and may change a result, or may be left empty."""
    return Gap(fact, whom) in screen.open or fact in screen.question.optional


def _is_posted(post: QueryDict, name: str) -> bool:
    return name in post or f"{name}-day" in post


def groups_of(screen: Screen, answers: Answers) -> list[Group]:
    """The inputs of a screen, person by person: what is asked of each, and what each has said."""
    groups = [_group(screen, whom, answers) for whom in screen.for_whom]
    return _headed([group for group in groups if group.fields], screen)


def _group(screen: Screen, whom: str, answers: Answers) -> Group:
    language, of_a_person = current_language(), screen.question.about == "person"
    who = name_of(whom, answers.known, answers.vocabulary, language=language) if of_a_person else ""
    inputs = tuple(
        field_for(
            answers.vocabulary[fact],
            input_name(fact, whom),
            language=language,
            raw=answers.raw(fact, whom),
            misread=answers.wrong.get((fact, whom)),
            who=who,
        )
        for fact in screen.facts
        if answers.has(fact, whom) or (answers.typed is None and _is_asked(screen, fact, whom))
    )
    return Group(title=who, fields=inputs)


def _headed(groups: list[Group], screen: Screen) -> list[Group]:
    """With one input on the page, its label is the page's heading; one input a person is named for her.

    A question about several facts keeps its heading, and each input its own words, also when only one of
    them is asked.
    """
    question, language = screen.question, current_language()
    if len(question.facts) > 1:
        return groups
    if len(groups) == 1 and len(groups[0].fields) == 1 and not groups[0].title:
        only = groups[0].fields[0]
        hint = question.hint.get(language) or only.hint
        return [Group("", (replace(only, label=question.heading[language], is_heading=True, hint=hint),))]
    if all(len(group.fields) == 1 and group.title for group in groups):
        # The page's own hint serves for everybody; without one, each input keeps its fact's.
        changes = {"hint": None} if question.hint else {}
        named = [replace(group.fields[0], label=group.title, **changes) for group in groups]
        return [Group("", tuple(named))]
    return groups
