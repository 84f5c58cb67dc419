import type { Invitation, TimelineEntry } from '../../../shared/domain/invitation/invitation';
import { mailboxKey } from '../../../shared/domain/invitation/person';
import type { Database } from '../../storage/database';

/**
 * What colleagues' apps did with an invitation, and states in which they found it and this one didn't. Shown beside this app's own
 * history, with its source; nothing is concluded from it.
 */
export function fromColleagues(
  db: Database,
  { realm, accountId, invitationId, emailAddress, state }: Invitation,
): TimelineEntry[] {
  const rows = db
    .prepare(
      `SELECT at, kind, what, outcome, body ->> 'actor' AS actor, body ->> 'detail' AS detail, author_name AS name,
         learned_at AS learnedAt
       FROM team_facts
       WHERE person = ? AND kind IN ('activity', 'invitation') AND realm = ? AND account_id = ? AND body ->> 'invitationId' = ?
         AND (kind = 'activity' AND what IN ('create', 'resend', 'revoke', 'redeem', 'addToInstances', 'takeBackInstances')
           OR kind = 'invitation' AND what NOT IN ('pending', ?)) ORDER BY at, number`,
    )
    .all(mailboxKey(emailAddress), realm, accountId, invitationId, state) as unknown as readonly Row[];
  return rows.map(({ at, kind, what, outcome, actor, detail, name, learnedAt }) => {
    const isState = kind === 'invitation';
    return {
      ...{ at, detail, origin: null, runId: null },
      what: isState ? 'state' : (what as TimelineEntry['what']),
      result: isState ? null : (outcome as TimelineEntry['result']),
      by: actor,
      colleague: { name, learnedAt, state: isState ? (what as Invitation['state']) : null },
    };
  });
}

interface Row {
  readonly at: number;
  readonly kind: 'activity' | 'invitation';
  readonly what: string;
  readonly outcome: string | null;
  readonly actor: string | null;
  readonly detail: string | null;
  readonly name: string;
  readonly learnedAt: number;
}
