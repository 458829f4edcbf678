import type { Command, Situation, Tool, ToolEvent } from './tool.ts';

/** A tool with the state that it is in. */
export class RunningTool {
  readonly cursor: string;
  readonly #send: (event: ToolEvent, situation: Situation) => readonly Command[];
  readonly #isIdle: () => boolean;

  private constructor(
    cursor: string,
    send: (event: ToolEvent, situation: Situation) => readonly Command[],
    isIdle: () => boolean,
  ) {
    this.cursor = cursor;
    this.#send = send;
    this.#isIdle = isIdle;
  }

  static of<State>(tool: Tool<State>): RunningTool {
    let state = tool.idle;
    return new RunningTool(
      tool.cursor,
      (event, situation) => {
        const [next, commands] = tool.next(state, event, situation);
        state = next;
        return commands;
      },
      () => state === tool.idle,
    );
  }

  get isIdle(): boolean {
    return this.#isIdle();
  }

  send(event: ToolEvent, situation: Situation): readonly Command[] {
    return this.#send(event, situation);
  }
}
