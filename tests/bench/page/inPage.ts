import type { Page } from './page';

declare global {
  interface Window {
    /** What `watchFor` waits for, ms since 1970. */
    seen: Promise<{ readonly beganAt: number; readonly paintedAt: number }>;
  }
}

/** What has to be in the page: an element, and exactly this text in it where one is given. */
export interface Sight {
  readonly selector: string;
  readonly text?: string;
}

/** The invitations list once it shows this many; count and rows are from one answer. */
export const invitationsCounted = (count: number): Sight => ({
  selector: 'main h1',
  text: `Invitations (${count.toLocaleString('en')})`,
});

/** When the page first painted anything but its background, ms since 1970. */
export const firstPaint = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const entry = list.getEntriesByName('first-contentful-paint')[0];
          if (entry !== undefined) resolve(performance.timeOrigin + entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
    null,
  );

/** When the page had painted a frame with this in it, ms since 1970. */
export async function paintOf(page: Page, sight: Sight): Promise<number> {
  const watch = await watchFor(page, sight, null);
  return (await watch.end()).paintedAt;
}

/**
 * ms from a real key press, by its own time stamp, until the page had painted a frame with its result.
 */
export async function keyToPaint(page: Page, key: string, result: Sight): Promise<number> {
  const watch = await watchFor(page, result, 'keydown');
  await page.press(key);
  const { beganAt, paintedAt } = await watch.end();
  return paintedAt - beganAt;
}

/** Starts looking for it in each frame, from the next such event on or, with null, immediately. */
async function watchFor(page: Page, sight: Sight, event: 'keydown' | null) {
  await page.evaluate(
    ({ selector, text, trigger }) => {
      const since1970 = (time: number): number => performance.timeOrigin + time;
      window.seen = new Promise((resolve) => {
        const look = (beganAt: number): void => {
          const element = document.querySelector(selector);
          if (element === null || (text !== undefined && element.textContent !== text)) {
            requestAnimationFrame(() => look(beganAt));
            return;
          }
          // Found before this frame is painted. A message is a separate task, so it arrives after painting.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            resolve({ beganAt: since1970(beganAt), paintedAt: since1970(performance.now()) });
          };
          port2.postMessage(null);
        };
        const begin = (beganAt: number): void => {
          requestAnimationFrame(() => look(beganAt));
        };
        if (trigger === null) begin(performance.now());
        else addEventListener(trigger, ({ timeStamp }) => begin(timeStamp), { capture: true, once: true });
      });
    },
    { ...sight, trigger: event },
  );
  return { end: () => page.evaluate(() => window.seen, null) };
}
