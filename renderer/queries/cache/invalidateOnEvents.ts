import type { QueryClient } from '@tanstack/react-query';
import { topics, type Area, type Topic } from '../../../shared/bridge/channels';
import { coalesce } from '../../../shared/util/coalesce';

/**
 * Which answers an event makes old. An invitation that came or went changes its account's count and its batch's, an
 * operation its batch's; with a connection go its accounts, and their invitations from the list of all.
 */
const areasOf: Record<Topic, readonly Area[]> = {
  'connections.changed': ['connections', 'accounts', 'invitations', 'redeem'],
  'accounts.changed': ['accounts', 'people'],
  'invitations.changed': ['invitations', 'accounts', 'batches', 'people'],
  'members.changed': ['members', 'people'],
  'operations.changed': ['outbox', 'activity', 'batches', 'people'],
  'redeem.changed': ['redeem'],
  'batches.changed': ['batches', 'people'],
  'settings.changed': ['settings'],
  'app.changed': ['app'],
};

/** The rows of a batch say what their invitations are by now, and are followed with the journal. */
const partsOf: Partial<Record<Topic, readonly (readonly string[])[]>> = {
  'invitations.changed': [
    ['outbox', 'batchStatuses'],
    ['outbox', 'batchReport'],
  ],
};

/** While changes go out, events come many times a second; what is on screen is asked for at most this often (ms). */
const askAgainEveryMs = 250;

/** Asks again for what is on screen when main says that something changed. Every query key starts with its area. */
export function invalidateOnEvents(client: QueryClient): void {
  for (const topic of topics) {
    const askAgain = coalesce(async () => {
      const keys = [...areasOf[topic].map((area) => [area]), ...(partsOf[topic] ?? [])];
      await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
    }, askAgainEveryMs);
    window.amc.events.on(topic, askAgain);
  }
}
