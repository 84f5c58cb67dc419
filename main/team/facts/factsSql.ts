/** A time of the store as whole microseconds since 1970, which is all it has, in decimal digits. */
const micros = (time: string): string => `(extract(epoch FROM ${time}) * 1000000)::bigint::text`;

/** Whether the person logged in may add to history. */
const mayAdd = `(SELECT amc.may('draft') OR amc.may('send'))`;

/**
 * Adds facts; those the store has already stay as they are, and those of accounts that aren't shared, or not seen, are left out.
 * $1: the installation; $2: JSON of the facts. @returns the accounts whose facts the store has now
 */
export const pushSql = `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($2::jsonb) AS given ("factId" uuid, kind text, realm text, "accountId" text, person text,
      "userId" text, at float8, body jsonb)
  ), open AS (
    SELECT DISTINCT given.realm, given."accountId" FROM given
    WHERE ${mayAdd} AND (given."accountId" = '' OR EXISTS (SELECT 1 FROM amc.shared_accounts AS shared
      WHERE shared.realm = given.realm AND shared.account_id = given."accountId"))
  ), added AS (
    INSERT INTO amc.facts (fact_id, kind, realm, account_id, person, user_id, at, body, installation_id)
    SELECT "factId", kind, realm, "accountId", person, "userId", to_timestamp(at / 1000), body, $1
    FROM given JOIN open USING (realm, "accountId")
    ON CONFLICT DO NOTHING
  )
  SELECT realm, "accountId" FROM open`;

/** The store's time, and a digest of the accounts whose facts can be seen. */
export const standSql = `
  SELECT ${micros('clock_timestamp()')} AS now,
    coalesce(md5(string_agg(realm || ' ' || account_id, chr(10) ORDER BY realm, account_id)), '') AS visible
  FROM amc.shared_accounts`;

/** After a place in the order in which the store got them, but not from this installation. $1, $2: the place; $3: installation. */
const news = `(recorded_at, fact_id) > (timestamptz 'epoch' + $1::bigint * interval '1 microsecond', $2::uuid)
  AND installation_id <> $3`;

/** The next facts. $1–$3: as in `news`; $4: how many at most. */
export const pullSql = `
  SELECT fact_id::text AS "factId", kind, realm, account_id AS "accountId", person, user_id AS "userId",
    (extract(epoch FROM at) * 1000)::float8 AS at, body::text AS body, installation_id::text AS "installationId", author,
    left(coalesce(display_name, author), 80) AS "authorName", ${micros('recorded_at')} AS recorded
  FROM amc.facts LEFT JOIN amc.members ON login = author
  WHERE ${news} ORDER BY recorded_at, fact_id LIMIT $4`;

/** How many there are. $1–$3: as in `news`. */
export const countNewsSql = `SELECT count(*)::float8 AS count FROM amc.facts WHERE ${news}`;
