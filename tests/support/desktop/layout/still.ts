import { checkAccessibility, modals } from '../accessibility';
import { expect, type StartedApp } from '../fixture';
import { checkLayout } from './checkLayout';

/** Makes the app stand still; returns functions to navigate it. */
export async function still(app: StartedApp) {
  const { page, screens } = app;
  // Axe takes colors as they are at that moment, even halfway through a fade.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return {
    page,
    screens,
    /** Axe finds nothing serious, and at each size the layout holds. */
    async check(where: string): Promise<void> {
      await checkAccessibility(page, where);
      await checkLayout(app, where);
    },
    button: (name: string) => page.getByRole('button', { name, exact: true }),
    closed: () => expect(page.locator(modals)).toHaveCount(0),
    async goTo(keys: string, heading: string): Promise<void> {
      await page.keyboard.press(keys);
      await screens.heading(heading).waitFor();
    },
  };
}
