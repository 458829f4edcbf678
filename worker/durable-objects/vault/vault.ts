import { DurableObject } from 'cloudflare:workers';
import { UPLOAD_MAX_HOURS } from '../../../shared/api/library-limits.ts';
import { PART_BYTES } from '../../../shared/api/limits.ts';
import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { randomBytes } from '../../../shared/crypto/bytes.ts';
import type { Env } from '../../bindings.ts';
import { measureLibrary } from '../../database/library/read-library.ts';
import { libraryKey } from '../../storage/library.ts';
import { abortUpload } from '../../storage/multipart.ts';
import { acceptListener, endListeners, type Listener, tellListeners } from './live.ts';
import { CHECK_AGAIN_MS, findDue, fits, PUSH_MAX_MS, usedAfter } from './rules.ts';
import { type UploadRow, VaultStore } from './store.ts';

const HOUR_MS = 3_600_000;

export interface Usage {
  /** Bytes that are kept or on their way. */
  readonly used: number;
}

export type Reservation =
  | { readonly ok: true; readonly token: string }
  | {
      readonly ok: false;
      readonly code: 'quota-exceeded';
      readonly used: number;
      readonly limit: number;
    };

const NO_UPLOAD = { ok: false, code: 'upload-not-found' } as const;

export type PartPlan =
  | typeof NO_UPLOAD
  | { readonly ok: false; readonly code: 'invalid-request'; readonly path: 'n' }
  | { readonly ok: true; readonly uploadId: string; readonly length: number };

export type UploadPlan =
  | typeof NO_UPLOAD
  | { readonly ok: false; readonly code: 'upload-incomplete' }
  | { readonly ok: true; readonly upload: UploadRow; readonly parts: R2UploadedPart[] };

/** How much an act changed what is kept. */
export interface Settlement {
  readonly added: number;
  readonly freed: number;
  /** The library's number after it; listeners are told. Missing where nothing changed. */
  readonly sequence?: number;
}

/**
 * The room of one account, found by the account's id: exact under any number of requests at once, and told to its
 * devices. What lies in the library stands in the index; where a crash leaves a doubt, the index is asked.
 */
export class Vault extends DurableObject<Env> {
  readonly #store: VaultStore;
  /** Counts what changes the room, to see whether anything did during a wait. */
  #acts = 0;

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    this.#store = new VaultStore(state.storage);
    state.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
  }

  /**
   * `index` says what the index keeps, where that was asked just now: while nothing is on its way, another number means that the
   * index was restored from a backup, and is asked again soon.
   */
  usage(index?: { readonly accountId: string; readonly bytes: number }): Usage {
    const { used, held } = this.#store.room();
    if (index && held === 0 && used !== index.bytes) this.#doubt(index.accountId);
    return { used: used + held };
  }

  /** Holds room for what comes, or refuses. To be settled or released; else it counts for a while longer. */
  reserve(accountId: string, bytes: number, limit: number): Reservation {
    return this.#hold(accountId, bytes, limit, Date.now() + PUSH_MAX_MS);
  }

  reserveUpload(accountId: string, bytes: number, limit: number): Reservation {
    return this.#hold(accountId, bytes, limit, Date.now() + UPLOAD_MAX_HOURS * HOUR_MS);
  }

  /** What was held for has ended: as much came in and went. */
  settle(token: string, { added, freed, sequence }: Settlement): Usage {
    this.#acts++;
    const isOpen = this.#store.transaction(() => {
      const wasHeld = this.#store.letGo(token);
      const state = this.#store.state();
      // Expired meanwhile: nobody knows whether the index was asked before or after.
      const used = usedAfter(state.used, added, freed);
      this.#store.update({ ...state, used, isUnsure: state.isUnsure || !wasHeld });
      return wasHeld;
    });
    if (!isOpen) this.#wakeBy(Date.now() + CHECK_AGAIN_MS);
    if (sequence !== undefined) tellListeners(this.ctx, { sequence }, Date.now());
    return this.usage();
  }

  release(token: string): void {
    this.#acts++;
    this.#store.transaction(() => this.#store.letGo(token));
  }

  /** Parts may come for what was held. */
  addUpload(token: string, upload: UploadRow): void {
    this.#store.transaction(() => this.#store.addUpload(token, upload));
  }

  beginPart(token: string, n: number): PartPlan {
    const upload = this.#store.upload(token);
    if (upload === null) return NO_UPLOAD;
    const parts = countParts(upload);
    if (n > parts) return { ok: false, code: 'invalid-request', path: 'n' };
    const length = n < parts ? PART_BYTES : upload.size - (parts - 1) * PART_BYTES;
    return { ok: true, uploadId: upload.uploadId, length };
  }

  recordPart(token: string, n: number, etag: string): { ok: true } | typeof NO_UPLOAD {
    if (this.#store.upload(token) === null) return NO_UPLOAD;
    this.#store.transaction(() => this.#store.setPart(token, n, etag));
    return { ok: true };
  }

  planCompletion(token: string): UploadPlan {
    const upload = this.#store.upload(token);
    if (upload === null) return NO_UPLOAD;
    const parts = this.#store.parts(token);
    if (parts.length < countParts(upload)) return { ok: false, code: 'upload-incomplete' };
    return { ok: true, upload, parts };
  }

  /** Gives an upload's room back. Its parts are to be aborted. */
  dropUpload(token: string): UploadRow | null {
    const upload = this.#store.upload(token);
    if (upload !== null) this.release(token);
    return upload;
  }

  /** The account has another user key: its other devices hear of it at once. */
  tellRenewed(generation: number): void {
    tellListeners(this.ctx, { sequence: 0, generation }, Date.now());
  }

  /** Ends what listens with one session. */
  endSession(sessionId: string): void {
    endListeners(this.ctx, sessionId);
  }

  /** The account is deleted: nothing stays. */
  async forget(): Promise<void> {
    this.#acts++;
    endListeners(this.ctx);
    await this.#store.forget();
  }

  /** A device listens. Who may was checked before; the request says until when. */
  override async fetch(request: Request): Promise<Response> {
    const { searchParams } = new URL(request.url);
    const listener: Listener = {
      sessionId: searchParams.get('session') ?? '',
      expiresAt: Number(searchParams.get('expires')),
    };
    return acceptListener(this.ctx, listener);
  }

  override async alarm(): Promise<void> {
    const { expired, next, isQuiet } = findDue(
      this.#store.holds(),
      this.#store.state().isUnsure,
      Date.now(),
    );
    const uploads = expired.map((token) => ({ token, upload: this.#store.upload(token) }));
    this.#store.transaction(() => {
      for (const token of expired) this.#store.letGo(token);
      const state = this.#store.state();
      const isUnsure = state.isUnsure || expired.length > 0;
      this.#store.update({ ...state, isUnsure, alarmAt: next });
    });
    const { accountId, isUnsure } = this.#store.state();
    for (const { token, upload } of uploads) {
      if (upload === null) continue;
      await abortUpload(this.env.LIBRARY, libraryKey(accountId, token), upload.uploadId);
    }
    if (next !== null) await this.ctx.storage.setAlarm(next);
    if (isQuiet && isUnsure) await this.#ask(accountId);
  }

  #doubt(accountId: string): void {
    this.#store.transaction(() =>
      this.#store.update({ ...this.#store.state(), accountId, isUnsure: true }),
    );
    this.#wakeBy(Date.now() + CHECK_AGAIN_MS);
  }

  /** Takes what the index says, unless something came in between: then the next alarm asks again. */
  async #ask(accountId: string): Promise<void> {
    const before = this.#acts;
    const { bytes } = await measureLibrary(this.env.DB, accountId);
    if (this.#acts !== before) return;
    this.#store.transaction(() =>
      this.#store.update({ ...this.#store.state(), used: bytes, isUnsure: false }),
    );
  }

  #hold(accountId: string, bytes: number, limit: number, expiresAt: number): Reservation {
    this.#acts++;
    const { used, held } = this.#store.room();
    if (!fits({ used, held }, bytes, limit)) {
      return { ok: false, code: 'quota-exceeded', used: used + held, limit };
    }
    const token = encodeBase64url(randomBytes(16));
    this.#store.transaction(() => {
      this.#store.update({ ...this.#store.state(), accountId });
      this.#store.hold(token, bytes, expiresAt);
    });
    this.#wakeBy(expiresAt);
    return { ok: true, token };
  }

  /** Sets the alarm unless one is set that is earlier: it finds out by itself what is due. */
  #wakeBy(time: number): void {
    const state = this.#store.state();
    if (state.alarmAt !== null && state.alarmAt <= time) return;
    this.#store.transaction(() => this.#store.update({ ...state, alarmAt: time }));
    void this.ctx.storage.setAlarm(time);
  }
}

function countParts({ size }: UploadRow): number {
  return Math.ceil(size / PART_BYTES);
}
