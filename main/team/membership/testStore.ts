import type { StoreAddress } from '../../../shared/domain/team/storeAddress';
import {
  storeTestSteps,
  type StoreTest,
  type StoreTestFinding,
  type StoreTestStep,
  type TeamRights,
} from '../../../shared/domain/team/storeTest';
import { toErrorBody, type CodedError } from '../../../shared/errors';
import { storeSchemaVersion, storeVersion } from '../schema/migrateStore';
import { StoreError } from '../store/storeError';
import { problems } from '../store/storeProblem';
import { openTeamStore, type TeamStore } from '../store/teamStore';
import { testStoreText } from './testStoreText';

/** The oldest server whose SQL the store's schema is written in, as PostgreSQL numbers its versions. */
const oldestServer = 150_000;

/** @param version as in `server_version_num`: 150004 is 15.4 */
export const isTooOld = (version: number): boolean => version < oldestServer;

/**
 * Tests a connection step by step, up to the first that is wrong. Never throws for what is wrong with the connection.
 * @param patienceMs how long one step may take
 */
export async function testStore(
  address: StoreAddress,
  password: string,
  patienceMs = 10_000,
): Promise<StoreTest> {
  const found: Found = { texts: new Map(), team: null, rights: null, maySetUp: false };
  let store: TeamStore | null = null;
  let error: CodedError | null = null;
  try {
    store = await openTeamStore(address, password, { patienceMs, maxConnections: 1 });
    await look(store, address, found);
  } catch (thrown) {
    if (!(thrown instanceof StoreError)) throw thrown;
    error = thrown;
  } finally {
    await store?.close();
  }
  const { team, rights, maySetUp } = found;
  const wrong = error instanceof StoreError ? stepOf(error, found) : null;
  return {
    findings: storeTestSteps.map((step) => findingOf(step, { found, wrong, error, address })),
    ...{ team, rights, maySetUp },
    error: error === null ? null : toErrorBody(error),
  };
}

/** What was found to hold, as far as the test came. */
interface Found {
  readonly texts: Map<StoreTestStep, string>;
  team: StoreTest['team'];
  rights: TeamRights | null;
  maySetUp: boolean;
}

interface ServerFacts {
  readonly version: number;
  readonly versionName: string;
  readonly isMember: boolean;
  readonly isOwner: boolean;
  readonly isSetUp: boolean;
}

/** Fails with the first problem. */
async function look(store: TeamStore, address: StoreAddress, found: Found): Promise<void> {
  const [facts] = await store.query<ServerFacts>(`
    SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS "versionName",
      ${isIn('amc_member')} AS "isMember", ${isIn('amc_owner')} AS "isOwner",
      EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = 'amc') AS "isSetUp"`);
  for (const step of ['host', 'tls', 'login'] as const) found.texts.set(step, testStoreText[step](address));
  if (facts === undefined) throw new StoreError('unknown', address);
  const { version, versionName, isMember, isOwner, isSetUp } = facts;
  if (isTooOld(version)) throw new StoreError('serverOld', address);
  found.texts.set('version', testStoreText.version(versionName));
  if (!isSetUp) {
    if (isMember) found.texts.set('rights', testStoreText.member(address));
    found.maySetUp = isOwner && isMember;
    throw new StoreError('noSchema', address);
  }
  if (!isMember) throw new StoreError('notMember', address);
  const schema = await storeVersion(store);
  if (schema === 0) throw new StoreError('noSchema', address);
  found.rights = await readRights(store);
  if (found.rights === null) throw new StoreError('notMember', address);
  found.texts.set('rights', testStoreText.rights(found.rights));
  if (schema !== storeSchemaVersion) {
    throw new StoreError(schema < storeSchemaVersion ? 'schemaOld' : 'schemaNew', address);
  }
  found.texts.set('schema', testStoreText.schema);
  const [team] = await store.query<{ readonly teamId: string; readonly name: string }>(
    'SELECT team_id::text AS "teamId", name FROM amc.store',
  );
  found.team = team ?? null;
  if (team === undefined) throw new StoreError('noSchema', address);
}

/** Whether the login has the role's rights; false where there is no such role. */
const isIn = (role: string): string =>
  `EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = '${role}' AND pg_has_role(session_user, oid, 'MEMBER'))`;

/** What the login may do; null if it isn't in the team. @throws CodedError as `TeamStore.query` */
export async function readRights(store: TeamStore): Promise<TeamRights | null> {
  const [rights] = await store.query<TeamRights>(`
    SELECT display_name AS "displayName", sees_all AS "seesAll", may_draft AS "mayDraft", may_send AS "maySend",
      may_administer AS "mayAdminister"
    FROM amc.members WHERE login = session_user`);
  return rights ?? null;
}

/** The step a problem belongs to; one that says nothing about it belongs to the step that was being taken. */
function stepOf({ problem }: StoreError, { texts }: Found): StoreTestStep {
  const { step } = problems[problem];
  if (step !== 'work') return step;
  return storeTestSteps.find((each) => !texts.has(each) && each !== 'host' && each !== 'tls') ?? 'schema';
}

function findingOf(
  step: StoreTestStep,
  {
    found,
    wrong,
    error,
    address,
  }: {
    readonly found: Found;
    readonly wrong: StoreTestStep | null;
    readonly error: CodedError | null;
    readonly address: StoreAddress;
  },
): StoreTestFinding {
  if (step === wrong && error !== null) {
    return { step, outcome: 'wrong', text: found.maySetUp ? testStoreText.maySetUp : error.message };
  }
  const isEarlier = wrong !== null && storeTestSteps.indexOf(step) < storeTestSteps.indexOf(wrong);
  // A later step can't be tried before these hold.
  const implied = isEarlier && (step === 'host' || step === 'tls') ? testStoreText[step](address) : undefined;
  const text = found.texts.get(step) ?? implied;
  return text === undefined ? { step, outcome: 'notTested', text: '' } : { step, outcome: 'holds', text };
}
