"""Which handler serves which need. May name anything; nothing imports it but settings."""

from django.apps import AppConfig


class Wiring(AppConfig):
    name = "moothall"
    label = "wiring"

    def ready(self) -> None:
        from django.conf import settings
        from django.utils import timezone

        from moothall.connectors.crew_log import crew_log
        from moothall.connectors.other_node import OtherNodes
        from moothall.ground.due_work import register
        from moothall.ground.nodes.keys import own_key
        from moothall.ground.nodes.known import read_nodes, use_nodes
        from moothall.work.applications.actions.deliver import hear, look_whether_late, settle
        from moothall.work.applications.actions.forget_draft import forget_draft
        from moothall.work.applications.actions.remind_of_draft import remind_of_draft
        from moothall.work.applications.other_nodes import use_other_nodes
        from moothall.work.applications.ports import register_check
        from moothall.work.cases.actions.timer_is_due import timer_is_due
        from moothall.work.notices.actions import print_notice, send_notice

        register_check("crew_log", crew_log(settings.CREW_LOG))
        register("notice.send", send_notice)
        register("notice.print", print_notice)
        register("case.timer", timer_is_due)
        register("draft.forget", forget_draft)
        register("draft.remind", remind_of_draft)
        nodes = read_nodes(settings.OTHER_NODES)
        use_nodes(nodes)
        elsewhere = OtherNodes(nodes, key=own_key(), clock=timezone.now)
        use_other_nodes(elsewhere)
        register("promise.deliver", settle, errand=elsewhere.deliver)
        register("promise.ask", hear, errand=elsewhere.ask)
        register("promise.late", look_whether_late)
