import type { Page } from '@playwright/test';

type DragStep = 'dragEnter' | 'dragOver' | 'drop';

/** Drags files, or a text, over the middle of the window, as a file manager or another program does. */
export async function drag(
  page: Page,
  what: { readonly files?: readonly string[]; readonly text?: string },
): Promise<{ over: () => Promise<void>; drop: () => Promise<void>; leave: () => Promise<void> }> {
  const session = await page.context().newCDPSession(page);
  const items = what.text === undefined ? [] : [{ mimeType: 'text/plain', data: what.text }];
  const { x, y } = await page.evaluate(() => ({ x: innerWidth / 2, y: innerHeight / 2 }));
  const step = async (type: DragStep, at = y): Promise<void> => {
    await session.send('Input.dispatchDragEvent', {
      type,
      x,
      y: at,
      data: { items, files: [...(what.files ?? [])], dragOperationsMask: 1 },
    });
  };
  return {
    over: async () => {
      await step('dragEnter');
      await step('dragOver');
    },
    drop: () => step('drop'),
    /** Out of the window. */
    leave: () => step('dragOver', -100),
  };
}
