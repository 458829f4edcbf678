export const SECRET_TYPES = ['password', 'apiKey', 'note'] as const;
export type SecretType = (typeof SECRET_TYPES)[number];

/** A field of the person's own. */
export interface SecretField {
  readonly name: string;
  readonly value: string;
  /** Shown only when asked for, and never searched. */
  readonly isHidden: boolean;
}

/** The fields that types have from the beginning. */
export interface SecretBase {
  readonly user: string;
  /** The password or key itself; always hidden. */
  readonly value: string;
  /** An address, or the name of a service. */
  readonly address: string;
  readonly note: string;
}

/** What is typed stays when the type is changed: a field is shown where its type has it, or something is in it. */
export interface Secret extends SecretBase {
  readonly v: typeof SECRET_VERSION;
  readonly type: SecretType;
  /** In the person's order. */
  readonly fields: readonly SecretField[];
}

/** 1 had no types and no fields of the person's own. */
export const SECRET_VERSION = 2;

export const SECRET_LIMITS = { fields: 100, name: 200, line: 2000, value: 100_000 } as const;

export const EMPTY_SECRET: Secret = {
  v: SECRET_VERSION,
  type: 'password',
  user: '',
  value: '',
  address: '',
  note: '',
  fields: [],
};

const BASE: Readonly<Record<SecretType, readonly (keyof SecretBase)[]>> = {
  password: ['user', 'value', 'address', 'note'],
  apiKey: ['value', 'address', 'note'],
  note: ['note'],
};

/** Those of its first fields that are to be shown, in their order. */
export function baseFields(secret: Secret): readonly (keyof SecretBase)[] {
  const own = BASE[secret.type];
  return BASE.password.filter((name) => own.includes(name) || secret[name] !== '');
}

const MAX_TEXT = 50_000;

/** What the search finds of it: never what is hidden. */
export function secretText({ user, address, note, fields }: Secret): string {
  const own = fields.flatMap(({ name, value, isHidden }) => (isHidden ? [name] : [name, value]));
  return [user, address, note, ...own]
    .filter((line) => line.trim() !== '')
    .join('\n')
    .slice(0, MAX_TEXT);
}
