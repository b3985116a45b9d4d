"""The addresses of the desk. No name, answer or reason is ever in one."""

from django.urls import path

from moothall.doors.desk.views.case import case
from moothall.doors.desk.views.correction import correction
from moothall.doors.desk.views.decide import decide
from moothall.doors.desk.views.depart import depart
from moothall.doors.desk.views.evidence import evidence
from moothall.doors.desk.views.late_promises import late_promises
from moothall.doors.desk.views.letter import letter, paper
from moothall.doors.desk.views.measures import measures
from moothall.doors.desk.views.queue import queue
from moothall.doors.desk.views.stopped import stopped
from moothall.doors.desk.views.tasks import finish, put_back, take

app_name = "desk"
urlpatterns = [
    path("", queue, name="queue"),
    path("case/<uuid:case_id>", case, name="case"),
    path("case/<uuid:case_id>/decide", decide, name="decide"),
    path("case/<uuid:case_id>/depart", depart, name="depart"),
    path("case/<uuid:case_id>/evidence/<uuid:attachment>", evidence, name="evidence"),
    path("case/<uuid:case_id>/letter", letter, name="letter"),
    path("case/<uuid:case_id>/paper/<uuid:notice>", paper, name="paper"),
    path("correction/<uuid:correction_id>", correction, name="correction"),
    path("late-promises", late_promises, name="late_promises"),
    path("measures", measures, name="measures"),
    path("stopped", stopped, name="stopped"),
    path("task/<uuid:task_id>/take", take, name="take"),
    path("task/<uuid:task_id>/put-back", put_back, name="put_back"),
    path("task/<uuid:task_id>/finish", finish, name="finish"),
]
