import { expect, type Locator, type Page } from '@playwright/test';

/** More elements than any screen has before the one that is meant. */
const maxStops = 150;

/** What a person does with the keyboard alone. */
export const byKeyboard = (page: Page) => {
  /** Presses Tab until an element has the focus, like somebody who looks where it is. */
  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor();
    for (let stop = 0; stop < maxStops; stop += 1) {
      if (await target.evaluate((element) => element.contains(document.activeElement))) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab doesn't reach ${String(target)}.`);
  };
  return {
    reach,
    /** Reaches a button or link, and presses it. */
    async press(target: Locator): Promise<void> {
      await expect(target).toBeEnabled();
      await reach(target);
      await page.keyboard.press('Enter');
    },
    /** Reaches a checkbox, and changes it. */
    async toggle(target: Locator): Promise<void> {
      const before = await target.isChecked();
      await reach(target);
      await page.keyboard.press('Space');
      await expect(target).toBeChecked({ checked: !before });
    },
    /** Reaches a group of radio buttons, and goes on to one of them. */
    async select(radio: Locator, group: Locator): Promise<void> {
      await reach(group);
      await page.keyboard.press('Space');
      for (let stop = 0; stop < 10 && !(await radio.isChecked()); stop += 1) {
        await page.keyboard.press('ArrowDown');
      }
      await expect(radio).toBeChecked();
    },
    /** Reaches a field, and replaces its text. */
    async type(target: Locator, text: string): Promise<void> {
      await reach(target);
      await page.keyboard.press('Control+a');
      await page.keyboard.type(text);
    },
  };
};
