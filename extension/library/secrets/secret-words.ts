import { i18n } from '#i18n';
import { baseFields, type Secret, type SecretBase, type SecretType } from './secret.ts';

/** What a field is called: of an API key the value is the key. */
export function labelOf(type: SecretType, field: keyof SecretBase): string {
  if (field === 'value') {
    return i18n.t(type === 'apiKey' ? 'library.secret.key' : 'library.secret.password');
  }
  if (field === 'address' && type === 'apiKey') return i18n.t('library.secret.service');
  return i18n.t(`library.secret.${field}`);
}

/** A field of the person's own, counted from 0. */
export function nameOfField(name: string, index: number): string {
  return name.trim() || i18n.t('library.secret.fields.unnamed', [String(index + 1)]);
}

export interface NamedValue {
  readonly name: string;
  readonly value: string;
  readonly isHidden: boolean;
}

/** All fields in which something is, in the order in which they are shown. */
export function filledFields(secret: Secret): readonly NamedValue[] {
  const base = baseFields(secret).map((field) => ({
    name: labelOf(secret.type, field),
    value: secret[field],
    isHidden: field === 'value',
  }));
  const own = secret.fields.map((field, index) => ({
    ...field,
    name: nameOfField(field.name, index),
  }));
  return [...base, ...own].filter(({ value }) => value !== '');
}
