import type { StoreAddress } from '../../../shared/domain/team/storeAddress';
import type { StoreTest, TeamRights } from '../../../shared/domain/team/storeTest';
import type { OpenChanges, TeamStatus } from '../../../shared/domain/team/teamStatus';
import { CodedError, type ErrorBody } from '../../../shared/errors';
import type { SecretStore } from '../../secrets/secretStore';
import { newRecordId } from '../../storage/recordId';
import { transaction } from '../../storage/transaction';
import type { FactsExchange } from '../facts/factsExchange';
import { readRights, testStore } from './testStore';
import type { TeamStore } from '../store/teamStore';
import { passwordPlace, readTeam } from '../link/openTeam';
import type { TeamLink } from '../link/teamLink';
import { administratorsOf } from '../link/pullMembers';
import type { TeamErasures } from '../erasing/teamErasures';
import { deleteTeam, passwordName, writeTeam } from './joinedTeam';
import { openChanges } from './openChanges';
import { membershipErrorText } from './membershipErrorText';
import { requireTeam } from './ownStore';
import { createSharing, listShared, type Sharing, type SharingDeps } from './sharing';
import { statusText } from './statusText';

export interface MembershipDeps extends Omit<SharingDeps, 'secrets'> {
  readonly secrets: Pick<SecretStore, 'get' | 'set' | 'delete'>;
  readonly link: Pick<TeamLink, 'state' | 'lastHeardAt' | 'colleagues' | 'ready' | 'reopen'>;
  readonly facts: Pick<FactsExchange, 'progress'>;
  readonly erasures: Pick<TeamErasures, 'waiting'>;
}

/** Belonging to a team, from this folder's side. */
export interface Membership extends Sharing {
  /** Null without a team. */
  status(): TeamStatus | null;
  /** What holds of a connection, and what doesn't. Stores nothing. */
  test(address: StoreAddress, password: string): Promise<StoreTest>;
  /**
   * Joins the team whose store this is, or changes how its store is reached. Nothing is shared by that.
   * @throws CodedError what the test found wrong; TEAM_REFUSED if it is another team than the one joined
   */
  join(address: StoreAddress, password: string): Promise<void>;
  /**
   * Forgets the team, its password and what was shared; history stays. The store isn't needed for it.
   * @param seen what isn't ended in shared accounts, as the person saw it
   * @throws CodedError TEAM_REFUSED if there is more by now
   */
  leave(seen: OpenChanges): Promise<void>;
}

export function createMembership(deps: MembershipDeps): Membership {
  const { db, secrets, link, erasures, now, changed } = deps;
  const rights = createRightsCache(link, changed);

  return {
    ...createSharing(deps),

    status() {
      const team = readTeam(db);
      if (team === null) return null;
      const { state, explanation, needsPassword } = stateOf(link);
      return {
        ...{ teamId: team.teamId, name: team.name, address: team.address },
        ...{ state, explanation, needsPassword },
        lastContactAt: link.lastHeardAt(),
        rights: rights.current(),
        sharedAccounts: listShared(db).length,
        unreported: countUnreported(deps),
        learnedChanges: countLearned(deps),
        open: openChanges(db),
        colleagues: [...link.colleagues()],
        history: deps.facts.progress(),
        administrators: administratorsOf(db),
        erasures: erasures.waiting(),
      };
    },

    test: testStore,

    async join(address, password) {
      const test = await testStore(address, password);
      if (test.error !== null) throw new CodedError(test.error);
      if (test.team === null) throw new Error('A test that found nothing wrong names the team.');
      const { teamId, name } = test.team;
      const before = readTeam(db);
      if (before !== null && before.teamId !== teamId) {
        throw new CodedError({
          code: 'TEAM_REFUSED',
          message: membershipErrorText.otherTeam(before.name, name),
        });
      }
      // The store binds an installation to one login, so that nobody else can claim to be it.
      const isSame = before?.address.login === address.login;
      const installationId = isSame ? before.installationId : newRecordId(now());
      // First, since a password of a team that isn't joined is deleted.
      transaction(db, () => {
        writeTeam(db, { teamId, name, installationId, address }, now());
      });
      await secrets.set(passwordName(teamId), password, passwordPlace(address));
      rights.know(test.rights);
      changed();
      await link.reopen();
    },

    async leave(seen) {
      const { teamId } = requireTeam(db);
      requireSeen(openChanges(db), seen);
      transaction(db, () => {
        deleteTeam(db);
      });
      rights.know(null);
      changed();
      await Promise.all([secrets.delete(passwordName(teamId)), link.reopen()]);
    },
  };
}

/** @throws CodedError TEAM_REFUSED if there is more than a person saw */
function requireSeen(open: OpenChanges, seen: OpenChanges): void {
  if (open.waiting <= seen.waiting && open.unconfirmed <= seen.unconfirmed) return;
  throw new CodedError({
    code: 'TEAM_REFUSED',
    message: membershipErrorText.moreOpen(open),
    retryable: true,
  });
}

/** What a person reads about the connection. */
function stateOf({
  state,
}: MembershipDeps['link']): Pick<TeamStatus, 'state' | 'explanation' | 'needsPassword'> {
  const now = state();
  switch (now.kind) {
    case 'ready':
      return { state: 'connected', explanation: '', needsPassword: false };
    case 'checking':
      return { state: 'checking', explanation: statusText.checking, needsPassword: false };
    case 'copy':
      return { state: 'copy', explanation: statusText.copy, needsPassword: false };
    case 'away':
      return {
        state: 'away',
        explanation: explanationOf(now.error),
        needsPassword: needsPassword(now.error),
      };
    case 'none':
      return { state: 'connecting', explanation: '', needsPassword: false };
  }
}

const explanationOf = ({ code, message }: ErrorBody): string =>
  code === 'OTHER_HOSTS' ? membershipErrorText.movedPassword : message;

/** PostgreSQL's code for a wrong password. */
const wrongPassword = '28P01';

const needsPassword = ({ code, details }: ErrorBody): boolean =>
  code === 'SECRET_MISSING' || code === 'OTHER_HOSTS' || details === wrongPassword;

/** Changes sent under claims whose outcome the store hasn't confirmed. */
function countUnreported({ db }: Pick<MembershipDeps, 'db'>): number {
  const { count } = db
    .prepare(`SELECT count(*) AS count FROM team_claims WHERE reported IS NULL OR reported = 'inDoubt'`)
    .get() as { readonly count: number };
  return count;
}

/** Changes under claims, one's own included, that the store said were done. */
const countLearned = ({ db }: Pick<MembershipDeps, 'db'>): number =>
  (db.prepare('SELECT count(*) AS count FROM team_changes').get() as { readonly count: number }).count;

/** For how long rights that were read count as current, in ms: an administrator may change them. */
const rightsCountForMs = 60_000;

/** What the login may do, as last read. Asking never waits: what is out of date is read again, and `changed` called. */
function createRightsCache(
  link: MembershipDeps['link'],
  changed: () => void,
): { current(): TeamRights | null; know(rights: TeamRights | null): void } {
  let known: TeamRights | null = null;
  let readAt = Number.NEGATIVE_INFINITY;

  function know(rights: TeamRights | null): void {
    known = rights;
    readAt = rights === null ? Number.NEGATIVE_INFINITY : performance.now();
  }

  async function readAgain(store: TeamStore): Promise<void> {
    readAt = performance.now();
    const before = JSON.stringify(known);
    known = await readRights(store);
    if (JSON.stringify(known) !== before) changed();
  }

  return {
    know,
    current() {
      const ready = link.ready();
      if (ready !== null && performance.now() - readAt > rightsCountForMs) {
        // The link says what is wrong with the store.
        readAgain(ready.store).catch(() => undefined);
      }
      return known;
    },
  };
}
