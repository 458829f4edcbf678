import { contrastOf } from './panels/style/hex-color.ts';
import { LINE_COLORS, PAPER_COLORS } from './panels/style/palette.ts';

/** WCAG's least for what is to be seen at all. */
const SEEN = 3;

/** The paper that new diagrams begin with. */
export function newPaper(isDark: boolean): string {
  return isDark ? PAPER_COLORS.dark : PAPER_COLORS.white;
}

/** The colour of lines that is drawn with next: ink and white give way to one another where they would not be seen. */
export function lineColorOn(paper: string, color: string): string {
  const { ink, white } = LINE_COLORS;
  if (color !== ink && color !== white) return color;
  // What has no paper of its own is shown on a light one.
  const ground = paper === 'transparent' ? white : paper.slice(0, 7);
  if (contrastOf(color, ground) >= SEEN) return color;
  return color === ink ? white : ink;
}
