import { paintOf } from './inPage';
import type { Page } from './page';

/** Opens a batch in the started app, with the focus in its grid. */
export async function openGrid(page: Page, batchId: string): Promise<void> {
  await goTo(page, `/batches/${batchId}`);
  await paintOf(page, { selector: '.batch-grid [role=gridcell]' });
  await focus(page, '.batch-grid [data-active]');
}

/** Opens the matrix, with the focus in it, once its first cells are read. */
export async function openMatrix(page: Page): Promise<void> {
  await goTo(page, '/matrix');
  await paintOf(page, { selector: '.matrix [data-tone=member]' });
  await focus(page, '.matrix [data-active]');
}

const goTo = (page: Page, path: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = `#${to}`;
  }, path);

const focus = (page: Page, selector: string): Promise<void> =>
  page.evaluate((of) => {
    document.querySelector<HTMLElement>(of)?.focus();
  }, selector);
