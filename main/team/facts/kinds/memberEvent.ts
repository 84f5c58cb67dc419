import { z } from 'zod';
import { memberEvents, memberScope } from '../../../../shared/domain/member/member';
import { bounded, shortened, shortenedOrNull } from './bounded';
import { countAfter, rowsAfter, type NumberedSource } from './numberedSource';
import type { SharedKind } from './sharedKind';

/** What a colleague's reading of Amazon's lists showed about a member. */
export const memberEventBody = z.object({
  event: z.enum(memberEvents),
  scope: memberScope,
  role: bounded(100).nullable(),
  /** The scope or role that it replaced. */
  before: bounded(100).nullable(),
  /** As Amazon lists the address; empty where it lists none. */
  maskedEmail: bounded(320),
});
export type MemberEventBody = z.infer<typeof memberEventBody>;

const source: NumberedSource = { from: 'FROM member_history', number: 'entry' };

/** What happened to members of an account, as Amazon's lists showed it. */
export const memberEventKind: SharedKind<MemberEventBody> = {
  kind: 'memberEvent',
  body: memberEventBody,
  outgoing(db, from, after, limit) {
    const { rows, upTo } = rowsAfter(db, source, columns, { source: from, after, limit });
    const facts = (rows as readonly Row[]).map(
      ({ entryId, at, userId, event, scope, role, before, maskedEmail }) => ({
        ...{ factId: entryId, at, person: null, userId },
        body: {
          ...{ event, scope, role: shortenedOrNull(role, 100), before: shortenedOrNull(before, 100) },
          maskedEmail: shortened(maskedEmail, 320),
        } satisfies MemberEventBody,
      }),
    );
    return { facts, upTo };
  },
  waiting: (db) => countAfter(db, source, 'memberEvent'),
  columns: ({ event }) => ({ what: event, outcome: null }),
};

interface Row extends MemberEventBody {
  readonly number: number;
  readonly entryId: string;
  readonly at: number;
  readonly userId: string;
}

const columns = `entry_id AS entryId, at, user_id AS userId, event, scope, role, before,
  (SELECT masked_email FROM members WHERE members.realm = member_history.realm
     AND members.account_id = member_history.account_id AND members.user_id = member_history.user_id) AS maskedEmail`;
