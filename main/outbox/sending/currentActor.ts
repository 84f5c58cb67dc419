import type { Actor } from '../../activity/activity';
import type { OutboxDeps } from '../deps';

/** The current user of a connection. If the connection was removed in the meantime, the record must still get its entry. */
export function currentActor({ actorOf }: Pick<OutboxDeps, 'actorOf'>, connectionId: string): Actor {
  try {
    return actorOf(connectionId);
  } catch {
    return { connectionLabel: connectionId, actor: 'unknown' };
  }
}
