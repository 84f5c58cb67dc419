import { describe, expect, test } from 'vitest';
import {
  checkChange,
  checkNewConnection,
  clientIdWarning,
  newConnection,
  type ConnectionDraft,
} from '../../../renderer/features/connections/connectionDraft';
import { isDraft } from '../../../shared/domain/connection/connection';
import { matching } from '../../support/fixtures/matching';

const good: ConnectionDraft = { ...newConnection, label: ' Agency ', region: 'eu', clientId: 'client' };
const noEndpoints = newConnection.endpoints;

describe('a new connection', () => {
  test('needs a name, a region and a client ID, each missing one reported at its field', () => {
    const { value, errors } = checkNewConnection(newConnection);
    expect(value).toBeNull();
    expect(errors).toEqual({
      label: matching(/name/),
      region: matching(/region/),
      clientId: matching(/client ID/),
    });
  });

  test('without a secret and custom endpoints sends neither', () => {
    expect(checkNewConnection(good).value).toEqual({
      label: 'Agency',
      region: 'eu',
      clientId: 'client',
      returnPort: 8710,
    });
  });

  test.each(['', 'abc', '80', '65536', '87.5', '-1'])('rejects %j as a return port', (returnPort) => {
    expect(checkNewConnection({ ...good, returnPort }).errors).toEqual({
      returnPort: matching(/1024 to 65535/),
    });
  });

  test('rejects endpoints that are neither HTTPS nor on this computer, and incomplete sets', () => {
    const endpoints = {
      ...noEndpoints,
      authorizeUrl: 'http://example.com/',
      tokenUrl: 'http://localhost:1/t',
    };
    const { errors } = checkNewConnection({ ...good, endpoints });
    expect(Object.keys(errors)).toEqual([
      'endpoints.authorizeUrl',
      'endpoints.profileUrl',
      'endpoints.apiUrl',
    ]);
  });
});

describe('changing a connection', () => {
  test.each([
    ['keep', 'typed', {}],
    ['replace', '', {}],
    ['replace', ' new ', { clientSecret: 'new' }],
    ['forget', 'typed', { clientSecret: null }],
  ] as const)('%s with %j in the field', (secretPlan, clientSecret, expected) => {
    const { value } = checkChange({ ...good, secretPlan, clientSecret });
    expect(value).toEqual({
      label: 'Agency',
      region: 'eu',
      clientId: 'client',
      returnPort: 8710,
      ...expected,
    });
  });
});

describe('the format of a client ID, while it is typed', () => {
  const warningOf = (clientId: string, endpoints = noEndpoints) => clientIdWarning({ clientId, endpoints });

  test.each([
    ['nothing yet', ''],
    ['the beginning of one', 'amzn1.appli'],
    ['a whole one', ' amzn1.application-oa2-client.0123456789abcdef0123456789abcdef '],
  ])('%s is accepted', (_, text) => {
    expect(warningOf(text)).toBeNull();
  });

  test.each([
    ['a client secret', 'amzn1.oa2-cs.v1.0123', /client secret/],
    ['an application ID', 'amzn1.application.0123', /application ID/],
    ['half of one', 'oa2-client.0123', /copied all of it/],
    ['two at once', 'amzn1.application-oa2-client.01 amzn1.application-oa2-client.02', /copied all of it/],
  ])('%s is reported', (_, text, warning) => {
    expect(warningOf(text)).toMatch(warning);
  });

  test('a simulator has its own client IDs', () => {
    expect(warningOf('anything', { ...noEndpoints, apiUrl: 'http://localhost:1/' })).toBeNull();
  });
});

test.each([
  ['nobody has signed in', { state: 'signedOut', identity: null }, true],
  ['somebody signed out', { state: 'signedOut', identity: { userId: 'u1' } }, false],
  ['signed in, though Amazon does not say who', { state: 'signedIn', identity: null }, false],
] as const)('a draft: %s', (_, connection, expected) => {
  expect(isDraft({ kind: 'amazon', ...connection }, false)).toBe(expected);
  expect(isDraft({ kind: 'sandbox', ...connection }, false)).toBe(false);
  // Accounts were read through it: somebody has signed in, even where Amazon didn't say who.
  expect(isDraft({ kind: 'amazon', ...connection }, true)).toBe(false);
});
