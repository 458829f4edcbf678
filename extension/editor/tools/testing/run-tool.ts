import type { Point } from '../../../../shared/scene/model/element.ts';
import { EMPTY_SCENE, type Scene } from '../../../../shared/scene/model/scene.ts';
import { FIRST_STYLE } from '../../current-style.ts';
import type { Command, Situation, Target, Tool, ToolEvent } from '../tool.ts';

/** What a tool may look at in a test: letters half as wide as high, at zoom 1. */
export function situationOf(scene: Scene = EMPTY_SCENE, given: Partial<Situation> = {}): Situation {
  return {
    scene,
    selection: new Set(),
    zoom: 1,
    style: { ...FIRST_STYLE, rounded: false },
    isSnapping: false,
    measure: (text, { size }) => (text.length * size) / 2,
    ...given,
  };
}

type PointerType = 'down' | 'move' | 'up' | 'double';

interface Extra {
  readonly shift?: boolean;
  readonly alt?: boolean;
  readonly mod?: boolean;
  readonly pressure?: number;
  readonly target?: Target;
}

/** A pointer event at a point that is the same in the scene and on the canvas. */
export function pointer(type: PointerType, point: Point, extra: Extra = {}): ToolEvent {
  const plain = { shift: false, alt: false, mod: false, pressure: null };
  const target: Target = { kind: 'canvas' };
  return { ...plain, target, ...extra, type, point, at: point } as ToolEvent;
}

/** Down at the first point, over the others, and up at the last. */
export function drag(points: readonly Point[], extra: Extra = {}): ToolEvent[] {
  const [first = [0, 0], ...others] = points;
  const last = points.at(-1) ?? first;
  return [
    pointer('down', first, extra),
    ...others.map((point) => pointer('move', point, extra)),
    pointer('up', last, extra),
  ];
}

export interface Run<State> {
  readonly state: State;
  readonly commands: readonly Command[];
  /** Of the last step that was made. */
  readonly scene: Scene | undefined;
  readonly selection: readonly string[] | undefined;
}

/** Hands `events` to a tool in a situation in which only its own selecting changes something. */
export function runTool<State>(
  tool: Tool<State>,
  events: readonly ToolEvent[],
  situation: Situation = situationOf(),
): Run<State> {
  let state = tool.idle;
  let { selection } = situation;
  const commands: Command[] = [];
  for (const event of events) {
    const [next, made] = tool.next(state, event, { ...situation, selection });
    state = next;
    commands.push(...made);
    for (const command of made) if (command.do === 'select') selection = new Set(command.ids);
  }
  const committed = commands.findLast((command) => command.do === 'commit');
  const selected = committed?.selection ?? selection;
  return { state, commands, scene: committed?.scene, selection: [...selected] };
}

/** The names of what was commanded, the same one twice in a row as one. */
export function names(commands: readonly Command[]): string[] {
  return commands.map((one) => one.do).filter((name, index, all) => name !== all[index - 1]);
}
