import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { invalidateOnEvents } from '../../../../renderer/queries/cache/invalidateOnEvents';
import type { Area, Topic } from '../../../../shared/bridge/channels';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Which areas of the page's answers are outdated after main reported a change. */
function oldAfter(topic: Topic): readonly Area[] {
  const listeners = new Map<Topic, () => void>();
  vi.stubGlobal('window', {
    amc: { events: { on: (name: Topic, listener: () => void) => listeners.set(name, listener) } },
  });
  const client = new QueryClient();
  const areas: readonly Area[] = ['connections', 'accounts', 'invitations', 'outbox', 'redeem', 'batches'];
  for (const area of areas) client.setQueryData([area, 'list'], []);
  invalidateOnEvents(client);
  listeners.get(topic)?.();
  const old = areas.filter((area) => client.getQueryState([area, 'list'])?.isInvalidated === true);
  client.clear();
  return old;
}

describe('data on screen is requested again', () => {
  test('when a connection was removed, along with its accounts and their invitations', () => {
    expect(oldAfter('connections.changed')).toEqual(['connections', 'accounts', 'invitations', 'redeem']);
  });

  test('when invitations changed, along with the counts of their accounts and the states of batch rows', () => {
    expect(oldAfter('invitations.changed')).toEqual(['accounts', 'invitations', 'batches']);
  });
});
