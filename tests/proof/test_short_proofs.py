"""The short versions of the proofs that need no server. The long ones are `make proof`."""

import pytest

from tests.kit.shared import shared
from tests.proof import few_questions, hostile, interview, properties, readings, right


@pytest.mark.parametrize(
    "proof", [hostile, interview, properties, few_questions], ids=lambda proof: proof.NAME
)
def test_a_proof_that_needs_nothing_from_outside(proof):
    assert proof.run(seed=1, short=True, progress=print).failures == []


@pytest.mark.shared
@pytest.mark.parametrize("proof", [readings, right], ids=lambda proof: proof.NAME)
def test_a_proof_that_reads_the_oracle(proof):
    shared("data/oracle")
    assert proof.run(seed=1, short=True, progress=print).failures == []
