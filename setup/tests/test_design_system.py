"""What councils may not use is taken out of the design system's files, and nothing else is."""

import pytest

from setup.commands import SetupFailed
from setup.design_system import usable_script, usable_styles

STYLES = (
    "/*! The font has been customised for exclusive use on gov.uk. */ "
    '@font-face{font-family:"GDS Transport";src:url(/assets/fonts/a.woff2)}'
    ".govuk-link{font-family:GDS Transport,arial,sans-serif;color:#1d70b8}"
    ".govuk-footer__copyright-logo:before{background-image:url(/assets/images/govuk-crest.svg)}"
    "@supports (mask-position:initial){"
    ".govuk-footer__copyright-logo:before{mask-image:url(/assets/images/govuk-crest.svg)}}"
    "@supports (display:grid){.govuk-grid{display:grid}}"
    "\n/*# sourceMappingURL=govuk-frontend.min.css.map */\n"
)


def test_typeface_crest_and_maps_go_and_all_else_stays():
    assert usable_styles(STYLES).strip() == (
        ".govuk-link{font-family:arial,sans-serif;color:#1d70b8}"
        "@supports (display:grid){.govuk-grid{display:grid}}"
    )


@pytest.mark.parametrize(
    "new",
    [
        ".x{background:url(/assets/images/new.svg)}",
        ".x{background:url(crest.png)}",
        ".x{font:1rem 'GDS Transport'}",
    ],
)
def test_a_new_version_that_brings_more_of_it_is_refused(new):
    with pytest.raises(SetupFailed):
        usable_styles(STYLES + new)


def test_the_script_loses_only_the_link_to_its_map():
    assert usable_script("initAll();//# sourceMappingURL=x.js.map\n") == "initAll();"
    assert usable_script("initAll();\n") == "initAll();\n"
