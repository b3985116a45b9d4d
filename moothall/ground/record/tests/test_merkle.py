"""The tree of hashes, against published values and against a tree worked out from its definition."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.ground.record import merkle

# The leaves, roots and proofs with which implementations of Certificate Transparency are
# tested: transparency-dev/merkle, testonly/constants.go (hashing as RFC 9162, section 2.1).
LEAVES = [bytes.fromhex(leaf) for leaf in (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
)]  # fmt: skip
ROOTS = [bytes.fromhex(root) for root in (
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)]  # fmt: skip
INCLUSIONS = {
    (0, 1): [],
    (0, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (5, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 3): ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    (1, 5): [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}
CONSISTENCIES = {
    (1, 1): [],
    (1, 8): INCLUSIONS[0, 8],
    (6, 8): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 5): [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}


class Grown:
    """A tree held in memory, grown leaf by leaf as the sequencer grows the stored one."""

    def __init__(self, leaves):
        self.nodes, self.leaves = {}, [merkle.leaf_hash(leaf) for leaf in leaves]
        for position, leaf in enumerate(self.leaves):
            self.nodes |= dict(merkle.completed_by(position, leaf, self.at))

    def at(self, level, index):
        return self.nodes[level, index]

    def root(self, size):
        return merkle.root(size, self.at)

    def proof(self, pieces):
        return [
            merkle.folded([self.nodes[node] for node in merkle.complete_nodes(piece)]) for piece in pieces
        ]


def by_definition(leaves):
    """MTH of RFC 9162, section 2.1.1, word by word."""
    if len(leaves) < 2:
        return sha256(b"\x00" + leaves[0]).digest() if leaves else sha256(b"").digest()
    cut = max(1 << bit for bit in range(20) if 1 << bit < len(leaves))
    return sha256(b"\x01" + by_definition(leaves[:cut]) + by_definition(leaves[cut:])).digest()


def flipped(value, bit):
    changed = bytearray(value)
    changed[bit // 8 % len(value)] ^= 1 << bit % 8
    return bytes(changed)


@pytest.mark.parametrize("size", range(9))
def test_published_roots(size):
    assert Grown(LEAVES).root(size) == ROOTS[size]


@pytest.mark.parametrize(("position", "size"), INCLUSIONS)
def test_published_inclusion_proofs(position, size):
    proof = Grown(LEAVES).proof(merkle.inclusion_pieces(position, size))
    assert [hashed.hex() for hashed in proof] == INCLUSIONS[position, size]


@pytest.mark.parametrize(("earlier", "later"), CONSISTENCIES)
def test_published_consistency_proofs(earlier, later):
    proof = Grown(LEAVES).proof(merkle.consistency_pieces(earlier, later))
    assert [hashed.hex() for hashed in proof] == CONSISTENCIES[earlier, later]


@given(st.lists(st.binary(max_size=4), max_size=70))
def test_the_root_is_that_of_the_definition(leaves):
    assert Grown(leaves).root(len(leaves)) == by_definition(leaves)


@given(st.integers(1, 200), st.data())
def test_inclusion_is_proved_and_nothing_else_is(size, data):
    position = data.draw(st.integers(0, size - 1))
    tree = Grown(bytes([index % 256, index // 256]) for index in range(size))
    true = dict(
        leaf=tree.leaves[position],
        position=position,
        size=size,
        proof=tree.proof(merkle.inclusion_pieces(position, size)),
        root=tree.root(size),
    )
    assert merkle.is_included(**true)
    assert len(true["proof"]) <= size.bit_length()
    for changed in _changes(true, data):
        assert not merkle.is_included(**true | changed), changed


@given(st.integers(1, 200), st.data())
def test_consistency_is_proved_and_nothing_else_is(later, data):
    earlier = data.draw(st.integers(1, later))
    tree = Grown(bytes([index % 256, index // 256]) for index in range(later))
    true = dict(
        earlier=earlier,
        later=later,
        earlier_root=tree.root(earlier),
        later_root=tree.root(later),
        proof=tree.proof(merkle.consistency_pieces(earlier, later)),
    )
    assert merkle.is_consistent(**true)
    for changed in _changes(true, data):
        assert not merkle.is_consistent(**true | changed), changed


def _changes(true, data):
    """One bit changed in each hash, a proof one hash shorter or longer, another place."""
    bit = data.draw(st.integers(0, 255))
    proof = true["proof"]
    for name in ("leaf", "root", "earlier_root", "later_root"):
        if name in true:
            yield {name: flipped(true[name], bit)}
    for index in range(len(proof)):
        yield {"proof": [*proof[:index], flipped(proof[index], bit), *proof[index + 1 :]]}
    if proof:
        yield {"proof": proof[:-1]}
    yield {"proof": [*proof, bytes(32)]}
    if "position" in true:
        other = data.draw(st.integers(0, true["size"] + 2))
        if other != true["position"]:
            yield {"position": other}


@pytest.mark.parametrize(("position", "size"), [(0, 0), (3, 3), (-1, 4)])
def test_there_is_no_proof_of_a_leaf_that_is_not_there(position, size):
    with pytest.raises(ValueError, match="no position"):
        merkle.inclusion_pieces(position, size)
