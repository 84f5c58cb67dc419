import type { TypingRule } from '../../shared/domain/outbox/agreement';
import type { Members } from '../access/members/members';
import type { Access } from '../access/types';
import type { AccessDeps } from '../access/types';
import type { Activity, Actor } from '../activity/activity';
import type { Clock, Pace } from '../amazonAds/pacing/pace';
import type { Paces } from '../amazonAds/pacing/paces';
import type { AccountTurns } from './sending/turns/accountTurns';
import type { AccountAccess } from './journal/append';
import type { DiskRoom } from '../storage/writeWhenDiskHasRoom';

export interface OutboxDeps extends Pick<AccessDeps, 'db' | 'clientOf' | 'changed'>, Clock {
  /** When the calls of each connection may be sent; shared with everything else that calls Amazon through it. */
  readonly paces: Paces;
  readonly activity: Activity;
  /** The current user of a connection. Throws if there is no such connection. */
  readonly actorOf: (connectionId: string) => Actor;
  /** Reads an account's pending list, before its first change and after it. */
  readonly access: Pick<Access, 'readPending' | 'amazonsState' | 'usersNow' | 'onRefreshed'>;
  /** Reads an account's members, before they are changed and after a lost answer. */
  readonly members: Pick<Members, 'readForChange'>;
  /** The accounts in which colleagues have to be asked, if there is a team. */
  readonly turns: AccountTurns;
  /** The number of changes from which it has to be typed, as currently set. */
  readonly typingRule: () => TypingRule;
}

export interface LaneDeps extends OutboxDeps {
  readonly room: DiskRoom;
  /** Aborted when the app quits: no more calls begin. */
  readonly ending: AbortSignal;
  /** Called when calls to this account ended in doubt. */
  readonly doubted: (access: AccountAccess) => void;
  /** When an account may be tried again if the problem is its own. */
  readonly paceOfAccount: (access: AccountAccess) => Pace;
}
