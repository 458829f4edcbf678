import type { GoneReason } from '../../../shared/api/limits.ts';
import type { ShareRecord } from './rules.ts';
import { SCHEMA_VERSION } from './schema.ts';

const COLUMNS = {
  id: 'id',
  probeHash: 'probe_hash',
  viewHash: 'view_hash',
  ownerHash: 'owner_hash',
  fingerprint: 'fingerprint',
  views: 'views',
  viewsTaken: 'views_taken',
  wrongViews: 'wrong_views',
  firstViews: 'first_views',
  lifetimeMs: 'lifetime_ms',
  createdAt: 'created_at',
  createdClient: 'created_client',
  createdAddress: 'created_address',
  expiresAt: 'expires_at',
  firstExpiresAt: 'first_expires_at',
  contentLength: 'content_length',
  partLength: 'part_length',
  uploadId: 'upload_id',
  ended: 'ended',
  endedAt: 'ended_at',
  revokedAt: 'revoked_at',
  hasContent: 'has_content',
  alarmAt: 'alarm_at',
  claims: 'claims',
} as const satisfies Record<keyof ShareRecord, string>;

const FIELDS = Object.keys(COLUMNS) as (keyof ShareRecord)[];
const SELECT = `select ${FIELDS.map((field) => `${COLUMNS[field]} as ${field}`).join()} from share`;
/** One statement for every change: a store prepares it once. */
const WRITE = `insert or replace into share (only_row, schema_version, ${FIELDS.map((field) => COLUMNS[field]).join()})
  values (1, ${SCHEMA_VERSION}, ${FIELDS.map(() => '?').join()})`;

type Row = {
  [Field in keyof ShareRecord]: ShareRecord[Field] extends Uint8Array
    ? ArrayBuffer
    : ShareRecord[Field] extends boolean
      ? number
      : ShareRecord[Field] extends GoneReason | null
        ? string | null
        : ShareRecord[Field] extends readonly unknown[]
          ? string
          : ShareRecord[Field];
};

export function selectShare(sql: SqlStorage): ShareRecord {
  const row = sql.exec<Row>(SELECT).one();
  return {
    ...row,
    probeHash: new Uint8Array(row.probeHash),
    viewHash: new Uint8Array(row.viewHash),
    ownerHash: new Uint8Array(row.ownerHash),
    fingerprint: new Uint8Array(row.fingerprint),
    ended: row.ended as GoneReason | null,
    hasContent: row.hasContent === 1,
    claims: JSON.parse(row.claims),
  };
}

export function writeShare(sql: SqlStorage, share: ShareRecord): void {
  sql.exec(WRITE, ...FIELDS.map((field) => toColumn(share[field])));
}

function toColumn(value: ShareRecord[keyof ShareRecord]): SqlStorageValue | Uint8Array {
  if (typeof value === 'boolean') return Number(value);
  const isList = typeof value === 'object' && value !== null && !(value instanceof Uint8Array);
  return isList ? JSON.stringify(value) : value;
}
