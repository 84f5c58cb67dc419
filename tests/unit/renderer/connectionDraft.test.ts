import { describe, expect, test } from 'vitest';
import {
  checkChange,
  checkNewConnection,
  newConnection,
  type ConnectionDraft,
} from '../../../renderer/features/connections/connectionDraft';
import { matching } from '../../support/fixtures/matching';

const good: ConnectionDraft = { ...newConnection, label: ' Agency ', region: 'eu', clientId: 'client' };
const noEndpoints = newConnection.endpoints;

describe('a new connection', () => {
  test('needs a name, a region and a client ID, each told at its field', () => {
    const { value, errors } = checkNewConnection(newConnection);
    expect(value).toBeNull();
    expect(errors).toEqual({
      label: matching(/name/),
      region: matching(/region/),
      clientId: matching(/client ID/),
    });
  });

  test('without a secret and custom endpoints hands over neither', () => {
    expect(checkNewConnection(good).value).toEqual({
      label: 'Agency',
      region: 'eu',
      clientId: 'client',
      returnPort: 8710,
    });
  });

  test.each(['', 'abc', '80', '65536', '87.5', '-1'])('refuses %j as a return port', (returnPort) => {
    expect(checkNewConnection({ ...good, returnPort }).errors).toEqual({
      returnPort: matching(/1024 to 65535/),
    });
  });

  test('refuses endpoints that are neither https nor on this computer, and half a set', () => {
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
