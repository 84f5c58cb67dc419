import {
  linkLifeMs,
  maxLinksWaiting,
  type RedeemOutcome,
  type WaitingLink,
} from '../../../shared/domain/redeem/redeem';
import type { Region } from '../../../shared/domain/connection/region';
import type { Database } from '../../storage/database';
import { waitsNoMore } from '../redeemText';

/** What is stored of a waiting link. Times are ms since 1970. */
export interface StoredLink {
  readonly invitationId: string;
  readonly region: Region | null;
  readonly from: WaitingLink['from'];
  readonly arrivedAt: number;
  /** The connection a person selected. */
  readonly connectionId: string | null;
  readonly outcome: RedeemOutcome | null;
}

/** The links waiting for a person, across restarts, for a day each. */
export interface WaitingLinks {
  /** Newest first. */
  all(): StoredLink[];
  /** @throws CodedError NOT_FOUND if it is no longer waiting */
  require(invitationId: string): StoredLink;
  /** @returns `waits`: it was already waiting, and wasn't changed. `full`: too many are waiting. */
  add(link: Pick<StoredLink, 'invitationId' | 'region' | 'from'>): 'added' | 'waits' | 'full';
  choose(invitationId: string, connectionId: string): void;
  /** The connection it was redeemed through stays with it. Call it inside the transaction that records the redeeming. */
  setOutcome(invitationId: string, outcome: RedeemOutcome, connectionId: string): void;
  remove(invitationId: string): void;
}

export function createWaitingLinks(db: Database, now: () => number): WaitingLinks {
  const all = (): StoredLink[] =>
    db
      .prepare(`${selectLinks} WHERE arrived_at > ? ORDER BY arrived_at DESC, invitation_id`)
      .all(now() - linkLifeMs) as StoredLink[];
  const find = (invitationId: string): StoredLink | undefined =>
    db
      .prepare(`${selectLinks} WHERE invitation_id = ? AND arrived_at > ?`)
      .get(invitationId, now() - linkLifeMs) as StoredLink | undefined;
  const remove = (invitationId: string): void => {
    db.prepare('DELETE FROM redeem_links WHERE invitation_id = ?').run(invitationId);
  };
  return {
    all,
    require(invitationId) {
      const link = find(invitationId);
      if (link === undefined) throw waitsNoMore();
      return link;
    },
    add({ invitationId, region, from }) {
      db.prepare('DELETE FROM redeem_links WHERE arrived_at <= ?').run(now() - linkLifeMs);
      if (find(invitationId) !== undefined) return 'waits';
      const before = all();
      if (before.length >= maxLinksWaiting) {
        // Redeemed links are only shown for a while, and make room.
        const oldestDone = before.findLast(({ outcome }) => outcome !== null);
        if (oldestDone === undefined) return 'full';
        remove(oldestDone.invitationId);
      }
      db.prepare(
        'INSERT INTO redeem_links (invitation_id, region, came_from, arrived_at) VALUES (?, ?, ?, ?)',
      ).run(invitationId, region, from, now());
      return 'added';
    },
    choose(invitationId, connectionId) {
      db.prepare('UPDATE redeem_links SET connection_id = ? WHERE invitation_id = ?').run(
        connectionId,
        invitationId,
      );
    },
    setOutcome(invitationId, outcome, connectionId) {
      db.prepare('UPDATE redeem_links SET outcome = ?, connection_id = ? WHERE invitation_id = ?').run(
        outcome,
        connectionId,
        invitationId,
      );
    },
    remove,
  };
}

const selectLinks = `SELECT invitation_id AS invitationId, region, came_from AS "from", arrived_at AS arrivedAt,
  connection_id AS connectionId, outcome FROM redeem_links`;
