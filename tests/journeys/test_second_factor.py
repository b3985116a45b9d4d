"""Every page of signing in, in a real browser: the code, a passkey, recovery codes, a new authenticator."""

from __future__ import annotations

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from tests.kit.browser import no_axe_violations

pytestmark = pytest.mark.browser

OFFICER = "ama.boateng@kent.example"
PASSWORD = "pier-lantern-orchard"


@pytest.fixture
def desk(own_site, page):
    """A browser that holds a passkey device, at a server whose officer may be changed.

    Passkeys need a name for the host, not its number.
    """
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    device.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    page.address = own_site().url.replace("127.0.0.1", "localhost")
    return page


def test_a_passkey_is_added_and_signs_in(desk):
    now, following = _codes(desk)
    _give_password(desk)
    no_axe_violations(desk, "first")
    _press(desk, "Sign in")
    no_axe_violations(desk, "errors")
    desk.fill("[name=code]", now)
    _press(desk, "Sign in")
    desk.wait_for_url("**/desk/")
    _look_at_what_needs_no_second_asking(desk)
    _add_passkey(desk, following)
    _look_at_what_was_opened(desk)
    _change_authenticator(desk)
    _sign_out(desk)
    _give_password(desk)
    desk.click("text=Use your passkey >> nth=-1")
    desk.wait_for_url("**/desk/")
    _remove_it_again(desk)


def _codes(desk) -> tuple[str, str]:
    """What the officer's authenticator shows now and next, from the demonstration's own page."""
    desk.goto(f"{desk.address}/demonstration/authenticator")
    no_axe_violations(desk, "first")
    lines = desk.locator("dl", has_text=OFFICER).inner_text()
    now, following = re.findall(r"\b\d{6}\b", lines)
    return now, following


def _give_password(desk) -> None:
    desk.goto(f"{desk.address}/accounts/sign-in")
    no_axe_violations(desk, "first")
    _press(desk, "Continue")
    no_axe_violations(desk, "errors")
    desk.fill("[name=login]", OFFICER)
    desk.fill("[name=password]", PASSWORD)
    _press(desk, "Continue")
    desk.wait_for_url("**/accounts/code")


def _look_at_what_needs_no_second_asking(desk) -> None:
    for place in ("second-factor", "second-factor/passkeys", "sign-out", "closed", "password-again"):
        desk.goto(f"{desk.address}/accounts/{place}")
        no_axe_violations(desk, "empty" if place.endswith("passkeys") else "first")


def _add_passkey(desk, code: str) -> None:
    desk.goto(f"{desk.address}/accounts/second-factor/passkeys/add")
    no_axe_violations(desk, "first")
    _press(desk, "Continue")
    no_axe_violations(desk, "errors")
    desk.fill("[name=code]", code)
    _press(desk, "Continue")
    no_axe_violations(desk, "first")
    desk.fill("[name=name]", "Work laptop")
    _press(desk, "Add a passkey")
    desk.wait_for_url(re.compile(r"/accounts/second-factor(/recovery-codes)?$"))
    no_axe_violations(desk, "first")


def _look_at_what_was_opened(desk) -> None:
    for place in ("passkeys", "passkeys/again", "authenticator/remove", "recovery-codes/new"):
        desk.goto(f"{desk.address}/accounts/second-factor/{place}")
        no_axe_violations(desk, "first")
    _press(desk, "Make new recovery codes")
    assert len(desk.locator("code").all()) == 10
    no_axe_violations(desk, "first")
    desk.reload()
    assert len(desk.locator("code").all()) == 0
    no_axe_violations(desk, "empty")


def _change_authenticator(desk) -> None:
    """With a passkey there the old authenticator may go, and a new telephone takes its place."""
    desk.goto(f"{desk.address}/accounts/second-factor/authenticator/remove")
    _press(desk, "Remove your authenticator")
    desk.wait_for_url("**/second-factor")
    desk.goto(f"{desk.address}/accounts/second-factor/authenticator/add")
    no_axe_violations(desk, "first")
    _press(desk, "Continue")
    no_axe_violations(desk, "errors")
    secret = desk.locator("details code").text_content()
    desk.fill("[name=code]", format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
    _press(desk, "Continue")
    desk.wait_for_url("**/second-factor")


def _remove_it_again(desk) -> None:
    """Removing asks once more who it is."""
    desk.goto(f"{desk.address}/accounts/second-factor/passkeys")
    no_axe_violations(desk, "long")
    desk.click("main >> text=Remove")
    desk.click("text=use your passkey")
    desk.click("role=button[name='Use your passkey']")
    desk.wait_for_url("**/remove")
    no_axe_violations(desk, "first")
    _press(desk, "Remove this passkey")
    desk.wait_for_url("**/passkeys")
    assert "You have no passkeys" in desk.content()


def _sign_out(desk) -> None:
    desk.goto(f"{desk.address}/accounts/sign-out")
    _press(desk, "Sign out now")


def _press(desk, name: str) -> None:
    desk.click(f"role=button[name='{name}']")
