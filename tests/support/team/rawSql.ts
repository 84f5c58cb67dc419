import { randomUUID } from 'node:crypto';
import type pg from 'pg';

// What somebody does who has a login of the team and speaks SQL instead of using the app.

export const realm = 'https://advertising-api.amazon.com';

/** PostgreSQL's codes of what a statement may be refused with (its appendix A). */
export const refusal = {
  right: '42501',
  rule: '23514',
  turnOver: '40001',
  unique: '23505',
  rowSecurityOff: '42501',
} as const;

/** @returns PostgreSQL's code if the statement was refused, otherwise how many rows it changed or answered */
export async function outcome(
  client: pg.Client,
  sql: string,
  values: readonly unknown[] = [],
): Promise<string | number> {
  try {
    return (await client.query(sql, [...values])).rowCount ?? 0;
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string') return thrown.code;
    throw thrown;
  }
}

/** The first column of the only row. */
export async function valueOf(
  client: pg.Client,
  sql: string,
  values: readonly unknown[] = [],
): Promise<unknown> {
  const { rows } = await client.query<unknown[]>({ text: sql, values: [...values], rowMode: 'array' });
  return rows[0]?.[0];
}

export interface RawStart {
  readonly client: pg.Client;
  readonly startId: string;
  readonly installationId: string;
}

/** Begins a start, as the app does. */
export async function beginRawStart(client: pg.Client, installationId = randomUUID()): Promise<RawStart> {
  const startId = randomUUID();
  await client.query(
    `INSERT INTO amc.starts (start_id, installation_id, program_version) VALUES ($1, $2, '0.0.0')`,
    [startId, installationId],
  );
  return { client, startId, installationId };
}

const takeTurn = `
  INSERT INTO amc.turns AS turns (realm, account_id, start_id, until, total)
  VALUES ($1, $2, $3, now() + interval '2 minutes', 1)
  ON CONFLICT (realm, account_id) DO UPDATE SET fence = turns.fence + 1, start_id = excluded.start_id,
    holder = session_user, until = excluded.until
  RETURNING fence`;

/** @returns the turn's fence */
export const takeRawTurn = ({ client, startId }: RawStart, account: string): Promise<unknown> =>
  valueOf(client, takeTurn, [realm, account, startId]);

/** @returns 1, or PostgreSQL's code */
export const tryTurn = ({ client, startId }: RawStart, account: string): Promise<string | number> =>
  outcome(client, takeTurn, [realm, account, startId]);

/** Ends a turn before its time, as the app does when its run is done. */
export const leaveRawTurn = ({ client, startId }: RawStart, account: string): Promise<string | number> =>
  outcome(client, 'UPDATE amc.turns SET until = now() WHERE account_id = $1 AND start_id = $2', [
    account,
    startId,
  ]);

export interface RawClaim {
  readonly account: string;
  readonly who: string;
  readonly fence: unknown;
  readonly id?: string;
  readonly generation?: number;
}

/** Claims the invitation of a person. @returns 1, or PostgreSQL's code */
export const claimRaw = (
  { client, startId, installationId }: RawStart,
  { account, who, fence, id = randomUUID(), generation = 1 }: RawClaim,
): Promise<string | number> =>
  outcome(
    client,
    `INSERT INTO amc.claims (id, realm, account_id, kind, key_kind, who, generation, role, start_id, installation_id, fence)
     VALUES ($1, $2, $3, 'create', 'address', $4, $5, 'VIEWER', $6, $7, $8)`,
    [id, realm, account, who, generation, startId, installationId, fence],
  );

/** @returns 1, 0 if nothing changed, or PostgreSQL's code */
export const setState = (client: pg.Client, who: string, state: string): Promise<string | number> =>
  outcome(client, 'UPDATE amc.claims SET state = $2 WHERE who = $1', [who, state]);

export interface RawFact {
  readonly account: string;
  readonly person?: string;
  readonly userId?: string;
  readonly kind?: string;
  readonly id?: string;
  readonly body?: object;
  /** By default the start's own. */
  readonly installationId?: string;
}

/** Adds a fact, as the app does. @returns 1, or PostgreSQL's code */
export const addRawFact = (
  { client, installationId }: RawStart,
  { account, person, userId, kind = 'activity', id = randomUUID(), body = {}, ...other }: RawFact,
): Promise<string | number> =>
  outcome(
    client,
    `INSERT INTO amc.facts (fact_id, kind, realm, account_id, person, user_id, at, body, installation_id)
     VALUES ($1, $2, $3, $4, $5, $6, now(), $7, $8)`,
    [
      ...[id, kind, account === '' ? '' : realm, account, person ?? null, userId ?? null],
      ...[JSON.stringify(body), other.installationId ?? installationId],
    ],
  );
