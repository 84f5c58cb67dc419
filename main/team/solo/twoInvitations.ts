import type { z } from 'zod';
import type { Database } from '../../storage/database';
import { prepared } from '../../storage/prepared';
import { listsLagMs } from '../../access/colleagues/colleagueInvitations';
import type { storedSide } from './pullDoubles';

type StoredSide = z.infer<typeof storedSide>;

/** A person in an account; the address in the form of `mailboxKey`. */
interface Place {
  readonly realm: string;
  readonly accountId: string;
  readonly address: string;
}

/**
 * Two changes of which neither knew of the other may name one invitation: the call of one was in doubt, and was settled by what Amazon
 * lists. Then there are two only if this app's own reading knows another one of that time, which no change in the store names. Whose of
 * both it is isn't known.
 * @returns the sides with an invitation each; undefined if Amazon has one, as far as this app knows
 */
export function twoInvitations(
  db: Database,
  place: Place,
  sides: readonly StoredSide[],
): readonly StoredSide[] | undefined {
  const [one, other] = sides;
  if (one === undefined || other === undefined) return undefined;
  if (one.invitationId === null || one.invitationId !== other.invitationId) return sides;
  const invitationId = unnamedOf(db, place, Math.min(one.at, other.at));
  return invitationId === undefined ? undefined : [one, { ...other, invitationId }];
}

/** @param since ms since 1970 */
function unnamedOf(db: Database, { realm, accountId, address }: Place, since: number): string | undefined {
  const row = prepared(
    db,
    `SELECT invitation_id AS invitationId FROM invitations
       WHERE realm = :realm AND account_id = :accountId AND email_address = :address COLLATE NOCASE
         AND state IN ('pending', 'accepted') AND coalesce(created_at, first_seen_at) >= :since
         AND invitation_id NOT IN (SELECT invitation_id FROM team_changes
           WHERE realm = :realm AND account_id = :accountId AND address = :address AND invitation_id IS NOT NULL)
       ORDER BY invitation_id LIMIT 1`,
  ).get({ realm, accountId, address, since: since - listsLagMs }) as
    { readonly invitationId: string } | undefined;
  return row?.invitationId;
}
