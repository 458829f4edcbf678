import { newDiagramId } from '../../library/library.ts';
import type { DiagramId } from '../../library/model/diagram.ts';

/** Which diagram this tab edits, and under which id its un-redacted originals lie. Reloading the tab finds it again. */
export interface TabSession {
  readonly id: string;
  readonly diagramId: DiagramId;
}

const KEY = 'inkseal-session';

/** The session of this tab for the diagram; a new one where it edited another one, or none. */
export function sessionFor(diagramId?: string): TabSession {
  const known = readSession();
  if (known && known.diagramId === diagramId) return known;
  const made = {
    id: crypto.randomUUID(),
    diagramId: (diagramId as DiagramId | undefined) ?? newDiagramId(),
  };
  sessionStorage.setItem(KEY, JSON.stringify(made));
  return made;
}

function readSession(): TabSession | undefined {
  const text = sessionStorage.getItem(KEY);
  return text === null ? undefined : JSON.parse(text);
}
