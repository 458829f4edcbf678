import type { StepName } from '../../../shared/scene/history/step-name.ts';
import type { MeasureText } from '../../../shared/scene/text/measure-text.ts';
import { panBy } from '../canvas/view.ts';
import type { EditorStore } from '../store.ts';
import type { RunningTool } from './running-tool.ts';
import type { Command, ToolEvent } from './tool.ts';
import type { ToolName } from './tool-name.ts';
import { TOOLS } from './tools.ts';

interface Surroundings {
  readonly measure: MeasureText;
  /** Called after a step that the tool made. */
  readonly onStep: (step: StepName) => void;
}

/** Runs the chosen tool: hands it events, and does what it commands. */
export class ToolDriver {
  readonly #store: EditorStore;
  readonly #surroundings: Surroundings;
  #name: ToolName;
  #tool: RunningTool;

  constructor(store: EditorStore, surroundings: Surroundings) {
    this.#store = store;
    this.#surroundings = surroundings;
    this.#name = store.state.tool;
    this.#tool = TOOLS[this.#name]();
  }

  get cursor(): string {
    return this.#current().cursor;
  }

  /** Whether no gesture is under way. */
  get isIdle(): boolean {
    return this.#current().isIdle;
  }

  send(event: ToolEvent): void {
    const { scene, selection, view, style, isSnapping } = this.#store.state;
    const { measure } = this.#surroundings;
    const situation = { scene, selection, zoom: view.zoom, style, isSnapping, measure };
    const commands = this.#current().send(event, situation);
    if (commands.length > 0) {
      this.#store.batch(() => {
        for (const one of commands) this.#do(one);
      });
    }
  }

  #current(): RunningTool {
    const { tool } = this.#store.state;
    if (tool !== this.#name) {
      this.#name = tool;
      this.#tool = TOOLS[tool]();
    }
    return this.#tool;
  }

  #do(command: Command): void {
    const store = this.#store;
    switch (command.do) {
      case 'select':
        store.select(command.ids);
        break;
      case 'preview':
        store.preview(command.scene);
        break;
      case 'commit':
        store.commit(command.step, command.scene, command);
        this.#surroundings.onStep(command.step);
        break;
      case 'overlay':
        store.showOverlay(command.overlay);
        break;
      case 'pan':
        store.setView(panBy(store.state.view, command.dx, command.dy));
        break;
      case 'edit-text':
        store.editText(command.editing);
        break;
      case 'use':
        store.setTool(command.tool);
        break;
      case 'done':
        if (!store.state.isToolKept) store.setTool('select');
    }
  }
}
