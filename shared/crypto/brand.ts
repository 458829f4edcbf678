import type { Bytes } from './bytes.ts';

declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** 16 bytes: the id of a share or of another sealed object. */
export type ObjectId = Brand<Bytes, 'ObjectId'>;
/** 32 random bytes: what a link carries behind `#`. */
export type LinkSecret = Brand<Bytes, 'LinkSecret'>;
/** 32 random bytes: what its creator keeps to look after a share. */
export type OwnerToken = Brand<Bytes, 'OwnerToken'>;
/** 32 bytes: what a claim is answered with, to read the content. */
export type Ticket = Brand<Bytes, 'Ticket'>;
/** 32 bytes: a key of suite 1. */
export type SymmetricKey = Brand<Bytes, 'SymmetricKey'>;

export const OBJECT_ID_BYTES = 16;
export const SECRET_BYTES = 32;
export const KEY_BYTES = 32;
export const NONCE_BYTES = 16;
