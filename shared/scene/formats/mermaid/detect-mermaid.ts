/** Words with which a Mermaid diagram begins. */
const KINDS =
  /^(graph|flowchart(-elk)?|sequenceDiagram|classDiagram(-v2)?|stateDiagram(-v2)?|erDiagram|journey|gantt|pie|quadrantChart|requirementDiagram|gitGraph|C4\w+|mindmap|timeline|zenuml|sankey(-beta)?|xychart(-beta)?|block(-beta)?|packet(-beta)?|kanban|architecture(-beta)?|radar(-beta)?|treemap(-beta)?)\b/;
/** What may stand before: front matter, directives and comments. */
const PREFACE = /^\s*(---\r?\n[\s\S]*?\r?\n---\s*\n|%%[^\n]*\n)/;
const FENCE = /^\s*(`{3,}|~{3,})\s*mermaid\s*\n([\s\S]*?)\n\s*\1\s*$/;

/** Whether a text without a name is Mermaid's. */
export function looksLikeMermaid(text: string): boolean {
  const MOST_PREFACES = 100;
  let rest = withoutFence(text);
  for (let i = 0; i < MOST_PREFACES && PREFACE.test(rest); i++) rest = rest.replace(PREFACE, '');
  return KINDS.test(rest.trimStart());
}

/** The diagram in a text that Markdown marks as Mermaid, else the text. */
export function withoutFence(text: string): string {
  return FENCE.exec(text)?.[2] ?? text;
}
