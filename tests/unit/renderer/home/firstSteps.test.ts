import { expect, test } from 'vitest';
import { firstStepsOf } from '../../../../renderer/features/home/firstSteps';
import { defaultSettings } from '../../../../shared/domain/settings';

const doneOf = (facts: Partial<Parameters<typeof firstStepsOf>[0]>): boolean[] =>
  firstStepsOf({ connections: [], accountsRead: false, settings: defaultSettings, ...facts }).map(
    ({ isDone }) => isDone,
  );

test('the first day has four steps, each done when its own data shows it', () => {
  expect(doneOf({})).toEqual([false, false, false, false]);
  expect(doneOf({ connections: [{ state: 'signedOut' }] })).toEqual([false, false, false, false]);
  expect(doneOf({ connections: [{ state: 'signInAgain' }, { state: 'signedIn' }] })[0]).toBe(true);
  expect(doneOf({ accountsRead: true })).toEqual([false, true, false, false]);
});

test.each([{ allowedDomains: ['agency.example'] }, { mostAdminsPerAccount: 3 }, { adminsNeedNote: true }])(
  'any house rule completes the rules step: %o',
  (rule) => {
    expect(doneOf({ settings: { ...defaultSettings, ...rule } })).toEqual([false, false, true, false]);
  },
);

test('an open step links to its screen', () => {
  const steps = firstStepsOf({ connections: [], accountsRead: false, settings: defaultSettings });
  expect(steps.map(({ to }) => to.screen)).toEqual(['settings', 'accounts', 'settings', 'invite']);
});
