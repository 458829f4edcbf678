import { CryptoError } from '../../../shared/crypto/error.ts';
import { openDiagram } from '../../library/library.ts';
import type { DiagramId } from '../../library/model/diagram.ts';
import { readOriginals } from '../../library/originals/originals.ts';
import type { Opened } from '../opening/open-start.ts';
import { sessionFor } from './tab-session.ts';

/**
 * A diagram of the library; where this tab edited it before it was reloaded, as it was before anything was burned.
 *
 * @throws {SealedStoreError} the storage can't be read
 */
export async function openFromLibrary(id: string): Promise<Opened> {
  try {
    const opened = await openDiagram(id as DiagramId);
    if (!opened) return { ok: false, code: 'diagramGone' };
    const original = await readOriginals(sessionFor(id).id).catch(() => undefined);
    return { ok: true, scene: opened.scene, ...original, name: opened.diagram.name };
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    return { ok: false, code: 'diagramDamaged' };
  }
}
