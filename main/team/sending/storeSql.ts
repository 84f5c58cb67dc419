/** A turn's length, from a parameter in ms. */
const lasts = (parameter: string): string => `${parameter}::float8 * interval '1 millisecond'`;

/** For statements about claims: this start still counts. $1: the start. */
const startCounts = 'EXISTS (SELECT 1 FROM amc.starts WHERE start_id = $1 AND ended_at IS NULL)';

/**
 * Takes or renews a turn. $1: the start, $2: realm, $3: account, $4: sent, $5: total, $6: how long it
 * lasts unless it is renewed, in ms.
 * @returns one row { fence, since } if it is this start's, `since` when by the store's clock; none if it is another's, or this start
 * no longer counts
 */
export const takeTurnSql = `
  INSERT INTO amc.turns AS turns (realm, account_id, start_id, until, total)
  SELECT $2, $3, $1, now() + ${lasts('$6')}, $5::integer WHERE ${startCounts}
  ON CONFLICT (realm, account_id) DO UPDATE SET
    fence = turns.fence + CASE WHEN turns.start_id = excluded.start_id AND turns.until > now() THEN 0 ELSE 1 END,
    start_id = excluded.start_id, holder = session_user, until = excluded.until, sent = $4::integer, total = excluded.total
  WHERE turns.start_id = excluded.start_id OR turns.until <= now()
  RETURNING fence::text AS fence, now()::text AS since`;

/**
 * Keeps a turn while it lasts; never takes it back, however late it arrives. $1: the start, $2: realm, $3: account, $4: fence,
 * $5: how long it lasts from now, in ms. @returns a row if it is kept
 */
export const keepTurnSql = `
  UPDATE amc.turns SET until = now() + ${lasts('$5')}
  WHERE realm = $2 AND account_id = $3 AND start_id = $1 AND fence = $4::bigint AND until > now() AND ${startCounts}
  RETURNING 1`;

/** Whose turn it is. $1: realm, $2: account. */
export const turnOfSql = `
  SELECT coalesce(display_name, holder) AS name, holder = session_user AS "isOwn", sent, total
  FROM amc.turns LEFT JOIN amc.members ON login = holder
  WHERE realm = $1 AND account_id = $2 AND until > now()`;

/** Frees what was claimed in earlier turns and can't be sent any longer. $1: realm, $2: account, $3: the turn's fence. */
export const freeOutdatedSql = `
  UPDATE amc.claims SET state = 'released'
  WHERE realm = $1 AND account_id = $2 AND state = 'claimed' AND fence < $3::bigint`;

/**
 * Claims people, in the order of their keys so that two desktops never wait for each other, and renews the turn.
 * $1: the start, $2: realm, $3: account, $4: fence, $5: installation, $6: IDs, $7: kinds, $8: kinds of keys, $9: keys,
 * $10: generations, $11: roles, $12: sent, $13: total, $14: how long the turn lasts, in ms, $15: the invitations that were revoked
 * for these, whose own generation counts as known, or null.
 * @returns one row: whether the turn holds, and the claims that were made or are this start's already
 */
export const claimSql = `
  WITH held AS (
    UPDATE amc.turns SET until = now() + ${lasts('$14')}, sent = $12::integer, total = $13::integer
    WHERE realm = $2 AND account_id = $3 AND start_id = $1 AND fence = $4::bigint AND until > now() AND ${startCounts}
    RETURNING 1
  ), asked AS (
    SELECT * FROM unnest($6::uuid[], $7::text[], $8::text[], $9::text[], $10::integer[], $11::text[], $15::text[])
      AS asked (id, kind, key_kind, who, generation, role, revoked)
  ), made AS (
    INSERT INTO amc.claims (id, realm, account_id, kind, key_kind, who, generation, role, start_id, installation_id, fence)
    SELECT id, $2, $3, kind, key_kind, who,
      greatest(generation, 1 + (SELECT coalesce(max(earlier.generation), 0) FROM amc.claims AS earlier
        WHERE earlier.realm = $2 AND earlier.account_id = $3 AND earlier.who = asked.who AND earlier.kind = 'create'
          AND earlier.state = 'done' AND earlier.invitation_id = asked.revoked)),
      role, $1, $5, $4::bigint
    FROM asked WHERE EXISTS (SELECT 1 FROM held)
    ORDER BY who
    ON CONFLICT DO NOTHING
    RETURNING id, generation
  )
  SELECT EXISTS (SELECT 1 FROM held) AS held,
    coalesce((SELECT json_agg(json_build_object('id', id, 'generation', generation)) FROM made), '[]') AS made`;

/**
 * What keeps people from being claimed. $1: realm, $2: account, $3: IDs asked for, $4: kinds of keys, $5: keys,
 * $6: generations.
 */
export const obstaclesSql = `
  SELECT asked.id AS "requestedId", claims.id AS "claimId", claims.state, claims.kind, claims.start_id AS "startId",
    claims.generation, coalesce(display_name, holder) AS name, holder = session_user AS "isOwn",
    (extract(epoch FROM coalesce(settled_at, claimed_at)) * 1000)::float8 AS at
  FROM unnest($3::uuid[], $4::text[], $5::text[], $6::integer[]) AS asked (id, key_kind, who, generation)
  JOIN amc.claims ON claims.realm = $1 AND claims.account_id = $2 AND claims.key_kind = asked.key_kind
    AND claims.who = asked.who
    AND (claims.state IN ('claimed', 'sending', 'inDoubt')
      OR (claims.kind = 'create' AND claims.state = 'done' AND claims.generation >= asked.generation))
  LEFT JOIN amc.members ON login = holder
  ORDER BY claims.generation`;

/**
 * The compare-and-set before a call: all of its claims, or none. Only the start that claimed can do it, and repeat it. Nor
 * is any confirmed if a colleague's change of the same member was reported since the turn began: that call outlived its own turn, and
 * the members may have been read before it arrived.
 * $1: the start, $2: realm, $3: account, $4: fence, $5: claims, $6: when the turn began, by the store's clock. @returns a row for each claim
 */
export const confirmSendingSql = `
  UPDATE amc.claims SET state = 'sending'
  WHERE id = ANY ($5::uuid[]) AND start_id = $1 AND fence = $4::bigint AND state IN ('claimed', 'sending') AND ${startCounts}
    AND EXISTS (SELECT 1 FROM amc.turns
      WHERE realm = $2 AND account_id = $3 AND start_id = $1 AND fence = $4::bigint AND until > now())
    AND cardinality($5::uuid[]) = (SELECT count(*) FROM amc.claims AS mine
      WHERE mine.id = ANY ($5::uuid[]) AND mine.start_id = $1 AND mine.fence = $4::bigint
        AND mine.state IN ('claimed', 'sending'))
    AND NOT EXISTS (SELECT 1 FROM amc.claims AS mine JOIN amc.claims AS others USING (realm, account_id, key_kind, who)
      WHERE mine.id = ANY ($5::uuid[]) AND key_kind = 'userId' AND others.start_id <> $1
        AND others.state = 'done' AND others.settled_at >= $6::timestamptz)
  RETURNING id`;

/** Ends a turn and frees what was claimed in it but not sent. $1: the start, $2: realm, $3: account, $4: fence. */
export const leaveTurnSql = `
  WITH freed AS (
    UPDATE amc.claims SET state = 'released'
    WHERE realm = $2 AND account_id = $3 AND start_id = $1 AND state = 'claimed' AND fence <= $4::bigint
  )
  UPDATE amc.turns SET until = now() WHERE realm = $2 AND account_id = $3 AND start_id = $1 AND fence = $4::bigint`;

/** Tells how changes ended. What is settled already stays. $1: claims, $2: states, $3: invitations. @returns the claims it settled */
export const reportSql = `
  UPDATE amc.claims SET state = reported.state, invitation_id = coalesce(reported.invitation_id, claims.invitation_id)
  FROM unnest($1::uuid[], $2::text[], $3::text[]) AS reported (id, state, invitation_id)
  WHERE claims.id = reported.id AND holder = session_user AND (claims.state = 'sending'
    OR (claims.state = 'claimed' AND reported.state = 'released') OR (claims.state = 'inDoubt' AND reported.state IN ('done', 'failed')))
  RETURNING claims.id::text AS id`;

/** What was done under claims. $1: settled at or after, ms since 1970; $2: how many at most. */
export const changesSql = `
  SELECT id AS "claimId", realm, account_id AS "accountId", kind, who, generation, role, invitation_id AS "invitationId",
    holder AS colleague, (extract(epoch FROM settled_at) * 1000)::float8 AS "settledAt"
  FROM amc.claims WHERE state = 'done' AND settled_at >= to_timestamp($1::float8 / 1000)
  ORDER BY settled_at, id LIMIT $2`;
