"""`circuitsim train`: what it prints, writes and answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import circuitsim as cs
from circuitsim.cli.main import main


@pytest.fixture
def net(tmp_path: Path) -> str:
    """A circuit with a layer of one TLU behind two inputs."""
    c = cs.Circuit("net")
    c.add_layer("out", ["a", "b"], ["t"])
    c.add_output("y", "t")
    c.save(tmp_path / "net.json")
    return str(tmp_path / "net.json")


def table(tmp_path: Path, answers: str, delimiter: str = ",") -> str:
    """A truth table as a file."""
    lines = ["a,b,y", *(f"{k >> 1},{k & 1},{answer}" for k, answer in enumerate(answers))]
    path = tmp_path / "data.csv"
    path.write_text("\n".join(lines).replace(",", delimiter) + "\n")
    return str(path)


def test_a_gate_is_learned_and_written(net: str, tmp_path: Path, capsys: Any) -> None:
    out = str(tmp_path / "trained.json")
    assert main(["train", net, "--layer", "out", "--data", table(tmp_path, "0001"), "--target", "y", "-o", out]) == 0
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [
        "epoch 1: 2 mistakes", "epoch 2: 3 mistakes", "epoch 3: 3 mistakes", "epoch 4: 2 mistakes",
        "epoch 5: 1 mistake", "epoch 6: 0 mistakes", "no mistake is left after 6 epochs and 11 corrections",
        "t: separable: 2 a + 2 b - 3 >= 1 for the one class and <= -1 for the other; at most 51 mistakes",
        "t: a 2, b 1; bias -3",
    ]  # fmt: skip
    assert [cs.load(out).evaluate(a=a, b=b)["y"] for a in (0, 1) for b in (0, 1)] == [0, 0, 0, 1]
    assert cs.load(net).incoming("t")[0].weight == 0, "the circuit's own file is not touched"


def test_xor_is_answered_with_no_and_the_proof(net: str, tmp_path: Path, capsys: Any) -> None:
    given = ["train", net, "--layer", "out", "--data", table(tmp_path, "0110", ";"), "--target", "y"]
    assert main(given) == 1
    out = capsys.readouterr().out
    assert "t: the weights of epoch 3 are those of epoch 2: it will never stop" in out
    assert "t: not separable: 01 + 10 = 00 + 11" in out
    assert main([*given, "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["converged"] is False
    assert found["cycle"] == {"first": 2, "again": 3, "tlu": "t"}
    assert found["verdicts"]["t"]["proof"] == {"positive": [[1, 1], [2, 1]], "negative": [[0, 1], [3, 1]]}
    assert set(found["weights"]["t"]["weights"]) == {"a", "b"}


def test_iris_by_name_with_a_plot(tmp_path: Path, capsys: Any) -> None:
    c = cs.Circuit("petals")
    c.add_layer("out", ["petal_length", "petal_width"], ["t"], bias="bias")
    c.save(tmp_path / "net.json")
    plot = tmp_path / "p.svg"
    given = ["train", str(tmp_path / "net.json"), "--layer", "out", "--data", "iris", "--target", "setosa"]
    assert main([*given, "--plot", str(plot)]) == 0
    assert "no mistake is left after 3 epochs and 4 corrections" in capsys.readouterr().out
    assert "<svg" in plot.read_text()
    assert main([*given, "--seed", "3", "--eta", "0.5", "--init", "random", "--tie", "zero", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["converged"]


def test_features_are_taken_in_the_circuits_order(net: str, tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "d.csv"
    path.write_text("b,extra,a,y\n0,9,1,1\n1,9,0,0\n1,9,1,0\n0,9,0,0\n")
    assert main(["train", net, "--layer", "out", "--data", str(path), "--target", "y", "--json"]) == 0
    weights = json.loads(capsys.readouterr().out)["weights"]["t"]["weights"]
    assert weights["a"] > 0 > weights["b"]
    given = ["train", net, "--layer", "out", "--data", str(path), "--target", "y", "--features", "b,a", "--json"]
    assert main(given) == 0
    weights = json.loads(capsys.readouterr().out)["weights"]["t"]["weights"]
    assert weights["b"] > 0 > weights["a"]


def test_several_targets_and_classes(tmp_path: Path, capsys: Any) -> None:
    c = cs.Circuit()
    c.add_layer("out", ["a", "b"], ["and", "or", "nor"])
    c.save(tmp_path / "net.json")
    path = tmp_path / "d.csv"
    path.write_text("a,b,p,q,r\n0,0,0,0,1\n0,1,0,1,0\n1,0,0,1,0\n1,1,1,1,0\n")
    given = ["train", str(tmp_path / "net.json"), "--layer", "out", "--data", str(path)]
    assert main([*given, "--target", "p,q,r", "--features", "a,b"]) == 0
    capsys.readouterr()
    assert main([*given, "--target", "p", "--features", "a,b"]) == 2
    assert "has 3 TLUs, and the target gives 1 answers" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["--layer", "outt", "--target", "y"], "there is no layer 'outt'"),
        (["--layer", "out", "--target", "z"], "there is no column 'z'"),
        (["--layer", "out"], "--target"),
        (["--layer", "out", "--target", "y", "--features", "a"], "choose them by --features"),
        (["--layer", "out", "--target", "y", "--eta", "-1"], "eta"),
        (["--layer", "out", "--target", "y", "--epochs", "0"], "epochs"),
        (["--layer", "out", "--target", "y", "--plot", "x.gif"], "'.svg' or '.png'"),
    ],
)
def test_wrong_usage(more: list[str], says: str, net: str, tmp_path: Path, capsys: Any) -> None:
    assert main(["train", net, "--data", table(tmp_path, "0001"), *more]) == 2
    assert says in capsys.readouterr().err


def test_the_bar_is_shown_on_a_terminal_alone(
    net: str, tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = ["train", net, "--layer", "out", "--data", table(tmp_path, "0110"), "--target", "y"]
    main(given)
    assert "[" not in capsys.readouterr().err
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    main(given)
    err = capsys.readouterr().err
    assert "] epoch 1 of 100" in err
    assert err.endswith("\r\x1b[K")
