"""The residents' addresses. None of them ever holds a postcode, a name or an answer."""

from django.urls import path

from moothall.doors.frontdoor import about, area, on_a_day, start, which_home
from moothall.doors.frontdoor.case import finding, letters, pages, review
from moothall.doors.frontdoor.interview import (
    begin,
    carrying,
    checking,
    coming_back,
    done,
    estimate,
    papers,
    saving,
    screens,
    sending,
)
from moothall.doors.frontdoor.interview.what_if import pages as what_if
from moothall.doors.frontdoor.mine import asking, copy
from moothall.doors.frontdoor.mine import pages as mine
from moothall.doors.frontdoor.mine.papers import paper_page
from moothall.doors.kit.languages import choose_language

urlpatterns = [
    path("", start.start, name="frontdoor_start"),
    path("your-council", start.choose_council, name="frontdoor_council"),
    path("your-home", which_home.which_home, name="frontdoor_home"),
    path("your-area-on-a-day", on_a_day.on_a_day, name="frontdoor_on_a_day"),
    path("your-area", area.your_area, name="frontdoor_area"),
    path("your-area/<slug:topic>", area.topic_page, name="frontdoor_topic"),
    path("services/<slug:service>", begin.service_page, name="frontdoor_service"),
    path("apply/<slug:service>/start", begin.start_interview, name="frontdoor_begin"),
    path("apply/<slug:service>/estimate", estimate.estimate_page, name="frontdoor_estimate"),
    path("apply/<slug:service>/check", checking.check_page, name="frontdoor_check"),
    path("apply/<slug:service>/submit", sending.submit_interview, name="frontdoor_submit"),
    path("apply/<slug:service>/done", done.done_page, name="frontdoor_done"),
    path("apply/<slug:service>/save", saving.save_page, name="frontdoor_save"),
    path("apply/<slug:service>/saved", saving.saved_page, name="frontdoor_saved"),
    path("apply/<slug:service>/evidence", papers.papers_page, name="frontdoor_papers"),
    path("continue", coming_back.find_saved, name="frontdoor_find_saved"),
    path("continue/<str:token>", coming_back.continue_page, name="frontdoor_continue"),
    path("apply/<slug:service>/carry/<slug:into>", carrying.carry_answers, name="frontdoor_carry"),
    path("apply/<slug:service>/what-if", what_if.what_if_page, name="frontdoor_what_if"),
    path("apply/<slug:service>/what-if/then", what_if.then_page, name="frontdoor_then"),
    path("apply/<slug:service>/what-if/<slug:key>", what_if.what_if_screen, name="frontdoor_what_if_screen"),
    # Last: a screen's key is whatever the service calls it.
    path("apply/<slug:service>/<slug:key>", screens.screen_page, name="frontdoor_screen"),
    path("case", finding.find_case, name="frontdoor_find_case"),
    path("case/<slug:reference>", pages.case_page, name="frontdoor_case"),
    path("case/<slug:reference>/decision", pages.decision_page, name="frontdoor_decision"),
    path("case/<slug:reference>/letter/<uuid:notice>", letters.letter_page, name="frontdoor_letter"),
    path("case/<slug:reference>/review", review.review_page, name="frontdoor_review"),
    path("case/<slug:reference>/review/received", review.review_received, name="frontdoor_review_received"),
    path("mine", mine.mine_page, name="frontdoor_mine"),
    path("mine/copy", copy.print_page, name="frontdoor_copy"),
    path("mine/copy/file", copy.download, name="frontdoor_download"),
    path("mine/held/<slug:reference>", mine.held_page, name="frontdoor_held"),
    path(
        "mine/held/<slug:reference>/correct/<uuid:statement>", asking.correct_page, name="frontdoor_correct"
    ),
    path("mine/held/<slug:reference>/evidence/<uuid:attachment>", paper_page, name="frontdoor_paper"),
    path("mine/held/<slug:reference>/asked/<uuid:asked>", asking.asked_page, name="frontdoor_asked"),
    path("language/<slug:language>", choose_language, name="language"),
    path("about", about.about_page, name="frontdoor_about"),
    path("privacy", about.privacy_page, name="frontdoor_privacy"),
    path("accessibility", about.accessibility_page, name="frontdoor_accessibility"),
]
