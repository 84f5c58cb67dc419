import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readInvitations } from '../../../../main/amazonAds/invitations/invitations';
import { createObservations, type Observations } from '../../../../main/amazonAds/observing/observations';
import openapi from '../../../../shared/amazonAds/openapi.json';
import {
  clientTo,
  startLoopbackAmazon,
  type LoopbackAmazon,
  type Reply,
} from '../../../support/amazon/loopbackAmazon';

let amazon: LoopbackAmazon;
let reply: () => Reply;
let observations: Observations;

beforeEach(async () => {
  reply = () => ({ json: {} });
  amazon = await startLoopbackAmazon(() => reply());
  observations = createObservations();
});
afterEach(() => amazon.stop());

const request = { method: 'POST', path: '/users/list', mediaType: 'application/json' } as const;
const text = (): string => observations.text(['AMC Access Manager 1.2.3']);
/** An answer as the client reports it. */
function see(body: unknown, httpStatus = 200, headers: Readonly<Record<string, string>> = {}): void {
  const answer = { httpStatus, headers: new Headers(headers), text: JSON.stringify(body) };
  observations.observer('Amazon')(request, answer, body);
}

describe('observations', () => {
  test('show the operations, statuses, header names and shapes of what the client is answered', async () => {
    const client = clientTo(amazon.origin, { observe: observations.observer('Amazon') });
    reply = () => ({
      headers: { 'x-amzn-RequestId': 'req-4711', 'X-Canary': 'header value' },
      json: {
        invitations: [
          { invitationId: 'inv-0815', user: { emailAddress: 'ann@example.com' }, expiration: 1764460800.5 },
        ],
        nextToken: null,
      },
    });
    await readInvitations(client, 'ENTITY99');
    const shown = text();
    expect(shown).toContain('AMC Access Manager 1.2.3');
    expect(shown).toContain('### Amazon: POST /user-invitations/list → 200 (1)');
    expect(shown).toMatch(/Headers: .*x-amzn-requestid, x-canary/);
    expect(shown).toContain(
      [
        'Body: object',
        '  invitations: list',
        '    each: object',
        '      expiration: number with a fraction of 10 digits',
        '      invitationId: text a{2-3}-9{4-8}',
        '      user: object',
        '        emailAddress: text a{2-3}@a{4-8}.a{2-3}',
        '  nextToken: null',
      ].join('\n'),
    );
    expect(shown).not.toMatch(/4711|0815|ENTITY99|header value|example\.com|1764460800/);
  });

  test('show failures too, and how Retry-After is written', async () => {
    const client = clientTo(amazon.origin, { observe: observations.observer('Amazon') });
    const path = '/user-invitations/secret%2Fid';
    for (const [status, retryAfter] of [
      [429, '17'],
      [403, 'Wed, 21 Oct 2026 07:28:00 GMT'],
    ] as const) {
      reply = () => ({ status, headers: { 'Retry-After': retryAfter }, text: '<html>Slow down, Ann</html>' });
      await client
        .readOnce({ method: 'GET', path, mediaType: 'application/json', query: { nextToken: 'abc' } })
        .catch(() => undefined);
    }
    expect(text()).toContain('GET /user-invitations/{id}?nextToken → 429 (1)');
    expect(text()).toContain('Retry-After: whole seconds, 2 digits');
    expect(text()).toContain('Retry-After: a date');
    expect(text()).toContain('Body: a web page');
    expect(text()).not.toMatch(/secret|abc|Slow|Ann|17\b|Oct/);
  });

  test('put all answers of an operation and a status together', () => {
    see({ users: [{ emailAddress: 'an***@example.com' }, { emailAddress: 'b***@example.com', name: null }] });
    see({ users: [{ emailAddress: 'ann.lee@example.com' }] });
    see({ users: [] });
    expect(text()).toContain('/users/list → 200 (3)');
    expect(text()).toContain('users: empty list, list');
    expect(text()).toContain(
      'emailAddress: text a{1}*{3}@a{4-8}.a{2-3}, text a{2-3}*{3}@a{4-8}.a{2-3}, text a{2-3}.a{2-3}@a{4-8}.a{2-3}',
    );
  });

  test('show keys of Amazon’s documents and words in camel case, not keys that may be values', () => {
    see({
      users: {
        'ann@example.com': 1,
        ENTITY1234: 2,
        ann: 3,
        'Ann Lee': 4,
        nextCursor: 5,
        is_direct: 6,
        annLee: 7,
        abCd: 8,
      },
    });
    const shown = text();
    for (const key of ['users', 'nextCursor', 'is_direct']) expect(shown).toContain(`${key}: `);
    expect(shown).not.toMatch(/ann@|ENTITY|\bann\b|Ann|Lee|abCd/);
    expect(shown).toContain('(key a{2-3}@a{4-8}.a{2-3}): ');
  });

  test('know every key of Amazon’s documents', () => {
    const keys = documentedKeys(openapi);
    expect(keys.length).toBeGreaterThan(40);
    for (const key of keys) {
      see({ [key]: 1 });
      expect(text()).toContain(`  ${key}: whole number`);
    }
  });

  test('stay small, whatever arrives', () => {
    for (let status = 200; status < 600; status += 1) see({ status }, status);
    expect(text()).toMatch(/Not kept, for lack of room: 200 answers/);
    const names = ['name', 'user', 'role', 'state', 'type', 'code'];
    const deep = (level: number): unknown =>
      level === 0 ? 'end' : Object.fromEntries(names.map((name) => [name, deep(level - 1)]));
    see(deep(5));
    expect(text().length).toBeLessThan(300_000);
    expect(text()).toContain('Shapes are incomplete, for lack of room.');
  });

  test('are none before the first answer', () => {
    expect(text()).toContain('No answer was seen since the app started.');
  });
});

/** The names of all properties in a document of OpenAPI. */
function documentedKeys(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, inner]) => [
    ...(key === 'properties' && typeof inner === 'object' ? Object.keys(inner as object) : []),
    ...documentedKeys(inner),
  ]);
}

/** What a text of an answer may be: long enough that it can't be part of a word by chance. */
const canary = fc
  .stringMatching(/^[A-Za-z0-9*@.\-_ äöß]{1,40}$/)
  .map((value) => `cnry${value}`)
  .filter((value) => /[A-Za-z0-9]{4}/.test(value));

test('no value of any answer is in them, wherever it is, nor a key that may be one', () => {
  const value: fc.Arbitrary<unknown> = fc.letrec<{ readonly json: unknown }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 4 },
      canary,
      fc.integer({ min: 100_000, max: 2 ** 40 }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('json'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(canary, fc.constantFrom('users', 'emailAddress', 'state')), tie('json'), {
        maxKeys: 4,
      }),
    ),
  })).json;
  fc.assert(
    fc.property(value, canary, (body, header) => {
      observations = createObservations();
      see(body, 200, { 'x-canary': encodeURIComponent(header), 'retry-after': encodeURIComponent(header) });
      const shown = text();
      for (const found of valuesIn(body)) expect(shown).not.toContain(found);
      expect(shown).not.toContain('cnry');
    }),
    { numRuns: 400 },
  );
});

/** Every text and number of an answer, and every key that isn't Amazon's. */
function valuesIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key.startsWith('cnry') ? [key] : []),
    ...valuesIn(inner),
  ]);
}
