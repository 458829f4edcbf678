import type { Hold, Room } from './rules.ts';

/* What a vault writes down. Its tables are made when something is first held. */

const SCHEMA_VERSION = 1;

const TABLES = `
create table vault (
  only_row integer primary key check (only_row = 1),
  schema_version integer not null,
  account_id text not null,
  used integer not null,
  unsure integer not null,
  alarm_at integer
);
create table holds (token text primary key, bytes integer not null, expires_at integer not null);
create table uploads (
  token text primary key,
  item_id text not null,
  generation integer not null,
  base integer not null,
  size integer not null,
  wrapped_key text not null,
  upload_id text not null
);
create table parts (token text not null, n integer not null, etag text not null, primary key (token, n));
insert into vault (only_row, schema_version, account_id, used, unsure, alarm_at)
  values (1, ${SCHEMA_VERSION}, '', 0, 0, null);`;

/** A body that comes in parts: version `base` + 1 of the item. */
export type UploadRow = {
  readonly itemId: string;
  /** Of the user key that wraps its key. */
  readonly generation: number;
  readonly base: number;
  readonly size: number;
  readonly wrappedKey: string;
  readonly uploadId: string;
};

export interface VaultState {
  readonly accountId: string;
  readonly used: number;
  readonly isUnsure: boolean;
  readonly alarmAt: number | null;
}

type StateRow = {
  v: number;
  accountId: string;
  used: number;
  unsure: number;
  alarmAt: number | null;
};

export class VaultStore {
  readonly #storage: DurableObjectStorage;
  #isThere: boolean;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
    const table = storage.sql.exec("select 1 from sqlite_master where name = 'vault'").next();
    this.#isThere = !table.done;
  }

  transaction<T>(act: () => T): T {
    return this.#storage.transactionSync(() => {
      if (!this.#isThere) this.#sql.exec(TABLES);
      const result = act();
      this.#isThere = true;
      return result;
    });
  }

  state(): VaultState {
    if (!this.#isThere) return { accountId: '', used: 0, isUnsure: false, alarmAt: null };
    const { v, unsure, ...state } = this.#sql
      .exec<StateRow>(
        'select schema_version as v, account_id as accountId, used, unsure, alarm_at as alarmAt from vault',
      )
      .one();
    if (v !== SCHEMA_VERSION) throw new Error(`unknown vault schema ${v}`);
    return { ...state, isUnsure: unsure === 1 };
  }

  room(): Room {
    if (!this.#isThere) return { used: 0, held: 0 };
    const { held } = this.#sql
      .exec<{ held: number }>('select coalesce(sum(bytes), 0) as held from holds')
      .one();
    return { used: this.state().used, held };
  }

  update({ accountId, used, isUnsure, alarmAt }: VaultState): void {
    const set = 'update vault set account_id = ?, used = ?, unsure = ?, alarm_at = ?';
    this.#sql.exec(set, accountId, used, Number(isUnsure), alarmAt);
  }

  hold(token: string, bytes: number, expiresAt: number): void {
    const insert = 'insert into holds (token, bytes, expires_at) values (?, ?, ?)';
    this.#sql.exec(insert, token, bytes, expiresAt);
  }

  /** Whether it was held. */
  letGo(token: string): boolean {
    this.#sql.exec('delete from uploads where token = ?', token);
    this.#sql.exec('delete from parts where token = ?', token);
    return (
      this.#sql.exec('delete from holds where token = ? returning token', token).toArray().length >
      0
    );
  }

  holds(): Hold[] {
    if (!this.#isThere) return [];
    return this.#sql
      .exec<{ token: string; expiresAt: number }>(
        'select token, expires_at as expiresAt from holds',
      )
      .toArray();
  }

  addUpload(token: string, upload: UploadRow): void {
    const { itemId, generation, base, size, wrappedKey, uploadId } = upload;
    const insert = `insert into uploads
      (token, item_id, generation, base, size, wrapped_key, upload_id) values (?, ?, ?, ?, ?, ?, ?)`;
    this.#sql.exec(insert, token, itemId, generation, base, size, wrappedKey, uploadId);
  }

  upload(token: string): UploadRow | null {
    if (!this.#isThere) return null;
    const select = `select item_id as itemId, generation, base, size, wrapped_key as wrappedKey,
      upload_id as uploadId from uploads where token = ?`;
    const row = this.#sql.exec<UploadRow>(select, token).next();
    return row.done ? null : row.value;
  }

  setPart(token: string, n: number, etag: string): void {
    this.#sql.exec(
      'insert or replace into parts (token, n, etag) values (?, ?, ?)',
      token,
      n,
      etag,
    );
  }

  parts(token: string): R2UploadedPart[] {
    return this.#sql
      .exec<{ partNumber: number; etag: string }>(
        'select n as partNumber, etag from parts where token = ? order by n',
        token,
      )
      .toArray();
  }

  async forget(): Promise<void> {
    await this.#storage.deleteAlarm();
    await this.#storage.deleteAll();
    this.#isThere = false;
  }

  get #sql(): SqlStorage {
    return this.#storage.sql;
  }
}
