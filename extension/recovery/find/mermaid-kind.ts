const KEYWORDS =
  /^(graph|flowchart(?:-elk)?|sequenceDiagram|classDiagram(?:-v2)?|stateDiagram(?:-v2)?|erDiagram|journey|gantt|pie|gitGraph|mindmap|timeline|quadrantChart|requirementDiagram|C4(?:Context|Container|Component|Dynamic|Deployment)|sankey(?:-beta)?|xychart(?:-beta)?|block(?:-beta)?|packet(?:-beta)?|kanban|architecture(?:-beta)?|radar(?:-beta)?|treemap(?:-beta)?|zenuml)\b/;

/**
 * The kind of diagram that `text` begins as Mermaid's diagrams do, after front matter, directives and comments: as
 * the drawing calls it in its role, like `flowchart` or `sequence`. Undefined for any other text.
 */
export function mermaidKind(text: string): string | undefined {
  const body = text
    .trimStart()
    .replace(/^---\r?\n[\s\S]*?\r?\n---\s*/, '')
    .replace(/^(\s*%%[^\n]*(\n|$))+/, '')
    .trimStart();
  // A diagram has more than its first line: words of prose begin so too.
  if (!/[\n;]/.test(body.trimEnd())) return undefined;
  const keyword = KEYWORDS.exec(body)?.[1]?.toLowerCase();
  return keyword
    ?.replace(/^graph$/, 'flowchart')
    .replace(/(-v2|-beta|-elk)$/, '')
    .replace(/diagram$/, '');
}
