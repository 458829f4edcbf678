import { expect, test } from 'vitest';
import { pointer, runTool, situationOf } from '../testing/run-tool.ts';
import { stepTool } from './step-tool.ts';

test('each click puts the next number there, and the tool stays', () => {
  const first = runTool(stepTool, [pointer('down', [100, 100]), pointer('up', [100, 100])]);
  expect(first.scene?.elements).toMatchObject([{ type: 'step', number: 1, x: 84, y: 84 }]);
  const second = runTool(stepTool, [pointer('down', [200, 100])], situationOf(first.scene));
  expect(second.scene?.elements).toMatchObject([{ number: 1 }, { number: 2 }]);
  expect(second.commands.map((command) => command.do)).toEqual(['commit']);
});
