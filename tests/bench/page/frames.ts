import type { Page } from './page';

declare global {
  interface Window {
    /** What `watchFrames` saw so far. */
    framesSeen: { at: number; maxMs: number; long: LongFrame[]; ended: boolean };
  }
}

/** A frame that took more than 50 ms, by what took it. Times in ms. */
export interface LongFrame {
  /** From the frame before to this one. */
  readonly ms: number;
  /** What ran longest in it, as Chromium names it; empty if it wasn't one of the page's scripts. */
  readonly script: string;
  readonly scriptMs: number;
  /** Computing styles, places and painting, at its end. */
  readonly drawingMs: number;
}

export interface Frames {
  /** The longest time between two frames, in ms; the next one is expected after 16.7. */
  readonly maxMs: number;
  readonly long: readonly LongFrame[];
}

/** Chromium reports frames that take longer. (https://w3c.github.io/long-animation-frames: 50 ms.) */
export async function framesDuring(page: Page, work: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const frames: Window['framesSeen'] = { at: performance.now(), maxMs: 0, long: [], ended: false };
    window.framesSeen = frames;
    const next = (at: number): void => {
      frames.maxMs = Math.max(frames.maxMs, at - frames.at);
      frames.at = at;
      if (!frames.ended) requestAnimationFrame(next);
    };
    requestAnimationFrame((at) => {
      frames.at = at;
      requestAnimationFrame(next);
    });
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { duration, startTime, styleAndLayoutStart, scripts } = entry as LongAnimationFrame;
        const [slowestScript] = [...scripts].sort((one, other) => other.duration - one.duration);
        frames.long.push({
          ms: Math.round(duration),
          script:
            slowestScript === undefined ? '' : `${slowestScript.invoker} ${slowestScript.sourceFunctionName}`,
          scriptMs: Math.round(slowestScript?.duration ?? 0),
          drawingMs: styleAndLayoutStart === 0 ? 0 : Math.round(startTime + duration - styleAndLayoutStart),
        });
      }
      if (frames.ended) observer.disconnect();
    });
    observer.observe({ type: 'long-animation-frame' });
  }, null);
  await work();
  return page.evaluate(async () => {
    window.framesSeen.ended = true;
    // Long frames are reported a little later.
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { maxMs, long } = window.framesSeen;
    return { maxMs, long };
  }, null);
}

/** What TypeScript's own types do not know yet: https://w3c.github.io/long-animation-frames */
interface LongAnimationFrame extends PerformanceEntry {
  readonly styleAndLayoutStart: number;
  readonly scripts: readonly {
    readonly duration: number;
    readonly invoker: string;
    readonly sourceFunctionName: string;
  }[];
}
