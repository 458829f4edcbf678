import type { Scene } from '../../../shared/scene/model/scene.ts';
import { unpackSecret } from '../secrets/pack-secret.ts';
import { secretText } from '../secrets/secret.ts';
import type { ItemKind } from './diagram.ts';
import { sceneText } from './scene-text.ts';

/** What the search finds in a diagram, a secret or a file: nothing that a secret hides, of a file its name. */
export function itemText(kind: ItemKind | undefined, scene: Scene): string {
  if (kind === 'file') return scene.attachments.map(({ name }) => name).join('\n');
  if (kind === undefined) return sceneText(scene);
  const secret = unpackSecret(scene);
  return secret && secret !== 'newer' ? secretText(secret) : '';
}
