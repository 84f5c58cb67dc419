import type { Database } from '../storage/database';

interface Redeeming {
  readonly realm: string;
  readonly invitationId: string;
  /** The signed-in person, as the activity record names the actor. */
  readonly actor: string;
}

/** When our record says that this person redeemed this invitation, ms since 1970; null if it doesn't. */
export function redeemedBefore(db: Database, { realm, invitationId, actor }: Redeeming): number | null {
  // A user whom Amazon doesn't name could be anybody.
  if (actor === 'unknown') return null;
  const { at } = db
    .prepare(
      `SELECT min(at) AS at FROM activity
       WHERE invitation_id = ? AND action = 'redeem' AND result = 'done' AND realm = ? AND actor = ?`,
    )
    .get(invitationId, realm, actor) as { readonly at: number | null };
  return at;
}
