import { accountKey } from '../../../shared/util/accountKey';
import type { AccountKey } from '../../outbox/journal/append';
import type { AccountTurns, SharedAccount } from '../../outbox/sending/turns/accountTurns';
import type { TeamLink } from '../link/teamLink';
import { unconfirmedClaims, writeGivenBack } from './localClaims';
import type { SharedAccountDeps } from './ownTurn';
import { createSharedAccount } from './sharedAccount';
import { notYet, storeAway } from './teamWaits';
import { teamWaitsText } from './teamWaitsText';
import { isShared } from './isShared';

/** After how long a colleague's turn is asked about again, in ms. */
const defaultAskAgainMs = 3000;

/** How long a turn lasts unless it is renewed, in ms; the store allows three minutes at most. */
const defaultTurnMs = 120_000;

/** The shared accounts of the team that this folder belongs to. */
export function createAccountTurns({
  link,
  askAgainMs = defaultAskAgainMs,
  turnMs = defaultTurnMs,
  ...deps
}: Pick<SharedAccountDeps, 'db' | 'now' | 'monotonic'> & {
  readonly link: Pick<TeamLink, 'state' | 'ready'>;
  readonly askAgainMs?: number;
  readonly turnMs?: number;
}): AccountTurns {
  const { db } = deps;
  const accounts = new Map<string, SharedAccount>();

  const linkOrWait: SharedAccountDeps['link'] = () => {
    const ready = link.ready();
    if (ready !== null) return ready;
    const state = link.state();
    if (state.kind === 'checking' || state.kind === 'copy') return notYet(state.kind, askAgainMs);
    if (state.kind === 'away') return storeAway(state.error, true);
    return storeAway({ code: 'TEAM_UNREACHABLE', message: teamWaitsText.notYetConnected, retryable: true });
  };

  function of({ realm, accountId }: AccountKey): SharedAccount | null {
    if (!isShared(db, { realm, accountId })) return null;
    const key = accountKey({ realm, accountId });
    const known = accounts.get(key);
    if (known !== undefined) return known;
    const shared = createSharedAccount(
      { ...deps, link: linkOrWait, askAgainMs, turnMs },
      { realm, accountId },
    );
    accounts.set(key, shared);
    return shared;
  }
  return {
    of,
    takeBack({ requestId }) {
      const claimIds = unconfirmedClaims(db, requestId);
      writeGivenBack(db, claimIds);
      return claimIds.length > 0;
    },
  };
}
