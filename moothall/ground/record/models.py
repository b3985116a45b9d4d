"""The rows of the record. All but Payload are only ever added to; see insert_only.py."""

from django.db import models


class Entry(models.Model):
    """The envelope of one thing that happened: kept for good, and naming nobody.

    `organisation` is a key and no foreign key, because the record lies beneath
    organisations. `minutes` is time that a person entered, never measured here.
    """

    organisation = models.CharField(max_length=40)
    verb = models.CharField(max_length=60)
    at = models.DateTimeField()
    service = models.CharField(max_length=60, blank=True)
    step = models.CharField(max_length=60, blank=True)
    channel = models.CharField(max_length=20, blank=True)
    case = models.CharField(max_length=32, blank=True)
    actor_kind = models.CharField(max_length=20, blank=True)
    actor = models.CharField(max_length=32, blank=True)
    minutes = models.PositiveIntegerField(null=True)
    edition = models.CharField(max_length=64, blank=True)
    purpose = models.CharField(max_length=60, blank=True)
    subjects = models.JSONField(default=list)
    # Codes and counts that measures need, declared with the verb; never free text.
    details = models.JSONField(default=dict)
    # SHA-256 of salt and payload; empty when there was nothing personal to keep.
    commitment = models.BinaryField(max_length=32)
    leaf_hash = models.BinaryField(max_length=32)

    class Meta:
        verbose_name_plural = "entries"
        indexes = [
            models.Index(fields=["case", "id"], name="entry_of_a_case"),
            models.Index(fields=["organisation", "at"], name="entry_of_a_body"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} ({self.organisation}, {self.at})"


class Payload(models.Model):
    """What was personal about an entry: canonical JSON and the salt that hides it once both are gone."""

    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.PROTECT, related_name="payload")
    organisation = models.CharField(max_length=40)
    salt = models.BinaryField(max_length=32)
    content = models.TextField()


class Position(models.Model):
    """Where an entry stands in the one order of this node, counted from 0, and its leaf in the tree."""

    position = models.PositiveBigIntegerField(primary_key=True)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="placed")
    leaf_hash = models.BinaryField(max_length=32)


class Node(models.Model):
    """A complete node of the tree above its leaves: level 1 covers two entries, level 2 four."""

    pk = models.CompositePrimaryKey("level", "index")
    level = models.PositiveSmallIntegerField()
    index = models.PositiveBigIntegerField()
    hash = models.BinaryField(max_length=32)


class Checkpoint(models.Model):
    """The root of the tree when it had this size: what an outsider keeps, to compare later."""

    size = models.PositiveBigIntegerField(primary_key=True)
    root = models.BinaryField(max_length=32)
    at = models.DateTimeField()


class Erasure(models.Model):
    """A payload that was erased, and the entry that says so. A restored backup is cleaned by this list."""

    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.PROTECT, related_name="erased")
    organisation = models.CharField(max_length=40)
    ground = models.CharField(max_length=20)
    at = models.DateTimeField()
    said_by = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="erases")
