import { describe, expect, test } from 'vitest';
import {
  identityText,
  readingText,
  remainder,
  titleOf,
} from '../../../../renderer/features/redeem/redeemWords';
import type { FoundLink } from '../../../../shared/domain/redeem/redeem';
import { linkOf, previewOf } from './support';

const invitation = (invitationId: string): FoundLink => ({ kind: 'invitation', invitationId, region: null });
const unknown = (text: string): FoundLink => ({ kind: 'unknown', text, reason: 'It names no invitation.' });
const terms: FoundLink = { kind: 'terms', text: 'https://advertising.amazon.com/terms/agreement/1' };

test.each([
  [[invitation('a')], 1, '1 invitation added.'],
  [[invitation('a'), invitation('b'), unknown('x')], 2, '2 invitations added.'],
  [[invitation('a'), invitation('b')], 1, '1 invitation added. 1 invitation was here already.'],
  [[invitation('a'), invitation('b')], 0, '2 invitations were here already.'],
  [[terms], 0, expect.stringContaining('No invitation found.')],
  [[], 0, expect.stringContaining('No invitation found.')],
])('what was read is reported: %#', (found, added, text) => {
  expect(readingText({ found, added })).toEqual(text);
});

describe('pasted text is never lost', () => {
  test('only text that was not recognized stays in the box', () => {
    expect(remainder('a x y', [invitation('a'), unknown('x'), terms, unknown('y')])).toBe('x\ny');
    expect(remainder('a', [invitation('a')])).toBe('');
  });

  test('if nothing was recognized the text stays as it was typed', () => {
    expect(remainder(' see  x ', [unknown('x')])).toBe(' see  x ');
    expect(remainder('hello', [])).toBe('hello');
  });
});

test('an invitation is labeled with what is best known about its account', () => {
  expect(titleOf(linkOf({ preview: null }))).toBe('inv-1');
  expect(titleOf(linkOf())).toBe('ENTITY1');
  expect(titleOf(linkOf({ preview: previewOf({ accountName: 'Copper Kettle' }) }))).toBe('Copper Kettle');
});

test('a person is named as well as Amazon’s answer allows', () => {
  expect(identityText({ userId: 'u', name: 'Sam', email: 's@x.example' })).toBe('Sam (s@x.example)');
  expect(identityText({ userId: 'u', email: 's@x.example' })).toBe('s@x.example');
  expect(identityText({ userId: 'u' })).toBe('u');
  expect(identityText(null)).toContain('Amazon does not name');
});
