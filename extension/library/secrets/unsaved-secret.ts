import { OBJECT_ID_BYTES, type ObjectId } from '../../../shared/crypto/brand.ts';
import { utf8 } from '../../../shared/crypto/bytes.ts';
import { sha256 } from '../../../shared/crypto/hash.ts';
import { getObject, putObject, type Vault, type VaultObject } from '../../../shared/keys/vault.ts';
import { findPlace } from '../account/joined-vault.ts';
import { LIBRARY_SHELF, newDiagramId } from '../library.ts';
import { LOCAL_STORE } from '../local-store.ts';
import type { DiagramId } from '../model/diagram.ts';
import { RECORDS } from '../shelf.ts';
import { readSecret } from './read-secret.ts';
import type { Secret } from './secret.ts';

/* What was typed and not saved lies in this browser alone, one for each secret and one for a new one; sealed under the
 * keys of the place where it will be saved: what belongs to an account does not open while that is locked. */

export interface SecretDraft {
  readonly name: string;
  readonly secret: Secret;
}

const UNSAVED = 'unsaved-secret/';
const NEW = 'new';

/** Deletes what was typed for secrets that are in no library of this profile any more. */
export async function sweepUnsaved(): Promise<void> {
  for (const name of await LOCAL_STORE.list(UNSAVED)) {
    const id = name.slice(UNSAVED.length);
    const isKept = id === NEW || (await findPlace(id as DiagramId)) !== undefined;
    if (!isKept) await LOCAL_STORE.delete(name);
  }
}

/** Where what is typed for one secret is kept. */
export class UnsavedSecret {
  readonly #vault: Vault;
  readonly #object: VaultObject;
  #revision = 0;

  private constructor(vault: Vault, object: VaultObject) {
    this.#vault = vault;
    this.#object = object;
  }

  /** @param id null for a new one. @throws {SealedStoreError} `locked` while its account is locked */
  static async find(id: DiagramId | null): Promise<UnsavedSecret> {
    const { vault } = LIBRARY_SHELF;
    const place = (await vault.placeOf?.(RECORDS + (id ?? newDiagramId()))) ?? vault;
    const name = UNSAVED + (id ?? NEW);
    const objectId = (await sha256(utf8(name))).slice(0, OBJECT_ID_BYTES) as ObjectId;
    const object = { name, role: 'vault-item', id: objectId } as const;
    return new UnsavedSecret({ store: LOCAL_STORE, keys: place.keys }, object);
  }

  /** Undefined where there is nothing, or nothing that opens. */
  async read(): Promise<SecretDraft | undefined> {
    const opened = await getObject(this.#vault, this.#object).catch(() => undefined);
    if (!opened) return undefined;
    this.#revision = opened.version;
    const kept: { name: string; secret: unknown } = JSON.parse(
      new TextDecoder().decode(opened.data),
    );
    const secret = readSecret(kept.secret);
    return secret && secret !== 'newer' ? { name: kept.name, secret } : undefined;
  }

  async keep(draft: SecretDraft): Promise<void> {
    this.#revision++;
    await putObject(this.#vault, this.#object, this.#revision, utf8(JSON.stringify(draft)));
  }

  async drop(): Promise<void> {
    await this.#vault.store.delete(this.#object.name);
  }
}
