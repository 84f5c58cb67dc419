/**
 * The open claim on a person. $1: realm, $2: account, $3: kind of key, $4: key, $5: how long Amazon may still carry out a call after
 * its app ended, in ms. `waitMs`: for how much longer nothing can be known; 0 or less: it can. An app that is silent for ten minutes
 * counts as gone, as in the policy `adopted`.
 */
export const openClaimSql = `
  SELECT claims.id::text AS "claimId", coalesce(display_name, holder) AS colleague, holder = session_user AS "isOwn", kind, role,
    claims.state, claims.installation_id::text AS "installationId",
    (extract(epoch FROM claimed_at) * 1000)::float8 AS "claimedAt",
    starts.start_id IS NOT NULL AND starts.ended_at IS NULL AND starts.seen_at > now() - interval '10 minutes' AS "isRunning",
    (extract(epoch FROM greatest(
      CASE WHEN starts.ended_at IS NULL THEN starts.seen_at + interval '10 minutes' ELSE starts.ended_at + late END,
      coalesce(claims.settled_at, claims.claimed_at) + late) - now()) * 1000)::float8 AS "waitMs"
  FROM amc.claims LEFT JOIN amc.starts USING (start_id) LEFT JOIN amc.members ON members.login = holder,
    (SELECT $5::float8 * interval '1 millisecond' AS late) AS lag
  WHERE realm = $1 AND account_id = $2 AND key_kind = $3 AND who = $4 AND state IN ('claimed', 'sending', 'inDoubt')`;

/** Settles another app's claim. The store lets it only in this start's turn. $1: claim, $2: state, $3: invitation. */
export const adoptSql = `
  UPDATE amc.claims SET state = $2, invitation_id = $3
  WHERE id = $1 AND state IN ('sending', 'inDoubt') RETURNING 1`;

/** Claims that somebody else settled than who made them. $1: claims. */
export const settledByOthersSql = `
  SELECT id::text AS "claimId", state, coalesce(display_name, settled_by) AS colleague, invitation_id AS "invitationId",
    (extract(epoch FROM settled_at) * 1000)::float8 AS at
  FROM amc.claims LEFT JOIN amc.members ON login = settled_by
  WHERE id = ANY ($1::uuid[]) AND state IN ('done', 'failed') AND settled_by <> holder`;
