import { describe, expect, test } from 'vitest';
import {
  filterOptions,
  filterProperties,
} from '../../../../renderer/features/invitations/filter/filterProperties';
import type { InvitationFilter } from '../../../../shared/navigation/invitationFilter';
import type { Connection } from '../../../../shared/domain/connection/connection';

const connection = (connectionId: string, label: string): Connection => ({
  connectionId,
  kind: 'amazon',
  label,
  region: 'eu',
  clientId: 'client',
  hasClientSecret: false,
  returnPort: 8710,
  returnUrl: 'http://localhost:8710/callback',
  endpoints: null,
  realm: 'amazon',
  state: 'signedIn',
  identity: null,
  identityConfirmed: false,
  pendingSignIn: null,
});
const dana = connection('c-1', 'Dana');
const priya = connection('c-2', 'Priya');

describe('filtering by connection', () => {
  const keys = (connections: readonly Connection[], filter: InvitationFilter = {}): readonly string[] =>
    filterProperties({ accounts: [], connections, groups: [] }, filter).map(({ key }) => key);
  const offered = (connections: readonly Connection[]): readonly (string | undefined)[] =>
    filterOptions({ accounts: [], connections, groups: [] }, {}, [])
      .filter(({ propertyKey }) => propertyKey === 'connection')
      .map(({ label }) => label);

  test('is offered by name if there are several', () => {
    expect(keys([dana, priya])).toContain('connection');
    expect(offered([dana, priya])).toEqual(['Dana', 'Priya']);
  });

  test('is not offered if there is only one, except to remove it', () => {
    expect(keys([dana])).not.toContain('connection');
    expect(keys([])).not.toContain('connection');
    expect(keys([dana], { connections: ['c-2'] })).toContain('connection');
  });
});

describe('filtering by group', () => {
  const keys = (names: readonly string[], filter: InvitationFilter = {}): readonly string[] =>
    filterProperties(scopes(names), filter).map(({ key }) => key);
  const scopes = (names: readonly string[]) => ({
    ...{ accounts: [], connections: [] },
    groups: names.map((name) => ({ groupId: `id of ${name}`, name })),
  });

  test('is offered by name as soon as there is one', () => {
    expect(keys([])).not.toContain('group');
    expect(keys(['Acme'])).toContain('group');
    expect(filterOptions(scopes(['Acme']), {}, [])).toContainEqual({
      ...{ propertyKey: 'group', value: 'id of Acme', label: 'Acme' },
    });
  });

  test('can be removed after the last group was deleted', () => {
    expect(keys([], { groups: ['g-1'] })).toContain('group');
  });
});
