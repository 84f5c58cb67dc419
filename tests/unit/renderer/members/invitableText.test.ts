import { expect, test } from 'vitest';
import { invitableText } from '../../../../renderer/features/members/changes/invitableText';

test('before a removal, the dialog says who can be invited again', () => {
  expect(invitableText(['r***@a', 'o***@a'], [], 4)).toMatch(/^To undo this, invite them again/);
  expect(invitableText(['r***@a', 'o***@a'], ['r***@a', 'o***@a'], 4)).toMatch(/^This can’t be undone here/);
  expect(invitableText(['r***@a', 'o***@a', 'u-3'], ['o***@a', 'u-3'], 1)).toBe(
    '1 of 3 can be invited again from the results. The others can’t, because their whole address isn’t known: o***@a and 1 other.',
  );
});
