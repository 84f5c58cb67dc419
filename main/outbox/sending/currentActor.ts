import type { Actor } from '../../activity/activity';
import type { OutboxDeps } from '../deps';

/** Who a connection acts as. A connection removed in the meantime must not cost the record its entry. */
export function currentActor({ actorOf }: Pick<OutboxDeps, 'actorOf'>, connectionId: string): Actor {
  try {
    return actorOf(connectionId);
  } catch {
    return { connectionLabel: connectionId, actor: 'unknown' };
  }
}
