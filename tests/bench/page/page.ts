import { z } from 'zod';
import type { DevTools } from './devTools';

/** The page of an app, through DevTools, which doesn't get in the way while the page works. */
export interface Page {
  /** Runs a function in the page. It may use nothing but its argument; its result must be JSON. */
  evaluate<Argument, Result>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  /** Presses and releases a key, a character or one of `keys` by name, as if from a keyboard. */
  press(key: string): Promise<void>;
  /** Turns the mouse wheel over a point of the page, by this many px. */
  turnWheel(x: number, y: number, by: number, sideways?: boolean): Promise<void>;
  /** Enters text at once, as pasting does. */
  type(text: string): Promise<void>;
}

const evaluated = z.object({
  result: z.object({ value: z.unknown().optional() }),
  exceptionDetails: z.object({ text: z.string() }).optional(),
});

const pageTarget = z.object({
  method: z.enum(['Target.targetCreated', 'Target.targetInfoChanged']),
  params: z.object({
    targetInfo: z.object({
      type: z.literal('page'),
      url: z.string().regex(/^(app|file):/),
      targetId: z.string(),
    }),
  }),
});

/** Resolves as soon as the app's first page has begun to load. */
export async function firstPage(devTools: DevTools): Promise<Page> {
  const appeared = devTools.event(pageTarget);
  await devTools.send('Target.setDiscoverTargets', { discover: true });
  const { targetId } = (await appeared).params.targetInfo;
  const attached = await devTools.send('Target.attachToTarget', { targetId, flatten: true });
  const { sessionId } = z.object({ sessionId: z.string() }).parse(attached);

  const page: Page = {
    async evaluate<Argument, Result>(
      run: (argument: Argument) => Result | Promise<Result>,
      argument: Argument,
    ) {
      const expression = `(${run.toString()})(${JSON.stringify(argument)})`;
      const tasks = await devTools.send(
        'Runtime.evaluate',
        { expression, awaitPromise: true, returnByValue: true },
        sessionId,
      );
      const { result, exceptionDetails } = evaluated.parse(tasks);
      if (exceptionDetails !== undefined) throw new Error(`In the page: ${exceptionDetails.text}`);
      return result.value as Result;
    },
    async press(key) {
      const down = keys[key] ?? { key, text: key };
      await devTools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...down }, sessionId);
      await devTools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...down }, sessionId);
    },
    async turnWheel(x, y, by, sideways = false) {
      const event = { type: 'mouseWheel', x, y, deltaX: sideways ? by : 0, deltaY: sideways ? 0 : by };
      await devTools.send('Input.dispatchMouseEvent', event, sessionId);
    },
    async type(text) {
      await devTools.send('Input.insertText', { text }, sessionId);
    },
  };
  await loading(page);
  return page;
}

/** Keys that are more than a character, as Input.dispatchKeyEvent wants them. A modifier of 2 is Ctrl. */
const keys: Readonly<Partial<Record<string, object>>> = {
  Enter: { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  ArrowDown: { key: 'ArrowDown', code: 'ArrowDown', windowsVirtualKeyCode: 40 },
  ArrowRight: { key: 'ArrowRight', code: 'ArrowRight', windowsVirtualKeyCode: 39 },
  PageDown: { key: 'PageDown', code: 'PageDown', windowsVirtualKeyCode: 34 },
  Delete: { key: 'Delete', code: 'Delete', windowsVirtualKeyCode: 46 },
  'Control+k': { key: 'k', code: 'KeyK', modifiers: 2 },
  'Control+3': { key: '3', code: 'Digit3', modifiers: 2 },
  'Control+a': { key: 'a', code: 'KeyA', modifiers: 2, commands: ['selectAll'] },
};

/** The address is known a little before the document is; until then what runs in the page is lost with the old one. */
async function loading(page: Page): Promise<void> {
  const address = await page
    .evaluate(() => location.href, null)
    .catch((error: unknown) => {
      if (error instanceof Error && contextGone.test(error.message)) return 'about:blank';
      throw error;
    });
  if (address === 'about:blank') await loading(page);
}

/** How Chromium reports that the page navigated to another document in the meantime. */
const contextGone = /context|navigated/i;
