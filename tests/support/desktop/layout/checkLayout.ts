import type { ElectronApplication, Page } from '@playwright/test';
import { expect } from '../fixture';
import { layoutFunctions } from './layoutFaults';

interface Size {
  readonly name: string;
  /** Of the window's content, in screen pixels. */
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
}

/** A laptop, a desk, the smallest window, and somebody who needs large type. The first is the app's own size. */
const sizes: readonly [Size, ...Size[]] = [
  { name: '1280x800', width: 1280, height: 800, zoom: 1 },
  { name: '1920x1080', width: 1920, height: 1080, zoom: 1 },
  { name: '1024x700', width: 1024, height: 700, zoom: 1 },
  { name: '200 %', width: 1280, height: 800, zoom: 2 },
];

const softly = expect.configure({ soft: true });

const source = layoutFunctions.map(String).join('\n');

/** What is wrong with the layout of the page at its current size; see `layoutFaults`. */
export const measureLayout = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => { ${source}; return layoutFaults(); })()`);

/** Nothing is wrong with the layout at any size; ends at the size of a new window. Continues after a finding. */
export async function checkLayout(
  { electron, page }: { readonly electron: ElectronApplication; readonly page: Page },
  where: string,
): Promise<void> {
  for (const size of [...sizes.slice(1), sizes[0]]) {
    await resize(electron, page, size);
    // Parts that measure themselves follow later, on a busy machine much later.
    await softly.poll(() => measureLayout(page), { message: `${where}, ${size.name}` }).toEqual([]);
  }
  await page.evaluate(settle);
}

/**
 * Resolves once nothing on the page changes anymore. A list draws its columns again when the window has rested, and closes what is
 * open in a cell.
 */
function settle(): Promise<void> {
  // Longer than lists wait (useListRoom.ts), and an end for a page that goes on counting.
  const [stillFrames, maxFrames] = [18, 180];
  return new Promise((resolve) => {
    let still = 0;
    let frames = 0;
    const observer = new MutationObserver(() => {
      still = 0;
    });
    observer.observe(document.body, { childList: true, subtree: true });
    const next = (): void => {
      still += 1;
      frames += 1;
      if (still < stillFrames && frames < maxFrames) {
        requestAnimationFrame(next);
        return;
      }
      observer.disconnect();
      resolve();
    };
    requestAnimationFrame(next);
  });
}

/** Resolves once the page has the size. */
async function resize(
  electron: ElectronApplication,
  page: Page,
  { width, height, zoom }: Omit<Size, 'name'>,
): Promise<void> {
  await electron.evaluate(
    ({ BrowserWindow }, to) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(to.width, to.height);
      window?.webContents.setZoomFactor(to.zoom);
    },
    { width, height, zoom },
  );
  await expect
    .poll(() => page.evaluate(() => [innerWidth, innerHeight].map((each) => Math.round(each))))
    .toEqual([width / zoom, height / zoom]);
}
