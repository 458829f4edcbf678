import { toDataUrl } from '../../../shared/scene/formats/base64.ts';
import type { Box, FontFamily } from '../../../shared/scene/model/element.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import { renderScene } from '../../../shared/scene/render/render-scene.ts';
import type { SvgNode } from '../../../shared/scene/render/svg-node.ts';
import { toSvgText } from '../../../shared/scene/render/to-svg-text.ts';
import { FONT_FACES, readFont } from '../../fonts/font-faces.ts';

export interface SvgOptions {
  /** What of the scene is shown. */
  readonly box: Box;
  /** Whether the scene's own ground is painted; else it is transparent. */
  readonly background: boolean;
  /** Pixels to a scene unit where the SVG says nothing else; 1 unless told. */
  readonly scale?: number;
  readonly title?: string;
  /** Whether letters are drawn as shapes too, for programs that ignore fonts inside of an SVG, like Inkscape. */
  readonly outlinesText?: boolean;
}

/** An SVG that stands alone, with its pictures and fonts inside. The scene must be burned. */
export async function makeSvg(scene: Scene, options: SvgOptions): Promise<string> {
  const { box, background, scale = 1, title, outlinesText } = options;
  const hrefOf = (fileId: string) => {
    const file = scene.files[fileId];
    return file ? toDataUrl(file.mimeType, file.bytes) : null;
  };
  const rendered = withOldAddresses(renderScene(scene, { hrefOf, box, background }));
  const families = usedFamilies(scene);
  const drawn = outlinesText
    ? await (await import('./outline-text.ts')).outlineTexts(rendered, families)
    : rendered;
  const head: SvgNode[] = title ? [{ tag: 'title', attributes: {}, children: [title] }] : [];
  const fonts = await fontStyle(families);
  if (fonts) head.push({ tag: 'style', attributes: {}, children: [fonts] });
  return toSvgText({
    ...drawn,
    attributes: {
      ...drawn.attributes,
      'xmlns:xlink': 'http://www.w3.org/1999/xlink',
      width: box.width * scale,
      height: box.height * scale,
    },
    children: [...head, ...drawn.children],
  });
}

/** Pictures as SVG 1.1 names their addresses: Inkscape shows no others. */
function withOldAddresses({ tag, attributes, children }: SvgNode): SvgNode {
  const { href, ...others } = attributes;
  return {
    tag,
    attributes: href === undefined ? attributes : { ...others, 'xlink:href': href },
    children: children.map((child) =>
      typeof child === 'string' ? child : withOldAddresses(child),
    ),
  };
}

/** The fonts in which something of the scene is written. */
export function usedFamilies(scene: Scene): readonly FontFamily[] {
  const used = scene.elements.flatMap((element): FontFamily[] => {
    if (element.type === 'text') return [element.fontFamily];
    return element.type === 'step' || element.type === 'frame' ? ['sans'] : [];
  });
  return [...new Set(used)];
}

async function fontStyle(families: readonly FontFamily[]): Promise<string> {
  const faces = families.map(async (family) => {
    const data = toDataUrl('font/woff2', await readFont(family));
    return `@font-face{font-family:'${FONT_FACES[family].name}';src:url(${data}) format('woff2')}`;
  });
  return (await Promise.all(faces)).join('');
}
