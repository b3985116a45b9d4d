"""Joan is asked one question a page, with why; she can be wrong, go back, change, and use two tabs."""

import pytest

from moothall.doors.frontdoor.tests.resident import SERVICE, Resident

APPLY = f"/apply/{SERVICE}"


def test_the_first_page_asks_who_lives_there_and_says_why(joan):
    joan.begins()
    assert joan.path == f"{APPLY}/who-lives-here"
    assert "Why we ask" in joan.words and "more questions after this" in joan.words


def test_she_comes_to_an_estimate_with_reasons_before_anybody_asks_her_name(joan):
    joan.reaches_the_estimate()
    assert joan.heading == "What you would get"
    assert "£26.62 a week" in joan.words and "a year" in joan.words
    assert "SI 2012/2885" in joan.words
    assert "<details" in joan.page


def test_the_interview_can_be_left_and_taken_up_again(joan):
    joan.begins().answers()
    joan.opens(f"/services/{SERVICE}")
    assert "Go on where I stopped" in joan.words
    assert joan.sends(f"{APPLY}/start").path == f"{APPLY}/working-age-benefits"
    assert joan.sends(f"{APPLY}/start", again="yes").path == f"{APPLY}/who-lives-here"


@pytest.mark.parametrize(
    ("born", "words"),
    [
        (("30", "2", "1950"), "no 30 February"),
        (("1", "1", "2999"), "past"),
        (("", "", ""), "Date of birth"),
        (("3", "13", "1950"), "month"),
        (("three", "5", "1950"), "date"),
    ],
)
def test_a_wrong_date_is_explained_and_kept(joan, born, words):
    joan.says["date_of_birth"] = born
    joan.begins().answers()
    assert joan.status == 422
    anchor, text = joan.problems[0]
    assert anchor == "date_of_birth--claimant-day" and words in text
    assert joan.typed("date_of_birth--claimant-year") == born[2]


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("£3,000.50", True),
        ("3000", True),
        ("-1", False),
        ("lots", False),
        ("1000000000000", False),
        ("", False),
    ],
)
def test_money_is_read_as_people_write_it(joan, typed, accepted):
    joan.begins().answers_until("/savings")
    joan.says["savings"] = typed
    joan.answers()
    assert (joan.status == 200) is accepted
    if not accepted:
        assert joan.problems[0][0] == "savings" and joan.typed("savings") == typed


def test_ten_megabytes_in_one_box_are_refused_kindly_and_the_rest_is_kept(joan):
    joan.reaches_the_estimate()
    joan.opens(f"{APPLY}/your-name")
    body = "full_name--claimant=" + "a" * 10_000_000 + "&national_insurance_number--claimant=QQ123456C"
    answer = joan.client.post(joan.path, body, content_type="application/x-www-form-urlencoded")
    joan._arrive(answer)
    assert joan.status == 422
    assert joan.problems[0][0] == "full_name--claimant"
    assert joan.typed("national_insurance_number--claimant") == "QQ123456C"
    assert len(joan.page) < 20_000


def test_people_are_added_and_removed_without_scripts(joan):
    joan.begins()
    joan.answers(do="add")
    assert "Person 2" in joan.words
    assert joan.typed("date_of_birth--claimant-year") == "1950"
    joan.answers(do="add")
    joan.answers(do="remove-person2")
    assert joan.page.count('name="person"') == 2 and "person3" in joan.page and "person2" not in joan.page


def test_only_one_person_can_be_the_partner(joan):
    joan.begins().answers(do="add").answers(do="add")
    joan.answers(**{"role--person2": "partner", "role--person3": "partner"})
    assert joan.problems == [
        ("role--person3", "Choose only one person as your partner. The others are other adults who live here")
    ]


def test_nobody_else_can_be_the_claimant(joan):
    joan.begins().answers(do="add").answers(**{"role--person2": "claimant"})
    assert joan.status == 422 and joan.problems[0][0] == "role--person2"


def test_a_question_about_people_names_each_of_them(joan):
    joan.begins().answers(do="add").answers(**{"role--person2": "partner"})
    joan.answers_until("/pensions")
    assert "Your partner" in joan.words
    joan.says["state_pension"] = "x"
    joan.answers()
    assert [text.partition(":")[0] for _, text in joan.problems] == ["You", "Your partner"]


def test_below_pension_age_she_is_told_plainly_and_never_nought(joan):
    joan.says["date_of_birth"] = ("3", "5", "1985")
    joan.reaches_the_estimate()
    assert "We cannot work this out for you yet" in joan.heading
    assert "own scheme decides" in joan.words and "How to apply" in joan.words
    assert 'href="https://www.canterbury.gov.uk/' in joan.page
    assert "£0 a week" not in joan.words and "Go on and apply" not in joan.words


def test_back_leads_to_the_page_before(joan):
    joan.begins().answers().answers()
    assert f'href="{APPLY}/working-age-benefits" class="govuk-back-link"' in joan.page
    joan.opens(f"{APPLY}/working-age-benefits")
    assert joan.chosen("working_age_benefit") == ["no"]


def test_a_change_from_the_check_page_comes_back_to_it(joan):
    joan.reaches_the_estimate().applies()
    joan.opens(f"{APPLY}/savings?return=check")
    assert joan.typed("savings") == "3000"
    joan.says["savings"] = "4,100"
    joan.answers()
    assert joan.path == f"{APPLY}/check" and "£4,100" in joan.words


def test_a_page_that_is_not_reached_yet_leads_to_the_open_one(joan):
    joan.begins()
    for page in ("savings", "estimate", "check", "done", "your-name"):
        assert joan.opens(f"{APPLY}/{page}").path.startswith(f"{APPLY}/who-lives-here")


def test_a_question_that_there_is_not_is_a_page_that_there_is_not(joan):
    joan.begins()
    assert joan.opens(f"/apply/{SERVICE}/no-such-question").status == 404


def test_two_tabs_lose_nothing_and_the_second_is_told(joan):
    joan.begins().answers_until("/savings")
    other_tab = Resident(client=joan.client).opens(f"{APPLY}/savings")
    joan.answers()
    other_tab.says["savings"] = "5,000"
    other_tab.answers()
    assert "answer in another window" in other_tab.words
    joan.answers_until("/estimate").applies()
    assert "£5,000" in joan.words


def test_an_address_that_the_council_does_not_serve_is_refused(joan):
    joan.reaches_the_estimate()
    joan.says["postcode"] = "CT9 1AA" if "CT9 1AA" in _thanet() else _thanet()[0]
    joan.opens(f"{APPLY}/your-name").answers().answers()
    assert joan.path == f"{APPLY}/your-address" and joan.status == 422
    assert "does not serve this postcode" in joan.problems[0][1]


def test_after_moving_to_another_council_she_begins_afresh(joan):
    joan.begins().answers()
    joan.lives_at(_thanet()[0]).opens(f"/services/{SERVICE}")
    assert "Thanet District Council" in joan.page and "Go on where I stopped" not in joan.words
    assert joan.sends(f"{APPLY}/start").path == f"{APPLY}/who-lives-here"


def _thanet() -> list[str]:
    return ["CT9 1FE", "CT10 1AA"]


def test_a_browser_that_knows_of_no_interview_gets_a_kind_page(joan):
    joan.opens(f"{APPLY}/savings")
    assert joan.status == 403 and "not open in this browser" in joan.heading


def test_a_forged_cookie_opens_nothing(joan):
    joan.client.cookies["moothall_interviews"] = '{"council_tax_reduction": ["x", "canterbury"]}'
    assert "not open in this browser" in joan.opens(f"{APPLY}/savings").heading


def test_the_whole_interview_is_asked_in_welsh_and_says_it_is_a_draft(joan):
    joan.opens("/language/cy")
    joan.reaches_the_estimate()
    assert joan.heading == "Beth y byddech yn ei gael" and "Drafft" in joan.words
    assert "£26.62 yr wythnos" in joan.words


def test_no_page_of_it_is_big_or_kept_by_the_browser(joan):
    joan.reaches_the_estimate()
    assert len(joan.page.encode()) < 50_000
    answer = joan.client.get(f"{APPLY}/estimate")
    assert answer["Cache-Control"] == "no-store"
