import { utf8 } from '../../shared/crypto/bytes.ts';
import { readDrawio } from '../../shared/scene/formats/drawio/read-drawio.ts';
import { plantumlAttachment } from '../../shared/scene/formats/plantuml/plantuml-file.ts';
import { readPlantumlUrl } from '../../shared/scene/formats/plantuml/read-plantuml.ts';
import type { ReadResult } from '../../shared/scene/formats/read-result.ts';
import { readSvg } from '../../shared/scene/formats/svg/read-svg.ts';
import type { SceneAttachment } from '../../shared/scene/model/scene.ts';
import { measureText } from '../fonts/measure-text.ts';
import { mermaidToScene } from '../sandbox/ask-sandbox.ts';
import { openBlob } from '../sandbox/open-blob.ts';
import type { Found } from './found.ts';

const SVG = 'image/svg+xml';

/** A diagram of the page as a scene; `picture` holds its bytes, where it is a picture. */
export async function readFound(found: Found, picture?: Blob): Promise<ReadResult> {
  const { source, svg = '', address = '' } = found;
  if (found.kind === 'mermaid' && source !== undefined) {
    const read = await orDrawn(await mermaidToScene(source), svg);
    return attach(read, { name: 'diagram.mmd', type: 'text/vnd.mermaid', bytes: utf8(source) });
  }
  if (source !== undefined) return orDrawn(await readDrawio(source, measureText), svg);
  const read = await readPictured(picture ?? new Blob([svg], { type: SVG }));
  const plantuml = await readPlantumlUrl(address);
  return plantuml === undefined ? read : attach(read, plantumlAttachment(plantuml));
}

/** What the picture's tool left in it; else the shapes of an SVG; else the picture itself. */
async function readPictured(picture: Blob): Promise<ReadResult> {
  const read = await openBlob(picture);
  if (read.ok || picture.type !== SVG) return read;
  const shapes = await readSvg(await picture.text(), measureText);
  return shapes.ok ? lose(shapes, BROKEN_SOURCE) : read;
}

const BROKEN_SOURCE = 'Its source, which can’t be read: it was made from what is drawn';

/** What the page drew, in place of a source that can't be read. */
async function orDrawn(read: ReadResult, svg: string): Promise<ReadResult> {
  if (read.ok || svg === '') return read;
  return lose(await readPictured(new Blob([svg], { type: SVG })), BROKEN_SOURCE);
}

/** `read` with one more of its attachments, in place of one of that name. */
function attach(read: ReadResult, attachment: SceneAttachment): ReadResult {
  if (!read.ok) return read;
  const others = read.scene.attachments.filter(({ name }) => name !== attachment.name);
  return { ...read, scene: { ...read.scene, attachments: [attachment, ...others] } };
}

/** `read` with one more thing that was lost. */
export function lose(read: ReadResult, what: string): ReadResult {
  return read.ok ? { ...read, losses: [{ what, count: 1 }, ...read.losses] } : read;
}
