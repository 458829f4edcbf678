"""Says the outlines of a TrueType font with fewer points, on fewer units: fit-font.py FROM TO UNITS_PER_EM MOST_ERROR.

No outline comes to lie farther than MOST_ERROR, in thousandths of an em, beside what it was. Corners stay corners,
long straight lines stay lines, and curves leave them in their direction.
"""

import math
import sys

import numpy as np
from fit_spline import fit_spline
from fontTools.pens.basePen import decomposeQuadraticSegment
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

# Cosine of the angle from which a bend is a corner.
CORNER = 0.95
# In ems: shorter straight lines are parts of a curve.
LONG_LINE = 0.03
MOST_CONTROLS = 40


def read_contours(glyph_set, name):
    """Contours as lists of (start, control point or None, end)."""
    pen = RecordingPen()
    glyph_set[name].draw(pen)
    contours, at, start = [], None, None
    for operation, points in pen.value:
        if operation == "moveTo":
            at = start = points[0]
            contours.append([])
        elif operation == "qCurveTo":
            if points[-1] is None:
                raise ValueError(f"{name} has a contour without a point on it")
            for control, end in decomposeQuadraticSegment(points):
                contours[-1].append((at, control, end))
                at = end
        else:
            end = points[0] if operation == "lineTo" else start
            if at != end:
                contours[-1].append((at, None, end))
            at = end
    return contours


def direction(start, end):
    way = np.subtract(end, start, dtype=float)
    return way / (np.hypot(*way) or 1)


def leaves(segment):
    start, control, end = segment
    return direction(start, end if control in (None, start) else control)


def arrives(segment):
    start, control, end = segment
    return direction(start if control in (None, end) else control, end)


def sample(segment, count):
    start, control, end = (np.array(point, float) for point in (segment[0], segment[1] or segment[0], segment[2]))
    t = np.arange(count)[:, None] / count
    if segment[1] is None:
        return start * (1 - t) + end * t
    return start * (1 - t) ** 2 + 2 * t * (1 - t) * control + end * t**2


def find_breaks(contour, em):
    """Where a new curve or line begins: the number of its segment, and its direction there if it has the last one's."""
    is_long = [control is None and math.dist(start, end) > em * LONG_LINE for start, control, end in contour]
    breaks = []
    for i, segment in enumerate(contour):
        if float(arrives(contour[i - 1]) @ leaves(segment)) < CORNER:
            breaks.append((i, None))
        elif is_long[i - 1] or is_long[i]:
            breaks.append((i, arrives(contour[i - 1]) if is_long[i - 1] else leaves(segment)))
    lowest = min(range(len(contour)), key=lambda i: contour[i][0][::-1])
    return breaks or [(lowest, leaves(contour[lowest]))]


def fit_contour(contour, em, scale, error):
    """The contour as (point on it, control points up to the next one)."""
    breaks, count = find_breaks(contour, em), len(contour)
    fitted = []
    for (first, leaving), (last, arriving) in zip(breaks, breaks[1:] + breaks[:1]):
        segments = [contour[i % count] for i in range(first, last if last > first else last + count)]
        place = lambda point: tuple(np.round(np.multiply(point, scale)))
        if len(segments) == 1 and segments[0][1] is None:
            fitted.append((place(segments[0][0]), []))
            continue
        samples = 3 if len(segments) > 8 else 6
        points = np.concatenate([sample(segment, samples) for segment in segments] + [[segments[-1][2]]]) * scale
        points[[0, -1]] = np.round(points[[0, -1]])
        controls = fit_spline(points, error, leaving, arriving, min(MOST_CONTROLS, max(2, len(segments))))
        if controls is not None:
            fitted.append((place(segments[0][0]), controls))
        else:
            fitted += [(place(start), [] if control is None else [place(control)]) for start, control, _ in segments]
    return fitted


def draw(contours):
    pen = TTGlyphPen(None)
    for contour in contours:
        pen.moveTo(whole(contour[0][0]))
        for (point, controls), (after, _) in zip(contour, contour[1:] + contour[:1]):
            if len(controls) > (1 if after == point else 0):
                pen.qCurveTo(*map(whole, controls), whole(after))
            elif after != point:
                pen.lineTo(whole(after))
        pen.closePath()
    return pen.glyph()


def whole(point):
    return int(point[0]), int(point[1])


def main(source, target, units, most_error):
    font = TTFont(source)
    em, glyph_set = font["head"].unitsPerEm, font.getGlyphSet()
    simple = {}
    for name in font.getGlyphOrder():
        if font["glyf"][name].numberOfContours > 0:
            contours = [
                fit_contour(contour, em, units / em, most_error * units / 1000)
                for contour in read_contours(glyph_set, name)
                if contour
            ]
            simple[name] = draw([contour for contour in contours if sum(1 + len(c) for _, c in contour) > 2])
    scale_upem(font, units)
    for name, glyph in simple.items():
        glyph.recalcBounds(font["glyf"])
        font["glyf"][name] = glyph
    font.flavor = "woff2"
    font.save(target)


main(sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4]))
