from moothall.work.applications.actions.answer import NoSuchPerson, NotUnderstood, answer, answer_roster
from moothall.work.applications.actions.carry_over import carry_over
from moothall.work.applications.actions.continue_draft import TriedTooOften, continue_draft
from moothall.work.applications.actions.save_draft import save_draft
from moothall.work.applications.actions.start_draft import End, start_draft
from moothall.work.applications.actions.submit import (
    ChangedSinceRead,
    NobodyToTell,
    NotAppliedFor,
    NotDeclared,
    NotFinished,
    submit,
)

__all__ = [
    "ChangedSinceRead",
    "End",
    "NoSuchPerson",
    "NobodyToTell",
    "NotAppliedFor",
    "NotDeclared",
    "NotFinished",
    "NotUnderstood",
    "TriedTooOften",
    "answer",
    "answer_roster",
    "carry_over",
    "continue_draft",
    "save_draft",
    "start_draft",
    "submit",
]
