import type { Brand } from '../../../shared/crypto/brand.ts';
import type { Hidden } from '../../../shared/scene/redaction/hidden.ts';

/** base64url of 16 random bytes. */
export type DiagramId = Brand<string, 'DiagramId'>;
export type FolderId = Brand<string, 'FolderId'>;
/** Of a picture, an attachment or a thumbnail, which lies apart so that versions share it. */
export type PartId = Brand<string, 'PartId'>;

/** What is not a diagram: its scene is empty, and what it keeps is an attachment of that. */
export type ItemKind = 'secret' | 'file';

/** One saved state of a diagram. */
export interface DiagramVersion {
  /** From 1, never used twice. */
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** Given by a person, who so keeps it for good; null where it was saved by itself. */
  readonly name: string | null;
  /** What it was brought back from, where it was. */
  readonly restoredFrom: number | null;
  readonly elementCount: number;
  /** Of its own, without the parts. */
  readonly bytes: number;
  /** SHA-256 of the scene, base64url. */
  readonly digest: string;
  readonly thumbnail: PartId | null;
  readonly parts: readonly PartId[];
  /** What the scene hid before it was burned; nothing where left out. */
  readonly hidden?: Hidden;
}

/** Bytes that versions of one diagram share. */
export interface DiagramPart {
  readonly id: PartId;
  /** SHA-256, base64url. */
  readonly digest: string;
  readonly bytes: number;
}

/** All that is known of a diagram, without the scenes themselves. */
export interface Diagram {
  readonly id: DiagramId;
  readonly name: string;
  /** Null at the top. */
  readonly folderId: FolderId | null;
  readonly tags: readonly string[];
  /** Milliseconds since 1970, as are the other times. */
  readonly createdAt: number;
  readonly savedAt: number;
  /** Since when it lies in the bin; null where it does not. */
  readonly binnedAt: number | null;
  /** What can be read in the diagram, for the search. */
  readonly text: string;
  /** Of the newest version that has one. */
  readonly thumbnail: PartId | null;
  /** Newest first; at least one. */
  readonly versions: readonly DiagramVersion[];
  readonly parts: readonly DiagramPart[];
  readonly nextVersion: number;
  /** Left out of a diagram. */
  readonly kind?: ItemKind;
  /** It is what this device made of that diagram while another one changed it, and waits for a decision. */
  readonly clashesWith?: DiagramId;
}

export interface Folder {
  readonly id: FolderId;
  readonly name: string;
  /** The folder that it lies in; null at the top. */
  readonly parentId: FolderId | null;
}
