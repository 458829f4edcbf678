import { cropTool } from './crop/crop-tool.ts';
import { cutOutTool } from './cut-out/cut-out-tool.ts';
import { drawBoxTool } from './draw-box/draw-box-tool.ts';
import { eraserTool } from './eraser/eraser-tool.ts';
import { freedrawTool } from './freedraw/freedraw-tool.ts';
import { handTool } from './hand/hand-tool.ts';
import { imageTool } from './image-tool.ts';
import { linearTool } from './linear/linear-tool.ts';
import { RunningTool } from './running-tool.ts';
import { selectTool } from './select/select-tool.ts';
import { stepTool } from './step/step-tool.ts';
import { textTool } from './text/text-tool.ts';
import type { ToolName } from './tool-name.ts';

/** Every tool, by its name in the toolbar; each call makes it run from its beginning. */
export const TOOLS: Readonly<Record<ToolName, () => RunningTool>> = {
  select: () => RunningTool.of(selectTool),
  hand: () => RunningTool.of(handTool),
  rectangle: () => RunningTool.of(drawBoxTool('rectangle')),
  ellipse: () => RunningTool.of(drawBoxTool('ellipse')),
  diamond: () => RunningTool.of(drawBoxTool('diamond')),
  arrow: () => RunningTool.of(linearTool('arrow')),
  line: () => RunningTool.of(linearTool('line')),
  freedraw: () => RunningTool.of(freedrawTool),
  text: () => RunningTool.of(textTool),
  highlight: () => RunningTool.of(drawBoxTool('highlight')),
  step: () => RunningTool.of(stepTool),
  redaction: () => RunningTool.of(drawBoxTool('redaction')),
  image: () => RunningTool.of(imageTool),
  frame: () => RunningTool.of(drawBoxTool('frame')),
  eraser: () => RunningTool.of(eraserTool),
  crop: () => RunningTool.of(cropTool),
  'cut-out': () => RunningTool.of(cutOutTool),
};
