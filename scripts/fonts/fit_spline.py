"""Quadratic splines as TrueType says them, with the fewest control points that stay near to given points.

Of a spline only its two ends and its control points are said: it passes through the middle of each two of those.
"""

import numpy as np

SAMPLES = 10
ROUNDS = 14


def fit_spline(points, error, leaving, arriving, most):
    """Control points, on whole units, of a spline from the first to the last of `points`: none for a straight line.

    `leaving` and `arriving` are the directions that it must have at its ends, or None. None is the answer where
    `most` control points stay no nearer to the points than `error`.
    """
    is_closed = np.allclose(points[0], points[-1])
    if not is_closed and distances(points, points[[0, -1]]).max() <= error / 2:
        return []
    starts = list(spread(points))
    for count in range(2 if is_closed else 1, most + 1):
        for start in starts:
            controls = approach(points, start * count, count, error, leaving, arriving)
            if controls is not None:
                return [tuple(control) for control in controls]
    return None


def approach(points, places, count, error, leaving, arriving):
    """Moves `count` control points, and the places on the spline that `points` are compared with, until they fit."""
    for _ in range(ROUNDS):
        mix = mixture(places, count)
        spline, keeps_directions = solve(points, mix, count, leaving, arriving)
        if spline is None:
            return None
        if keeps_directions and np.hypot(*(mix @ spline - points).T).max() < error * 1.6:
            whole = np.concatenate([spline[:1], np.round(spline[1:-1]), spline[-1:]])
            drawn = mixture(np.linspace(0, count, count * SAMPLES + 1), count) @ whole
            if max(distances(points, drawn).max(), distances(drawn, points).max()) <= error:
                return whole[1:-1]
        slopes = mixture(places, count, slope=True) @ spline
        along = ((mix @ spline - points) * slopes).sum(1) / np.maximum((slopes**2).sum(1), 1e-9)
        places = np.maximum.accumulate(np.clip(places - along, 0, count))
        places[0], places[-1] = 0, count
    return None


def solve(points, mix, count, leaving, arriving):
    """The spline that is nearest to `points` by least squares, and whether it keeps the directions at its ends."""
    ends = {0: points[0], count + 1: points[-1]}
    if count == 1 and leaving is not None and arriving is not None:
        return cross(points[0], leaving, points[-1], arriving), True
    rest = points - np.outer(mix[:, 0], ends[0]) - np.outer(mix[:, -1], ends[count + 1])
    none = np.zeros(len(points))
    columns, ways = [], []
    for k in range(1, count + 1):
        leaves = k == 1 and leaving is not None
        way = leaving if leaves else arriving if k == count else None
        if way is None:
            columns += [np.concatenate([mix[:, k], none]), np.concatenate([none, mix[:, k]])]
        else:
            way, end = (way, 0) if leaves else (-way, count + 1)
            rest = rest - np.outer(mix[:, k], ends[end])
            columns.append(np.concatenate([mix[:, k] * way[0], mix[:, k] * way[1]]))
            ways.append((k, len(columns) - 1, ends[end], way))
    found, *_ = np.linalg.lstsq(np.array(columns).T, rest.T.reshape(-1), rcond=None)
    bound = {k: end + found[column] * way for k, column, end, way in ways}
    free = iter(np.delete(found, [column for _, column, _, _ in ways]).reshape(-1, 2))
    inner = [bound[k] if k in bound else next(free) for k in range(1, count + 1)]
    keeps_directions = all(found[column] > 0 for _, column, _, _ in ways)
    return np.array([points[0], *inner, points[-1]]), keeps_directions


def cross(start, leaving, end, arriving):
    """The one control point where both directions meet, between the ends."""
    turn = leaving[0] * arriving[1] - leaving[1] * arriving[0]
    if abs(turn) < 1e-3:
        return None
    way = end - start
    ahead = (way[0] * arriving[1] - way[1] * arriving[0]) / turn
    back = (way[0] * leaving[1] - way[1] * leaving[0]) / turn
    return np.array([start, start + ahead * leaving, end]) if ahead > 0 > back else None


def mixture(places, count, slope=False):
    """How much of each of the ends and control points is in the spline, or in its slope, at `places` of 0 to `count`."""
    piece = np.minimum(places.astype(int), count - 1)
    t = places - piece
    before, at, after = (
        (2 * t - 2, 2 - 4 * t, 2 * t) if slope else ((1 - t) ** 2, 2 * t * (1 - t), t**2)
    )
    rows = np.arange(len(places))
    mix = np.zeros((len(places), count + 2))
    mix[rows, piece + 1] += at
    for share, neighbour, is_end in ((before, piece, piece == 0), (after, piece + 2, piece == count - 1)):
        mix[rows, neighbour] += np.where(is_end, share, share / 2)
        mix[rows, piece + 1] += np.where(is_end, 0, share / 2)
    return mix


def distances(points, line):
    """Of each of `points` from a line through points."""
    start, way = line[:-1], np.diff(line, axis=0)
    squared = np.maximum((way**2).sum(1), 1e-12)
    share = np.clip(((points[:, None] - start) * way).sum(2) / squared, 0, 1)
    return np.hypot(*np.moveaxis(points[:, None] - start - share[:, :, None] * way, 2, 0)).min(1)


def spread(points):
    """Ways to spread control points along `points`, as shares of the whole: evenly, and more of them in bends."""
    steps = np.hypot(*np.diff(points, axis=0).T)
    angles = np.arctan2(*np.diff(points, axis=0).T[::-1])
    turns = np.concatenate([[0], np.abs(np.angle(np.exp(1j * np.diff(angles)))), [0]])
    around = np.concatenate([steps[:1], (steps[1:] + steps[:-1]) / 2, steps[-1:]])
    bend = np.convolve(np.pad(turns / np.maximum(around, 1e-9), 2, mode="edge"), np.ones(5) / 5, mode="valid")
    for power in (0, 1 / 2, 1 / 3):
        density = bend**power + 0.15 * np.mean(bend**power) + 1e-9
        sums = np.concatenate([[0], np.cumsum((density[1:] + density[:-1]) / 2 * steps)])
        yield sums / sums[-1]
