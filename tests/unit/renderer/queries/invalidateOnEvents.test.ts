import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { invalidateOnEvents } from '../../../../renderer/queries/cache/invalidateOnEvents';
import type { Area, Topic } from '../../../../shared/bridge/channels';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

interface Page {
  readonly client: QueryClient;
  /** As if main reported a change. */
  readonly report: (topic: Topic) => void;
}

function page(): Page {
  const listeners = new Map<Topic, () => void>();
  vi.stubGlobal('window', {
    amc: { events: { on: (name: Topic, listener: () => void) => listeners.set(name, listener) } },
  });
  const client = new QueryClient();
  invalidateOnEvents(client);
  return { client, report: (topic) => listeners.get(topic)?.() };
}

/** Which areas of the page's answers are outdated after main reported a change. */
function oldAfter(topic: Topic): readonly Area[] {
  const { client, report } = page();
  const areas: readonly Area[] = ['connections', 'accounts', 'invitations', 'outbox', 'redeem', 'batches'];
  for (const area of areas) client.setQueryData([area, 'list'], []);
  report(topic);
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

test('while people are read, their list follows at once, what covers everybody and every account every two seconds', async () => {
  vi.useFakeTimers();
  const { client, report } = page();
  const outdated: string[] = [];
  const parts = ['list', 'cells'];
  const answer = (): void => {
    for (const part of parts) client.setQueryData(['people', part], []);
  };
  const look = (): void => {
    outdated.push(
      parts.filter((part) => client.getQueryState(['people', part])?.isInvalidated === true).join(' '),
    );
  };
  answer();
  for (let quarter = 0; quarter < 9; quarter += 1) {
    report('members.changed');
    await vi.advanceTimersByTimeAsync(250);
    look();
    answer();
  }
  expect(outdated).toEqual([
    'list cells',
    'list',
    'list',
    'list',
    'list',
    'list',
    'list',
    'list cells',
    'list',
  ]);
  // The last change is never missed.
  await vi.advanceTimersByTimeAsync(2_000);
  look();
  expect(outdated.at(-1)).toBe('cells');
  client.clear();
});
