import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entriesOf, invitation } from '../../../main/amazonAds/answers';
import { listedEntries } from '../../../main/amazonAds/invitations/listedInvitation';

const texts = fc.oneof(fc.string(), fc.constantFrom('', ' ', ' Viewer ', '\u00a0'));
const times = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer({ min: -1, max: 2e9 }),
  fc.constantFrom(1e11, 1e11 + 1, 1.7e12, 253_402_300_799_999, 253_402_300_800_000, Number.POSITIVE_INFINITY),
  fc.constantFrom('1764000000.5', ' 1764000000 ', '2025-11-29', '2025-11-29T10:11:12+0130', '2025-02-31', ''),
  texts,
);
const anything = fc.jsonValue();
const rarely = <T>(usual: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 8, arbitrary: usual }, { weight: 1, arbitrary: anything });

const entries = rarely(
  fc.record(
    {
      invitationId: rarely(texts),
      user: rarely(fc.record({ emailAddress: rarely(texts), userName: rarely(texts) }, { requiredKeys: [] })),
      permissionSet: rarely(
        fc.record(
          { role: rarely(fc.oneof(texts, fc.record({ name: rarely(texts) }, { requiredKeys: [] }))) },
          { requiredKeys: [] },
        ),
      ),
      createdBy: rarely(texts),
      createdAt: rarely(times),
      expiration: rarely(times),
    },
    { requiredKeys: [] },
  ),
);

test('a listed invitation is read as its schema reads it, whatever Amazon answers', () => {
  fc.assert(
    fc.property(fc.option(fc.array(entries, { maxLength: 4 })), (values) => {
      expect(listedEntries(values)).toStrictEqual(entriesOf(invitation, values));
    }),
    { numRuns: 3000 },
  );
});

test('what has no ID is counted, and everything else is read', () => {
  const whole = {
    invitationId: 'i1',
    user: { emailAddress: 'ann@client.example', userName: 'Ann' },
    permissionSet: { role: { name: ' Viewer ' } },
    createdBy: 'dana@agency.example',
    createdAt: 1_764_000_000,
    expiration: '2025-12-09T00:00:00Z',
    status: 'PENDING',
  };
  expect(listedEntries([whole, { ...whole, invitationId: '' }, null, [whole], 'i2'])).toStrictEqual({
    entries: [
      {
        invitationId: 'i1',
        emailAddress: 'ann@client.example',
        userName: 'Ann',
        role: 'Viewer',
        createdBy: 'dana@agency.example',
        createdAt: 1_764_000_000_000,
        expiresAt: Date.UTC(2025, 11, 9),
      },
    ],
    unreadable: 4,
  });
});
