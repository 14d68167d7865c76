"""Sets that come with the package, tables of one's own, pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest

import circuitsim as cs
from circuitsim.errors import FileError
from circuitsim.learn.plot import clip, draw, write_plot


def test_iris_is_fishers() -> None:
    iris = cs.dataset("iris")
    assert iris.X.shape == (150, 4)
    assert iris.X.sum(axis=0).round(1).tolist() == [876.5, 458.6, 563.7, 179.9]
    assert np.bincount(iris.y).tolist() == [50, 50, 50]
    assert "Fisher" in iris.source
    theirs = pytest.importorskip("sklearn.datasets").load_iris()
    assert np.array_equal(iris.X, theirs.data)
    assert np.array_equal(iris.y, theirs.target)


def test_letters_can_all_be_told_apart() -> None:
    letters = cs.dataset("letters")
    assert letters.X.shape == (26, 35)
    assert len({row.tobytes() for row in letters.X}) == 26
    model = cs.Perceptron().fit(letters.X, letters.table())
    assert model.converged_
    assert np.array_equal(model.predict(letters.X), letters.table())


def test_gates_are_the_examples() -> None:
    gates = cs.dataset("gates")
    for k, name in enumerate(gates.classes):
        assert [row[-1] for row in cs.example(name).truth_table()] == gates.y[:, k].tolist()
        assert cs.dataset(name).y.tolist() == gates.y[:, k].tolist()


def test_made_sets_are_the_same_for_the_same_seed() -> None:
    for name in ("blobs", "moons"):
        one, other = cs.dataset(name, seed=3), cs.dataset(name, seed=3)
        assert np.array_equal(one.X, other.X)
        assert not np.array_equal(one.X, cs.dataset(name, seed=4).X)
    assert cs.separability(cs.dataset("blobs", spread=0.3).X, cs.dataset("blobs", spread=0.3).y)
    assert not cs.separability(cs.dataset("moons").X, cs.dataset("moons").y)
    assert cs.dataset("blobs", classes=3, count=30).table().sum(axis=0).tolist() == [10, 10, 10]
    for name, bad in (("blobs", {"classes": 1}), ("moons", {"noise": -1}), ("parity", {"inputs": 99})):
        with pytest.raises(cs.CircuitError):
            cs.dataset(name, **bad)


def test_an_unknown_set() -> None:
    with pytest.raises(cs.CircuitError, match="did you mean 'iris'"):
        cs.dataset("irsi")


def put(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    """A file with a text."""
    path = tmp_path / "data.csv"
    path.write_bytes(text.encode(encoding))
    return path


class TestTables:
    """Text tables with any signs."""

    @pytest.mark.parametrize(
        "text",
        [
            "a,b,kind\n1.5,2,x\n3,4.25,y\n",
            "a;b;kind\n1,5;2;x\n3;4,25;y\n",
            "a\tb\tkind\n1.5\t2\tx\n3\t4.25\ty\n",
            "a|b|kind\n1,5|2|x\n3|4,25|y\n",
            "a b kind\n1.5 2 x\n3 4.25 y\n",
            "\ufeffa, b, kind\r\n1.5, 2, x\r\n\r\n3, 4.25, y\r\n",
            'a,b,kind\n"1.5",2,"x"\n3,"4.25",y\n',
            "a;b;kind\n1,5;2;x\n3;4,25;y",
        ],
    )
    def test_signs_are_found_out(self, text: str, tmp_path: Path) -> None:
        found = cs.read_table(put(tmp_path, text), "kind")
        assert found.X.tolist() == [[1.5, 2], [3, 4.25]]
        assert (found.y.tolist(), found.classes, found.features) == ([0, 1], ["x", "y"], ["a", "b"])

    def test_without_names(self, tmp_path: Path) -> None:
        found = cs.read_table(put(tmp_path, "1,2,0\n3,4,1\n"), "3")
        assert (found.X.tolist(), found.y.tolist(), found.features) == ([[1, 2], [3, 4]], [0, 1], ["1", "2"])

    def test_chosen_columns_and_several_targets(self, tmp_path: Path) -> None:
        path = put(tmp_path, "a,b,c,p,q\n1,2,note,0,1\n3,4,note,1,1\n")
        found = cs.read_table(path, ["p", "q"], ["b", "a"])
        assert found.X.tolist() == [[2, 1], [4, 3]]
        assert (found.y.tolist(), found.classes) == ([[0, 1], [1, 1]], ["p", "q"])

    def test_numbers_as_classes_stand_in_their_order(self, tmp_path: Path) -> None:
        found = cs.read_table(put(tmp_path, "a,y\n1,10\n2,9\n3,-1\n"), "y")
        assert (found.classes, found.y.tolist()) == (["-1", "9", "10"], [2, 1, 0])

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("", "is empty"),
            ("a,y\n", "no rows"),
            ("a,y\n1,0\n,1\n", "line 3, column 'a': the cell is empty"),
            ("a,y\n1,0\nblue,1\n", "line 3, column 'a': must be a number, not 'blue'"),
            ("a,y\n1,0\nnan,1\n", "line 3, column 'a': must be a finite number"),
            ("a,y\n1,0\n2,\n", "line 3, column 'y': the cell is empty"),
            ("a,b,y\n1,2,0\n1,2\n", "line 3: has 2 cells for 3 columns (the file is cut short there?)"),
            ("a,y\n1,0,7\n", "line 2: has 3 cells for 2 columns"),
            ("a,a,y\n1,2,0\n", "column 'a' stands twice"),
            ("a,b\n1,0\n", "there is no column 'y'"),
            ("y\n1\n", "no column besides"),
        ],
    )
    def test_what_is_wrong_has_a_place(self, text: str, says: str, tmp_path: Path) -> None:
        with pytest.raises(FileError) as caught:
            cs.read_table(put(tmp_path, text), "y")
        assert says in str(caught.value)

    def test_files_that_cannot_be_read(self, tmp_path: Path) -> None:
        with pytest.raises(FileError, match="cannot be read: no such file"):
            cs.read_table(tmp_path / "none.csv", "y")
        with pytest.raises(FileError, match="not UTF-8"):
            cs.read_table(put(tmp_path, "a,y\nä,1\n", "latin-1"), "y")
        with pytest.raises(FileError, match="must be 0 or 1"):
            cs.read_table(put(tmp_path, "a,p,q\n1,2,0\n"), ["p", "q"])

    def test_a_large_file_that_is_cut_in_the_middle(self, tmp_path: Path) -> None:
        line = ",".join(["0.125"] * 50) + ",1\n"
        path = tmp_path / "large.csv"
        with path.open("w") as file:
            file.write(",".join(f"x{k}" for k in range(50)) + ",y\n")
            for _ in range(2000):
                file.write(line * 10)
            file.write(line[:100])
        with pytest.raises(FileError, match="line 20002: has 17 cells for 51 columns"):
            cs.read_table(path, "y")


class TestPictures:
    """SVG of our own; PNG through resvg."""

    def run(self) -> Any:
        return cs.dataset("iris").only("petal_length", "petal_width").against_the_rest("setosa")

    def test_svg_is_sound_and_has_all_points(self, tmp_path: Path) -> None:
        data = self.run()
        write_plot(tmp_path / "p.svg", data, [("t<1>", [-0.6, -0.8], 2.0)], [1, 3, 0], "A & B")
        root = ElementTree.parse(tmp_path / "p.svg").getroot()
        text = (tmp_path / "p.svg").read_text()
        assert text.count("<circle") == 100 + 1, "one more stands in the legend"
        assert root.findtext("{http://www.w3.org/2000/svg}title") == "A & B"
        assert "epoch 2: 3" in text

    def test_data_of_many_features_have_bars_alone(self) -> None:
        assert "<circle" not in draw(cs.dataset("iris"), [], [4, 2], "iris")

    def test_png(self, tmp_path: Path) -> None:
        pytest.importorskip("resvg_py")
        write_plot(tmp_path / "p.png", self.run(), [], [1], "png")
        assert (tmp_path / "p.png").read_bytes().startswith(b"\x89PNG")

    def test_other_endings(self, tmp_path: Path) -> None:
        with pytest.raises(FileError, match=r"\.svg"):
            write_plot(tmp_path / "p.gif", self.run(), [], [1], "gif")

    def test_lines_are_clipped(self) -> None:
        low, high = np.zeros(2), np.ones(2)
        assert clip([1.0, 0.0], -5.0, low, high) is None
        assert clip([0.0, 0.0], 1.0, low, high) is None
        ends = clip([1.0, 0.0], -0.5, low, high)
        assert ends is not None
        assert {end[0] for end in ends} == {0.5}
