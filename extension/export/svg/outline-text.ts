import fontkit from '@pdf-lib/fontkit';
import type { FontFamily } from '../../../shared/scene/model/element.ts';
import type { SvgNode } from '../../../shared/scene/render/svg-node.ts';
import { readTrueType } from '../pdf/font-files.ts';
import { ANCHOR_SHARES, linesOfText, type WrittenLine } from '../written-lines.ts';

type Font = ReturnType<typeof fontkit.create>;

/** The editor's fonts have none of these. */
const FEATURES = { calt: false, liga: false, clig: false };

/**
 * `node` with the letters of its texts as shapes. The texts stay where they are, unseen, so that they can still be
 * selected, found and read out. Lines that the fonts lack letters for stay texts.
 */
export async function outlineTexts(
  node: SvgNode,
  families: readonly FontFamily[],
): Promise<SvgNode> {
  const fonts = new Map<FontFamily, Font>();
  for (const family of families) fonts.set(family, fontkit.create(await readTrueType(family)));
  return outlineNode(node, fonts);
}

function outlineNode(node: SvgNode, fonts: ReadonlyMap<FontFamily, Font>): SvgNode {
  if (node.tag !== 'text') {
    const children = node.children.map((child) =>
      typeof child === 'string' ? child : outlineNode(child, fonts),
    );
    return { ...node, children };
  }
  const outlines = linesOfText(node).map((line) => outlineLine(line, fonts.get(line.family)));
  const { fill = '#000000' } = node.attributes;
  const shapes: SvgNode = { tag: 'path', attributes: { d: outlines.join(''), fill }, children: [] };
  const drawn = node.children.filter((_, index) => outlines[index] !== undefined);
  const others = node.children.filter((_, index) => outlines[index] === undefined);
  const unseen = { ...node, attributes: { ...node.attributes, opacity: 0 }, children: drawn };
  const children = [
    ...(drawn.length > 0 ? [shapes, unseen] : []),
    ...(others.length > 0 ? [{ ...node, children: others }] : []),
  ];
  return { tag: 'g', attributes: {}, children };
}

/** Path data of a line, or undefined where the font lacks a letter. */
function outlineLine(line: WrittenLine, font: Font | undefined): string | undefined {
  if (!font) return undefined;
  const hasAll = [...line.text].every((letter) =>
    font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0),
  );
  if (!hasAll) return undefined;
  const { glyphs, positions, advanceWidth } = font.layout(line.text, FEATURES);
  const scale = line.size / font.unitsPerEm;
  let x = line.x - advanceWidth * scale * (ANCHOR_SHARES[line.anchor] ?? 0);
  let data = '';
  for (const [index, glyph] of glyphs.entries()) {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    const left = x + xOffset * scale;
    const base = line.y - yOffset * scale;
    data += glyph.path.toSVG().replace(/[^A-Z]+/g, (numbers) =>
      numbers
        .trim()
        .split(/[\s,]+/)
        .map((value, at) =>
          (at % 2 === 0 ? left + +value * scale : base - +value * scale).toFixed(2),
        )
        .join(' '),
    );
    x += xAdvance * scale;
  }
  return data;
}
