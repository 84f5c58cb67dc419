import type { Database } from '../storage/database';

interface Redeeming {
  readonly realm: string;
  readonly invitationId: string;
  /** As the record names who acts: the signed-in person. */
  readonly actor: string;
}

/** When our record says that this person redeemed this invitation, ms since 1970; null where it does not. */
export function redeemedBefore(db: Database, { realm, invitationId, actor }: Redeeming): number | null {
  // Whom Amazon does not name may be anybody.
  if (actor === 'unknown') return null;
  const { at } = db
    .prepare(
      `SELECT min(at) AS at FROM activity
       WHERE invitation_id = ? AND action = 'redeem' AND result = 'done' AND realm = ? AND actor = ?`,
    )
    .get(invitationId, realm, actor) as { readonly at: number | null };
  return at;
}
