import type { Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { expect } from './fixture';

/** Cloudscape's modals have a heading; its dropdowns, also dialogs by role, have none. */
export const modals = '[role="dialog"]:has(h2), dialog[open]';

interface Look {
  readonly runOnly: Required<RunOptions>['runOnly'];
  readonly fewestPasses: number;
}

/** All rules in light mode; in dark mode those that depend on colors, since the rest is the same. */
const looks: Record<'light' | 'dark', Look> = {
  light: {
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
    fewestPasses: 6,
  },
  dark: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }, fewestPasses: 1 },
};

/**
 * Axe (WCAG 2.2 AA) finds nothing serious on the screen, or in the dialog over it, in both themes; it begins with the current
 * theme. Continues after a finding, so that one run reports everything.
 */
export async function checkAccessibility(page: Page, where: string): Promise<void> {
  const isDark = (await page.locator('body.awsui-dark-mode').count()) > 0;
  for (const theme of isDark ? (['dark', 'light'] as const) : (['light', 'dark'] as const)) {
    await show(page, theme);
    await look(page, `${where}, ${theme}`, looks[theme]);
  }
}

/** As the operating system's theme would; the app follows it live. */
async function show(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await expect(page.locator('body.awsui-dark-mode')).toHaveCount(theme === 'dark' ? 1 : 0);
}

async function look(page: Page, where: string, { runOnly, fewestPasses }: Look): Promise<void> {
  // What is behind a dialog can't be used, and axe would report its half-covered buttons as too small.
  const modal = page.locator(modals).filter({ visible: true });
  const context = (await modal.count()) > 0 ? modals : 'html';
  // Once per page, bypassing its policy: the page itself may not load anything.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { grave, passes } = await page.evaluate(
    async ({ context, runOnly }) => {
      const run = (window as unknown as { axe: typeof axe }).axe.run;
      const { violations, passes } = await run(context, { runOnly, resultTypes: ['violations'] });
      return {
        grave: violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        passes: passes.length,
      };
    },
    { context, runOnly },
  );
  expect.soft(grave, where).toEqual([]);
  expect(passes, `${where}: axe found something to check`).toBeGreaterThanOrEqual(fewestPasses);
}
