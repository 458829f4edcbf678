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
}

/** An SVG that stands alone, with its pictures and fonts inside. The scene must be burned. */
export async function makeSvg(scene: Scene, options: SvgOptions): Promise<string> {
  const { box, background, scale = 1, title } = options;
  const hrefOf = (fileId: string) => {
    const file = scene.files[fileId];
    return file ? toDataUrl(file.mimeType, file.bytes) : null;
  };
  const drawn = renderScene(scene, { hrefOf, box, background });
  const head: SvgNode[] = title ? [{ tag: 'title', attributes: {}, children: [title] }] : [];
  const fonts = await fontStyle(usedFamilies(scene));
  if (fonts) head.push({ tag: 'style', attributes: {}, children: [fonts] });
  return toSvgText({
    ...drawn,
    attributes: { ...drawn.attributes, width: box.width * scale, height: box.height * scale },
    children: [...head, ...drawn.children],
  });
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
