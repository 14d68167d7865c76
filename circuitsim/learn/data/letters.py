"""The 26 letters on a grid of 5 by 7, drawn for circuitsim."""

from __future__ import annotations

import numpy as np

from circuitsim.learn.data.tables import DataSet

_DRAWN = """
A.###. B####. C.#### D####. E##### F##### G.#### H#...# I.###. J..### K#...# L#.... M#...#
 #...#  #...#  #....  #...#  #....  #....  #....  #...#  ..#..  ...#.  #..#.  #....  ##.##
 #...#  #...#  #....  #...#  #....  #....  #....  #...#  ..#..  ...#.  #.#..  #....  #.#.#
 #####  ####.  #....  #...#  ####.  ####.  #.###  #####  ..#..  ...#.  ##...  #....  #.#.#
 #...#  #...#  #....  #...#  #....  #....  #...#  #...#  ..#..  ...#.  #.#..  #....  #...#
 #...#  #...#  #....  #...#  #....  #....  #...#  #...#  ..#..  #..#.  #..#.  #....  #...#
 #...#  ####.  .####  ####.  #####  #....  .####  #...#  .###.  .##..  #...#  #####  #...#

N#...# O.###. P####. Q.###. R####. S.#### T##### U#...# V#...# W#...# X#...# Y#...# Z#####
 ##..#  #...#  #...#  #...#  #...#  #....  ..#..  #...#  #...#  #...#  #...#  #...#  ....#
 #.#.#  #...#  #...#  #...#  #...#  #....  ..#..  #...#  #...#  #...#  .#.#.  .#.#.  ...#.
 #.#.#  #...#  ####.  #...#  ####.  .###.  ..#..  #...#  #...#  #.#.#  ..#..  ..#..  ..#..
 #..##  #...#  #....  #.#.#  #.#..  ....#  ..#..  #...#  .#.#.  #.#.#  .#.#.  ..#..  .#...
 #..##  #...#  #....  #..#.  #..#.  ....#  ..#..  #...#  .#.#.  ##.##  #...#  ..#..  #....
 #...#  .###.  #....  .##.#  #...#  ####.  ..#..  .###.  ..#..  #...#  #...#  ..#..  #####
"""


def letters() -> DataSet:
    """35 pixels a letter, 0 or 1, from the top left.

    >>> found = letters()
    >>> found.X.shape, "".join(found.classes)
    ((26, 35), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
    """
    names, pixels = [], []
    for half in _DRAWN.strip("\n").split("\n\n"):
        lines = half.split("\n")
        for k in range(13):
            names.append(lines[0][7 * k])
            pixels.append([int(symbol == "#") for line in lines for symbol in line[7 * k + 1 : 7 * k + 6]])
    columns = [f"row{r}_column{c}" for r in range(1, 8) for c in range(1, 6)]
    return DataSet("letters", np.array(pixels, np.uint8), np.arange(26), columns, names, "drawn for circuitsim, 5 by 7")
