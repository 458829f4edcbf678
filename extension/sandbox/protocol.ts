import type { LayoutTask } from '../../shared/scene/layout/layout-task.ts';

/** The page without rights that runs the code for foreign diagrams; WXT names it after its entrypoint. */
export const SANDBOX_PAGE = '/diagrams.html';

/** What an extension page asks of the sandboxed page, with a port for the answer. */
export type SandboxRequest =
  | { readonly kind: 'mermaid'; readonly text: string }
  | { readonly kind: 'svg'; readonly text: string }
  | { readonly kind: 'layout'; readonly task: LayoutTask };

/** What came of it. All of it was made from a stranger's text, and is not to be believed. */
export type SandboxAnswer =
  /** Excalidraw's element skeletons. */
  | { readonly kind: 'elements'; readonly elements: unknown }
  /** A sanitized SVG, and how much of it was taken out. */
  | { readonly kind: 'picture'; readonly svg: string; readonly removed: number }
  /** Where shapes go, for a layout. */
  | { readonly kind: 'placing'; readonly placing: unknown }
  /** `detail` is the tool's own word, where it has one. */
  | { readonly kind: 'failure'; readonly detail: string };
