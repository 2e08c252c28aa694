"""What the benchmark says of two solvers: values that cannot both be true must not pass."""
import sys

import general
import ours


def levels(*pairs):
    return [ours.Level(name, value, bound) for name, (value, bound) in zip(ours.LEVELS, pairs)]


def disagree(mine, other):
    return general.disagreement(levels(*mine), general.Result(other, 0, 0)) is not None


CHECKS = {
    "equal values agree": not disagree([(3, 3), (5, 5)], [3, 5]),
    "two proved values differ": disagree([(3, 3), (5, 5)], [3, 4]),
    "a value within our bound may be better": not disagree([(5, 3)], [4]),
    "a value below our bound is a wrong bound": disagree([(5, 3)], [2]),
    "a proved value above ours is a wrong proof": disagree([(5, 3)], [6]),
    "nothing is compared after a level that differs": not disagree([(5, 3), (7, 7)], [4, 9]),
    "more quality than our bound is wrong": disagree([(0, 0)] * 8 + [(90, 95)], [0] * 8 + [96]),
    "quality within our bound agrees": not disagree([(0, 0)] * 8 + [(90, 95)], [0] * 8 + [95]),
    "one seat is always within the goal": ours.Level("required low", 4, 3).within(0.01),
    "two seats of three are not": not ours.Level("required low", 5, 3).within(0.01),
    "one point of quality is not": not ours.Level("quality", 9, 10).within(0.01),
}


def main():
    for what, holds in CHECKS.items():
        print(f"{'ok  ' if holds else 'FAIL'} {what}")
    return 0 if all(CHECKS.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
