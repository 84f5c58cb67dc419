import { DatabaseSync } from '@photostructure/sqlite';
import type { Database } from '../../../main/storage/database';
import type { TeamDouble } from '../../../shared/domain/team/teamDouble';
import type { TeamServer } from '../../support/team/teamServer';
import type { Site } from '../amazon/site';
import { contradictions } from '../inspect/inspect';
import { membersAt } from '../inspect/inspectMembers';
import type { Desktop } from './desktop';
import { claimsFalselyReported, readClaims, type StoreClaim } from './inspectClaims';
import { judgeDoubles, type Invitation } from './inspectDoubles';
import { sentSideBySide } from './inspectStarts';

/** Differences between what the desktops were asked for, what the sandbox has, and what they and the store say; in words. */
export interface TeamFound {
  /** Requested for, and neither done nor refused for a true reason. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly untrue: readonly string[];
  /** What the desktops didn't finish. */
  readonly unfinished: readonly string[];
  readonly people: number;
  readonly members: number;
  readonly operations: number;
  /** How many were refused because a colleague had done it, and how many of these a person repeated explicitly. */
  readonly colleagues: number;
  /** How many of these the store alone knew of. */
  readonly barred: number;
  readonly repeated: number;
  readonly doubts: number;
  readonly sentAgain: number;
  /** Changes that were settled for a colleague whose app was gone. */
  readonly settled: number;
  /** How many people were changed without the store, and how many doubles are listed. */
  readonly solo: number;
  readonly listed: number;
}

export interface TeamAtRest {
  readonly site: Site;
  readonly server: TeamServer;
  readonly desktops: readonly Desktop[];
  readonly copies: readonly Desktop[];
  readonly doubledCalls: readonly string[];
  /** What each desktop lists as invited twice, by name; without a desktop, nobody was asked. */
  readonly listed: ReadonlyMap<string, readonly TeamDouble[]>;
}

interface Judgement {
  readonly lost: string[];
  readonly doubled: string[];
  readonly untrue: string[];
}

/** Compares the sandbox's truth with every desktop and with the store, when nothing works on them any longer. */
export async function inspectTeam(rest: TeamAtRest): Promise<Omit<TeamFound, 'unfinished'>> {
  const { site, server, desktops, copies, doubledCalls, listed } = rest;
  const found: Judgement = { lost: [], doubled: [], untrue: [] };
  const figures = { operations: 0, colleagues: 0, barred: 0, doubts: 0, sentAgain: 0, settled: 0 };
  const claims = await readClaims(server);
  const truth = truthOf(site);
  const [repeats, solo] = [new Set<string>(), new Set<string>()];
  for (const desktop of [...desktops, ...copies]) {
    const db = new DatabaseSync(desktop.file, { readOnly: true });
    try {
      judgeDesktop(db, { desktop, truth, claims, isCopy: copies.includes(desktop) }, found);
      for (const key of repeatedIn(db)) repeats.add(key);
      for (const key of soloIn(db)) solo.add(key);
      const own = figuresOf(db);
      for (const name of Object.keys(figures) as (keyof typeof figures)[]) figures[name] += own[name];
    } finally {
      db.close();
    }
  }
  const doubled = { calls: doubledCalls, repeated: repeats, solo, claims: [...claims.values()], listed };
  judgeDoubles({ ...doubled, invitations: truth.invitations }, found);
  for (const { state, who } of claims.values())
    if (['claimed', 'sending', 'inDoubt'].includes(state))
      found.untrue.push(`the claim on ${who} is still ${state}`);
  found.untrue.push(...(await heldTurns(server)), ...(await sentSideBySide(server)));
  const requests = desktops.flatMap((desktop) => desktop.requests.map(({ ask }) => ask));
  return {
    ...found,
    ...figures,
    people: new Set(
      requests.flatMap((ask) => (ask.kind === 'create' ? ask.invitees.map((each) => each.emailAddress) : [])),
    ).size,
    members: new Set(requests.flatMap((ask) => (ask.kind === 'create' ? [] : ask.userIds))).size,
    repeated: repeats.size,
    solo: solo.size,
    listed: new Set([...listed.values()].flat().map(({ soloId, otherId }) => `${soloId} ${otherId}`)).size,
  };
}

interface Truth {
  readonly invitations: ReadonlyMap<string, readonly Invitation[]>;
  readonly roles: ReadonlyMap<string, string>;
}

const keyOf = (who: string, accountId: string): string => `${who} in ${accountId}`;

function truthOf(site: Site): Truth {
  const rows = site.sandbox.query(
    `SELECT invitation_id AS invitationId, account_id AS accountId, email, state,
       (SELECT count(*) FROM sent_emails WHERE sent_emails.invitation_id = invitations.invitation_id) AS mails
     FROM invitations WHERE user_name GLOB 'Person [0-9]*' ORDER BY position`,
  ) as unknown as (Invitation & { readonly accountId: string; readonly email: string })[];
  const invitations = new Map<string, Invitation[]>();
  for (const row of rows) {
    const key = keyOf(row.email, row.accountId);
    invitations.set(key, [...(invitations.get(key) ?? []), row]);
  }
  const roles = new Map(
    membersAt(site).map(({ userId, accountId, role }) => [keyOf(userId, accountId), role]),
  );
  return { invitations, roles };
}

/** The last operation of everybody whom a desktop was asked to change. */
interface Latest {
  readonly operationId: number;
  readonly kind: string;
  readonly status: string;
  readonly accountId: string;
  readonly who: string;
  readonly role: string;
  readonly invitationId: string | null;
  readonly code: string | null;
  readonly message: string | null;
}

function latestIn(db: Database): Latest[] {
  const rows: unknown = db
    .prepare(
      `SELECT operation_id AS operationId, kind, status, account_id AS accountId, coalesce(user_id, email_address) AS who, role,
         invitation_id AS invitationId, error ->> 'code' AS code, coalesce(error ->> 'details', error ->> 'message') AS message
       FROM operations
       WHERE NOT EXISTS (SELECT 1 FROM operations AS newer WHERE newer.replaces = operations.operation_id)`,
    )
    .all();
  return rows as Latest[];
}

function judgeDesktop(
  db: Database,
  of: {
    readonly desktop: Desktop;
    readonly truth: Truth;
    readonly claims: ReadonlyMap<string, StoreClaim>;
    readonly isCopy: boolean;
  },
  found: Judgement,
): void {
  const { desktop, truth, claims, isCopy } = of;
  const say = (text: string): string => `${desktop.name}: ${text}`;
  const latest = latestIn(db);
  const known = new Map(latest.map((each) => [`${each.kind} ${keyOf(each.who, each.accountId)}`, each]));
  for (const { ask, state } of desktop.requests) {
    const everybody = ask.kind === 'create' ? ask.invitees.map((each) => each.emailAddress) : ask.userIds;
    for (const who of everybody) {
      const key = keyOf(who, ask.accountId);
      if (known.has(`${ask.kind} ${key}`)) continue;
      // Of members the product leaves out, when it is asked, who is gone or has the role already.
      const role = ask.kind === 'setRole' ? ask.role : null;
      const isSo = ask.kind !== 'create' && isSoNow(truth, key, role);
      if (!isSo) found.lost.push(say(`${ask.kind} ${key} is not in the journal (${state})`));
    }
  }
  for (const each of latest) {
    const key = keyOf(each.who, each.accountId);
    const text = `${each.kind} ${key} is ${each.status} ${each.code ?? ''} ${each.message ?? ''}`;
    const verdict = verdictOn(each, key, truth);
    if (verdict !== null) found[verdict].push(say(text));
  }
  found.untrue.push(...contradictions(db).map(say), ...claimsFalselyReported(db, claims, isCopy).map(say));
}

const isSoNow = ({ roles }: Truth, key: string, role: string | null): boolean => {
  const now = roles.get(key);
  return role === null ? now === undefined : now === undefined || now === role;
};

/** What is wrong with what the journal says about one person; null: nothing. */
function verdictOn(each: Latest, key: string, truth: Truth): 'lost' | 'untrue' | null {
  const { kind, status, code, message, invitationId, role } = each;
  const invited = truth.invitations.get(key) ?? [];
  if (kind === 'create') {
    if (status === 'done') {
      const isTrue = invited.some((row) => row.invitationId === invitationId);
      return isTrue || (invitationId === null && invited.length > 0) ? null : 'untrue';
    }
    const saysInvited = code === 'ALREADY_INVITED' || message?.includes('ALREADY_INVITED') === true;
    if (!saysInvited) return 'lost';
    return invited.length > 0 ? null : 'untrue';
  }
  const wanted = kind === 'setRole' ? role : null;
  const saysSo = status === 'done' || code === 'ALREADY_DONE' || message?.includes('USER_NOT_FOUND') === true;
  if (!saysSo) return 'lost';
  return isSoNow(truth, key, wanted) ? null : 'untrue';
}

const soloIn = (db: Database): string[] =>
  (
    db
      .prepare(
        `SELECT DISTINCT coalesce(user_id, email_address) || ' in ' || account_id AS key FROM operations
         WHERE solo_reason IS NOT NULL`,
      )
      .all() as { readonly key: string }[]
  ).map(({ key }) => key);

/** Invitations that a person repeated after a refusal said that a colleague had made them. */
const repeatedIn = (db: Database): string[] =>
  (
    db
      .prepare(
        `SELECT DISTINCT newer.email_address || ' in ' || newer.account_id AS key FROM operations AS newer
         JOIN operations AS older ON older.operation_id = newer.replaces
         WHERE newer.kind = 'create' AND older.error ->> 'code' = 'ALREADY_INVITED'`,
      )
      .all() as { readonly key: string }[]
  ).map(({ key }) => key);

function figuresOf(
  db: Database,
): Pick<TeamFound, 'operations' | 'colleagues' | 'barred' | 'doubts' | 'sentAgain' | 'settled'> {
  return db
    .prepare(
      `SELECT count(*) AS operations,
         count(*) FILTER (WHERE error ->> 'code' IN ('ALREADY_INVITED', 'ALREADY_DONE', 'CLAIMED_ELSEWHERE')) AS colleagues,
         count(*) FILTER (WHERE error ->> 'code' = 'SENT_AGAIN') AS sentAgain,
         count(*) FILTER (WHERE error ->> 'code' = 'ALREADY_INVITED' AND error ->> 'retryable' = 1) AS barred,
         (SELECT count(*) FROM team_settlements WHERE is_own = 0) AS settled,
         (SELECT count(*) FROM activity WHERE result = 'inDoubt') AS doubts
       FROM operations`,
    )
    .get() as ReturnType<typeof figuresOf>;
}

async function heldTurns(server: TeamServer): Promise<string[]> {
  const superuser = await server.rawAsSuperuser();
  const { rows } = await superuser
    .query<{ readonly account: string; readonly holder: string }>(
      'SELECT account_id AS account, holder FROM amc.turns WHERE until > now()',
    )
    .finally(() => superuser.end());
  return rows.map(({ account, holder }) => `${holder} still has the turn of ${account}`);
}
