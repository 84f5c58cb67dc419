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

test('what is typed means the account of that id or name before one that contains it, and then only a single one', () => {
  expect(match.wanted(' bright')).toBe(bright);
  expect(match.wanted('AMC-SIDE')).toBe(brightSide);
  expect(match.wanted('brigh')).toBeNull();
  expect(match.wanted('bright s')).toBe(brightSide);
  expect(match.wanted('oak')).toBe(once);
  expect(match.wanted('twin')).toBeNull();
  expect(match.wanted('nobody')).toBeNull();
});

test('the account of this id or name is the first to choose from', () => {
  expect(match.search('amc-side', 30)).toEqual([brightSide, named]);
  expect(match.search('bright', 1)).toEqual([bright]);
});

test('two ways into one account are told apart by their connections', () => {
  expect([once, again, bright].map(match.detail)).toEqual([
    'amc-oak · Our agency',
    'amc-oak · viewer only · The client’s own',
    'amc-bright',
  ]);
});
