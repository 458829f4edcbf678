export const TOOL_NAMES = [
  'select',
  'hand',
  'rectangle',
  'ellipse',
  'diamond',
  'arrow',
  'line',
  'freedraw',
  'text',
  'highlight',
  'step',
  'redaction',
  'image',
  'frame',
  'eraser',
  'crop',
  'cut-out',
] as const;

export type ToolName = (typeof TOOL_NAMES)[number];
