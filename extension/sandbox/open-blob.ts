import { type OpeningTools, openAsScene } from '../../shared/scene/formats/open-file.ts';
import { READ_LIMITS } from '../../shared/scene/formats/read-limits.ts';
import { ReadError, type ReadResult, toFailure } from '../../shared/scene/formats/read-result.ts';
import { measureText } from '../fonts/measure-text.ts';
import { mermaidToScene, sanitizeSvg } from './ask-sandbox.ts';

const TOOLS = { measure: measureText, mermaidToScene, sanitizeSvg };

/** Any file that Inkseal reads, as a scene; the code that must not be trusted runs in the page without rights. */
export async function openBlob(
  file: Blob,
  { choosePage }: Pick<OpeningTools, 'choosePage'> = {},
): Promise<ReadResult> {
  try {
    if (file.size > READ_LIMITS.fileBytes) throw new ReadError('too-large');
    const name = file instanceof File ? file.name : '';
    const tools = choosePage ? { ...TOOLS, choosePage } : TOOLS;
    return await openAsScene({ name, bytes: new Uint8Array(await file.arrayBuffer()) }, tools);
  } catch (error) {
    return toFailure(error);
  }
}
