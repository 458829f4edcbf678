/** Splits `text` into lines no wider than `maxWidth`, at spaces where it can, within words where it must. */
export function wrapText(
  text: string,
  maxWidth: number,
  widthOf: (line: string) => number,
): readonly string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, maxWidth, widthOf));
}

function wrapLine(text: string, maxWidth: number, widthOf: (line: string) => number): string[] {
  if (widthOf(text) <= maxWidth) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\s)(?=\S)/)) {
    if (line === '' || widthOf((line + word).trimEnd()) <= maxWidth) line += word;
    else {
      lines.push(line.trimEnd());
      line = word;
    }
    if (widthOf(line.trimEnd()) > maxWidth) {
      const pieces = breakWord(line, maxWidth, widthOf);
      line = pieces.pop() ?? '';
      lines.push(...pieces);
    }
  }
  return [...lines, line.trimEnd()];
}

/** A letter at least goes onto each line, however narrow it is. */
function breakWord(word: string, maxWidth: number, widthOf: (line: string) => number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    if (piece !== '' && widthOf(piece + segment) > maxWidth && segment.trim() !== '') {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}
