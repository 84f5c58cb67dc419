import { setTimeout as pause } from 'node:timers/promises';
import { framesDuring, type Frames } from './frames';
import type { Page } from './page';
import { maxTaskDuring } from './pageTasks';
import type { StartedApp } from './startedApp';

/** What a person does in a page, by name. */
export type Work = Readonly<Record<string, (page: Page) => Promise<void>>>;

export interface Watched extends Frames {
  /** See `maxTaskDuring`. */
  readonly taskMs: number;
}

/** Does each kind of work once. @param into gets what was seen, by kind */
export async function watchWork(
  { page, devTools }: StartedApp,
  work: Work,
  into: Map<string, Watched[]>,
): Promise<void> {
  for (const [name, doIt] of Object.entries(work)) {
    let frames: Frames = { maxMs: 0, long: [] };
    const taskMs = await maxTaskDuring(devTools, async () => {
      frames = await framesDuring(page, () => doIt(page));
    });
    into.set(name, [...(into.get(name) ?? []), { ...frames, taskMs }]);
  }
}

/** Acts several times, at an interval in ms. */
export async function repeated(times: number, everyMs: number, act: () => Promise<void>): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const next = pause(everyMs);
    await act();
    await next;
  }
}
