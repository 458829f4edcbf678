import { type Bytes, utf8 } from '../../../shared/crypto/bytes.ts';
import { EMPTY_SCENE, type Scene } from '../../../shared/scene/model/scene.ts';

/** A password, an API key, a note. */
export interface Secret {
  readonly v: 1;
  readonly user: string;
  readonly value: string;
  readonly address: string;
  readonly note: string;
}

export const EMPTY_SECRET: Secret = { v: 1, user: '', value: '', address: '', note: '' };

const TYPE = 'application/vnd.inkseal.secret+json';

/** As the library keeps it: the attachment of an empty scene. */
export function packSecret(secret: Secret): Scene {
  const bytes = utf8(JSON.stringify(secret));
  return { ...EMPTY_SCENE, attachments: [{ name: 'secret.json', type: TYPE, bytes }] };
}

/** Undefined where the scene holds none. */
export function unpackSecret({ attachments }: Scene): Secret | undefined {
  const bytes = attachments.find(({ type }) => type === TYPE)?.bytes;
  return bytes && readSecret(bytes);
}

/** What is found by the search: never the value itself. */
export function secretText({ user, address, note }: Secret): string {
  return [user, address, note].filter((line) => line !== '').join('\n');
}

function readSecret(bytes: Bytes): Secret | undefined {
  const read: Record<string, unknown> = JSON.parse(new TextDecoder().decode(bytes));
  if (read.v !== 1) return undefined;
  const text = (name: string) => (typeof read[name] === 'string' ? read[name] : '');
  return {
    v: 1,
    user: text('user'),
    value: text('value'),
    address: text('address'),
    note: text('note'),
  };
}
