from moothall.work.applications.actions.answer import NoSuchPerson, NotUnderstood, answer, answer_roster
from moothall.work.applications.actions.start_draft import start_draft
from moothall.work.applications.actions.submit import ChangedSinceRead, NotDeclared, NotFinished, submit

__all__ = [
    "ChangedSinceRead",
    "NoSuchPerson",
    "NotDeclared",
    "NotFinished",
    "NotUnderstood",
    "answer",
    "answer_roster",
    "start_draft",
    "submit",
]
