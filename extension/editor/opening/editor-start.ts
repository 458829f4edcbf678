import { browser } from 'wxt/browser';

/** What the editor begins with. */
export type EditorStart =
  | { readonly draft: string }
  | { readonly diagram: string }
  | { readonly blank: 'new' | 'mermaid' };

/** The address of a tab with the editor: `/editor.html#draft=…`, `#diagram=…`, `#new`, `#mermaid`. */
export function editorUrl(start: EditorStart): string {
  const hash = 'blank' in start ? start.blank : new URLSearchParams({ ...start });
  return browser.runtime.getURL(`/editor.html#${hash}` as '/editor.html');
}

/** What the tab's address says. */
export function readEditorStart(hash: string): EditorStart {
  const fields = new URLSearchParams(hash.slice(1));
  const draft = fields.get('draft');
  if (draft) return { draft };
  const diagram = fields.get('diagram');
  if (diagram) return { diagram };
  return { blank: fields.has('mermaid') ? 'mermaid' : 'new' };
}
