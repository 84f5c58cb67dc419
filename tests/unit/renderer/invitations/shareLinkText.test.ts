import { expect, test } from 'vitest';
import { noLinkText } from '../../../../renderer/features/invitations/details/shareLinkText';
import { matching } from '../../../support/fixtures/matching';

test('a link is shared only while it can be redeemed', () => {
  expect(noLinkText({ state: 'pending', expiresAt: 101 }, 100)).toBeNull();
  expect(noLinkText({ state: 'pending', expiresAt: null }, 100)).toBeNull();
  expect(noLinkText({ state: 'pending', expiresAt: 100 }, 100)).toEqual(matching(/has expired/));
  expect(noLinkText({ state: 'revoked', expiresAt: 101 }, 100)).toEqual(matching(/only pending/));
});
