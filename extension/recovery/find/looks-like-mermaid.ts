const KEYWORDS =
  /^(graph|flowchart(-elk)?|sequenceDiagram|classDiagram(-v2)?|stateDiagram(-v2)?|erDiagram|journey|gantt|pie|gitGraph|mindmap|timeline|quadrantChart|requirementDiagram|C4(Context|Container|Component|Dynamic|Deployment)|sankey(-beta)?|xychart(-beta)?|block(-beta)?|packet(-beta)?|kanban|architecture(-beta)?|radar(-beta)?|treemap(-beta)?|zenuml)\b/;

/** Whether `text` begins as Mermaid's diagrams do, after front matter, directives and comments. */
export function looksLikeMermaid(text: string): boolean {
  const body = text
    .trimStart()
    .replace(/^---\r?\n[\s\S]*?\r?\n---\s*/, '')
    .replace(/^(\s*%%[^\n]*(\n|$))+/, '')
    .trimStart();
  return KEYWORDS.test(body);
}
