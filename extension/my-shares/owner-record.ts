import type { SealedBytes } from '../storage/profile-key.ts';

/** What the profile keeps of a share that was made here. Never the link. */
export interface OwnerRecord {
  /** base64url, as in the link's path. */
  readonly id: string;
  /** The server it lies on, which may no longer be the one that is set. */
  readonly origin: string;
  readonly label: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly ownerToken: SealedBytes;
}
