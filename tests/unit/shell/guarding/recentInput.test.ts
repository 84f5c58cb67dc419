import { expect, it } from 'vitest';
import { createBrowserConsent } from '../../../../main/shell/guarding/browserConsent';
import { createRecentInput, isPurposeful } from '../../../../main/shell/guarding/recentInput';

it('an input counts for ten seconds, and a later one again', () => {
  let at = 5_000;
  const input = createRecentInput(() => at);
  expect(input.isRecent()).toBe(false);
  input.seen();
  at += 10_000;
  expect(input.isRecent()).toBe(true);
  at += 1;
  expect(input.isRecent()).toBe(false);
  input.seen();
  expect(input.isRecent()).toBe(true);
});

it('clicks, keys and taps count; moving the mouse over a window does not', () => {
  for (const type of ['mouseDown', 'rawKeyDown', 'keyUp', 'gestureTap'])
    expect(isPurposeful(type)).toBe(true);
  for (const type of ['mouseMove', 'mouseEnter', 'mouseWheel', 'undefined', 'gestureScrollBegin'])
    expect(isPurposeful(type)).toBe(false);
});

it.each([
  { recent: true, assisted: false, agrees: false, shown: 0, opens: true },
  { recent: false, assisted: false, agrees: true, shown: 0, opens: false },
  { recent: false, assisted: true, agrees: true, shown: 1, opens: true },
  { recent: false, assisted: true, agrees: false, shown: 1, opens: false },
  { recent: true, assisted: true, agrees: false, shown: 0, opens: true },
])(
  'input seen $recent, assistive technology $assisted, agrees $agrees: opens $opens',
  async ({ recent, assisted, agrees, shown, opens }) => {
    let questions = 0;
    const mayOpenBrowser = createBrowserConsent({
      input: { isRecent: () => recent },
      isAssisted: () => assisted,
      ask: () => {
        questions += 1;
        return Promise.resolve(agrees);
      },
    });
    const answer = await mayOpenBrowser().catch((error: unknown) => error);
    if (opens) expect(answer).toBeUndefined();
    else expect(answer).toMatchObject({ code: 'INPUT_NEEDED', retryable: true });
    expect(questions).toBe(shown);
  },
);
