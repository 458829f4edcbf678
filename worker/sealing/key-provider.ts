/** A key of AES-256-GCM and the name under which sealed text remembers it. */
export interface SealingKey {
  readonly kid: string;
  readonly key: CryptoKey;
}

/** Where the keys come from that seal what the server must be able to read. */
export interface KeyProvider {
  /** The key that seals now. */
  newest(): Promise<SealingKey>;
  /** The key of that name, newest or older; `null` where there is none. */
  find(kid: string): Promise<SealingKey | null>;
}
