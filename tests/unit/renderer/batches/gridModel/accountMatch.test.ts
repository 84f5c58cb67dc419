import { expect, test } from 'vitest';
import { accountMatch } from '../../../../../renderer/features/batches/gridModel/accountMatch';
import { account } from '../support/setUp';

const bright = account('agency', 'amc-bright', 'Bright');
const brightSide = account('agency', 'amc-side', 'Bright Side');
const named = account('agency', 'amc-9', 'Formerly amc-side');
const once = account('agency', 'amc-oak', 'Oak & Sons');
const again = account('client', 'amc-oak', 'Oak & Sons', { canInvite: false });
const twins = [account('agency', 'amc-1', 'Twin'), account('agency', 'amc-2', 'Twin')];
const match = accountMatch(
  [named, brightSide, bright, again, once, ...twins],
  [
    { connectionId: 'agency', label: 'Our agency' },
    { connectionId: 'client', label: 'The client’s own' },
  ],
);

test('typed text matches an exact ID or name before a partial one, and a partial one only if it is the only one', () => {
  expect(match.wanted(' bright')).toBe(bright);
  expect(match.wanted('AMC-SIDE')).toBe(brightSide);
  expect(match.wanted('brigh')).toBeNull();
  expect(match.wanted('bright s')).toBe(brightSide);
  expect(match.wanted('oak')).toBe(once);
  expect(match.wanted('twin')).toBeNull();
  expect(match.wanted('nobody')).toBeNull();
});

test('the account with this ID or name is the first option', () => {
  expect(match.search('amc-side', 30)).toEqual([brightSide, named]);
  expect(match.search('bright', 1)).toEqual([bright]);
});

test('two connections to one account are distinguished by name', () => {
  expect([once, again, bright].map(match.detail)).toEqual([
    'amc-oak · Our agency',
    'amc-oak · viewer only · The client’s own',
    'amc-bright',
  ]);
});
