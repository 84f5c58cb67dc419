import type { TypingRule } from '../../shared/domain/outbox/agreement';
import type { Access } from '../access/types';
import type { AccessDeps } from '../access/types';
import type { Activity, Actor } from '../activity/activity';
import type { Clock, Pace } from '../amazonAds/pacing/pace';
import type { Paces } from '../amazonAds/pacing/paces';
import type { AccountAccess } from './journal/append';
import type { DiskRoom } from '../storage/writeWhenDiskHasRoom';

export interface OutboxDeps extends Pick<AccessDeps, 'db' | 'clientOf' | 'changed'>, Clock {
  /** When the calls of each connection may go out; shared with whoever else calls Amazon through it. */
  readonly paces: Paces;
  readonly activity: Activity;
  /** Who a connection acts as right now. Throws when there is no such connection. */
  readonly actorOf: (connectionId: string) => Actor;
  /** Reads an account's pending list, before its first change and after it. */
  readonly access: Pick<Access, 'readPending' | 'amazonsState' | 'usersNow' | 'onRefreshed'>;
  /** From how many changes on their number has to be typed, as it is set now. */
  readonly typingRule: () => TypingRule;
}

export interface LaneDeps extends OutboxDeps {
  readonly room: DiskRoom;
  /** Aborted when the program ends: no call begins any more. */
  readonly ending: AbortSignal;
  /** Called when calls of this way ended in doubt. */
  readonly doubted: (access: AccountAccess) => void;
  /** When one account may be asked again whose trouble is its own. */
  readonly paceOfAccount: (access: AccountAccess) => Pace;
}
