"""Says the outlines of a TrueType font with fewer points: simplify-font.py FONT MOST_ERROR, in thousandths of an em.

Neighbouring curves become one where it stays that near to them. Widths, kerning and the place of every corner stay.
"""

import math
import sys
from array import array

from fontTools.pens.basePen import decomposeQuadraticSegment
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import GlyphCoordinates

CORNER = 0.9
LONGEST_RUN = 12
ON_CURVE = 1


def read_contours(glyph_set, name):
    """Contours as lists of (start, control point or None, end)."""
    pen = RecordingPen()
    glyph_set[name].draw(pen)
    contours, at, start = [], None, None
    for operation, points in pen.value:
        if operation == "moveTo":
            at = start = points[0]
            contours.append([])
        elif operation == "lineTo":
            contours[-1].append((at, None, points[0]))
            at = points[0]
        elif operation == "qCurveTo":
            if points[-1] is None:
                raise ValueError(f"{name} has a contour without a point on it")
            for control, end in decomposeQuadraticSegment(points):
                contours[-1].append((at, control, end))
                at = end
        elif at != start:
            contours[-1].append((at, None, start))
    return contours


def unit(vector):
    length = math.hypot(*vector) or 1
    return vector[0] / length, vector[1] / length


def minus(a, b):
    return a[0] - b[0], a[1] - b[1]


def dot(a, b):
    return a[0] * b[0] + a[1] * b[1]


def leaves(segment):
    start, control, end = segment
    return unit(minus(control if control not in (None, start) else end, start))


def arrives(segment):
    start, control, end = segment
    return unit(minus(end, control if control not in (None, end) else start))


def point_at(segment, t):
    start, control, end = segment
    control = control or ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    u = 1 - t
    return tuple(u * u * s + 2 * u * t * c + t * t * e for s, c, e in zip(start, control, end))


def distance(point, line):
    nearest = math.inf
    for a, b in zip(line, line[1:]):
        along = minus(b, a)
        squared = dot(along, along)
        t = max(0, min(1, dot(minus(point, a), along) / squared)) if squared else 0
        nearest = min(nearest, math.dist(point, (a[0] + t * along[0], a[1] + t * along[1])))
    return nearest


def merge(run, error):
    """One segment in place of a run of them, with the same ends and directions there, or None."""
    start, end = run[0][0], run[-1][2]
    first, last = leaves(run[0]), arrives(run[-1])
    cross = first[0] * last[1] - first[1] * last[0]
    control = None
    if abs(cross) > 1e-3:
        way = minus(end, start)
        ahead = (way[0] * last[1] - way[1] * last[0]) / cross
        back = (way[0] * first[1] - way[1] * first[0]) / cross
        if ahead <= 0 or back >= 0:
            return None
        control = (round(start[0] + ahead * first[0]), round(start[1] + ahead * first[1]))
    elif dot(first, last) < 0.99:
        return None
    merged = (start, control, end)
    before = [point_at(segment, i / 6) for segment in run for i in range(6)] + [end]
    after = [point_at(merged, i / 16) for i in range(17)]
    is_near = all(distance(p, after) <= error for p in before)
    return merged if is_near and all(distance(p, before) <= error for p in after) else None


def simplify(contour, error):
    count = len(contour)
    if count < 3:
        return contour
    corners = (i for i in range(count) if dot(arrives(contour[i - 1]), leaves(contour[i])) < CORNER)
    first = next(corners, 0)
    contour = contour[first:] + contour[:first]
    simple, i = [], 0
    while i < count:
        best, end = contour[i], i + 1
        for last in range(i + 1, min(count, i + LONGEST_RUN)):
            if dot(arrives(contour[last - 1]), leaves(contour[last])) <= CORNER:
                break
            merged = merge(contour[i : last + 1], error)
            if merged:
                best, end = merged, last + 1
        simple.append(best)
        i = end
    return simple


def drop_implied(glyph):
    """Leaves out points that lie in the middle of two control points: they are there unsaid."""
    points, flags, ends = [], [], []
    first = 0
    for last in glyph.endPtsOfContours:
        own = list(zip(glyph.coordinates[first : last + 1], glyph.flags[first : last + 1]))
        first = last + 1
        for i, (point, flag) in enumerate(own):
            (before, before_flag), (after, after_flag) = own[i - 1], own[(i + 1) % len(own)]
            is_between = flag & ON_CURVE and not (before_flag | after_flag) & ON_CURVE
            if is_between and all(abs(a + b - 2 * p) <= 1 for a, b, p in zip(before, after, point)):
                continue
            points.append(point)
            flags.append(flag)
        ends.append(len(points) - 1)
    glyph.coordinates = GlyphCoordinates(points)
    glyph.flags = array("B", flags)
    glyph.endPtsOfContours = ends


def main(path, most_error):
    font = TTFont(path)
    error = most_error * font["head"].unitsPerEm / 1000
    glyphs, glyph_set = font["glyf"], font.getGlyphSet()
    simple = {}
    for name in font.getGlyphOrder():
        if glyphs[name].numberOfContours <= 0:
            continue
        pen = TTGlyphPen(None)
        for contour in read_contours(glyph_set, name):
            segments = simplify(contour, error)
            pen.moveTo(segments[0][0])
            for _, control, end in segments:
                if control is None:
                    pen.lineTo(end)
                else:
                    pen.qCurveTo(control, end)
            pen.closePath()
        glyph = pen.glyph()
        drop_implied(glyph)
        if len(glyph.coordinates) < len(glyphs[name].coordinates):
            simple[name] = glyph
    for name, glyph in simple.items():
        glyph.recalcBounds(glyphs)
        glyphs[name] = glyph
    font.save(path)


main(sys.argv[1], float(sys.argv[2]))
