import type { QueryClient } from '@tanstack/react-query';
import { topics, type Area, type Topic } from '../../shared/channels';

/** Which answers an event makes old. An invitation that came or went also changes its account's count. */
const areasOf: Record<Topic, readonly Area[]> = {
  'connections.changed': ['connections', 'accounts'],
  'accounts.changed': ['accounts'],
  'invitations.changed': ['invitations', 'accounts'],
  'operations.changed': ['outbox'],
  'settings.changed': ['settings'],
  'app.changed': ['app'],
};

/** Asks again for what is on screen when main says that something changed. Every query key starts with its area. */
export function followEvents(client: QueryClient): void {
  for (const topic of topics) {
    window.amc.events.on(topic, () => {
      for (const area of areasOf[topic]) void client.invalidateQueries({ queryKey: [area] });
    });
  }
}
