import { type Bytes, utf8 } from '../../../shared/crypto/bytes.ts';
import { EMPTY_SCENE, type Scene } from '../../../shared/scene/model/scene.ts';
import { readSecret } from './read-secret.ts';
import type { Secret } from './secret.ts';

const MEDIA_TYPE = 'application/vnd.inkseal.secret+json';

/** As the library keeps it: the attachment of an empty scene. */
export function packSecret(secret: Secret): Scene {
  const bytes = utf8(JSON.stringify(secret));
  return { ...EMPTY_SCENE, attachments: [{ name: 'secret.json', type: MEDIA_TYPE, bytes }] };
}

/** Of any version up to ours. `newer` where another Inkseal made it; undefined where the scene holds none. */
export function unpackSecret({ attachments }: Scene): Secret | 'newer' | undefined {
  const bytes = attachments.find(({ type }) => type === MEDIA_TYPE)?.bytes;
  return bytes && readSecret(parse(bytes));
}

function parse(bytes: Bytes): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
