import { utf8 } from '../../shared/crypto/bytes.ts';
import { readPlantumlUrl } from '../../shared/scene/formats/plantuml/read-plantuml.ts';
import {
  plantumlAttachment,
  readEmbedded,
  readEmbeddedSvg,
} from '../../shared/scene/formats/read-embedded.ts';
import type { Loss, ReadResult } from '../../shared/scene/formats/read-result.ts';
import type { SceneAttachment } from '../../shared/scene/model/scene.ts';
import { measureText } from '../fonts/measure-text.ts';
import { mermaidToScene } from '../sandbox/ask-sandbox.ts';
import type { Found } from './found.ts';

/** A diagram of the page as a scene; `picture` holds its bytes, where it is a picture. */
export async function readFound(found: Found, picture?: Blob): Promise<ReadResult> {
  if (found.kind === 'mermaid') return readMermaid(found);
  const read = picture
    ? readEmbedded(new Uint8Array(await picture.arrayBuffer()), measureText)
    : readEmbeddedSvg(found.svg ?? '', measureText);
  const source = found.address === undefined ? undefined : readPlantumlUrl(found.address);
  return source === undefined ? read : attach(read, plantumlAttachment(source));
}

async function readMermaid(found: Found): Promise<ReadResult> {
  const { source } = found;
  if (source === undefined) return readEmbeddedSvg(found.svg ?? '', measureText);
  const drawn = orDrawn(found, await mermaidToScene(source));
  return attach(drawn, { name: 'diagram.mmd', type: 'text/vnd.mermaid', bytes: utf8(source) });
}

/** What the page drew in place of a source that can't be read. */
function orDrawn({ svg }: Found, read: ReadResult): ReadResult {
  if (read.ok || !svg) return read;
  const drawn = readEmbeddedSvg(svg, measureText);
  return drawn.ok ? lose(drawn, 'Its source can’t be read, so it was made from the drawing') : read;
}

/** `read` with one more of its attachments, unless it has one of that name. */
function attach(read: ReadResult, attachment: SceneAttachment): ReadResult {
  if (!read.ok) return read;
  const others = read.scene.attachments.filter(({ name }) => name !== attachment.name);
  return { ...read, scene: { ...read.scene, attachments: [attachment, ...others] } };
}

/** `read` with one more thing that was lost. */
export function lose<Read extends ReadResult>(read: Read, what: string): Read {
  if (!read.ok) return read;
  return { ...read, losses: [{ what, count: 1 } satisfies Loss, ...read.losses] };
}
