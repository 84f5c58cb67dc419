import type { QueryClient } from '@tanstack/react-query';
import { topics, type Area, type Topic } from '../../../shared/bridge/channels';
import { coalesce } from '../../../shared/util/coalesce';

/**
 * Which answers an event makes old. An invitation that came or went changes its account's count, an operation its
 * batch's; with a connection go its accounts, and their invitations from the list of all.
 */
const areasOf: Record<Topic, readonly Area[]> = {
  'connections.changed': ['connections', 'accounts', 'invitations', 'redeem'],
  'accounts.changed': ['accounts'],
  'invitations.changed': ['invitations', 'accounts'],
  'members.changed': ['members'],
  'operations.changed': ['outbox', 'activity', 'batches'],
  'redeem.changed': ['redeem'],
  'batches.changed': ['batches'],
  'settings.changed': ['settings'],
  'app.changed': ['app'],
};

/** While changes go out, events come many times a second; what is on screen is asked for at most this often (ms). */
const askAgainEveryMs = 250;

/** Asks again for what is on screen when main says that something changed. Every query key starts with its area. */
export function invalidateOnEvents(client: QueryClient): void {
  for (const topic of topics) {
    const askAgain = coalesce(async () => {
      await Promise.all(areasOf[topic].map((area) => client.invalidateQueries({ queryKey: [area] })));
    }, askAgainEveryMs);
    window.amc.events.on(topic, askAgain);
  }
}
