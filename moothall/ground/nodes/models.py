"""Messages of other nodes that were read already."""

from django.db import models


class SeenMessage(models.Model):
    """The mark of one message. It names nobody, and goes when the message would be too old anyway."""

    node = models.CharField(max_length=40)
    mark = models.CharField(max_length=64)
    until = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["node", "mark"], name="a_message_is_read_once")]

    def __str__(self) -> str:
        return f"a message of {self.node}"
