import type { AccountTurns } from '../outbox/sending/turns/accountTurns';
import type { SecretStore } from '../secrets/secretStore';
import type { Database } from '../storage/database';
import { createTeamErasures, type TeamErasures } from './erasing/teamErasures';
import { createFactsExchange, type FactsExchange } from './facts/factsExchange';
import { openTeam } from './link/openTeam';
import { createTeamLink, type TeamLink, type TeamLinkDeps } from './link/teamLink';
import { createAccountTurns } from './sending/accountTurns';

export interface TeamDeps extends Pick<
  TeamLinkDeps,
  'db' | 'programVersion' | 'now' | 'monotonic' | 'changed' | 'ready'
> {
  readonly db: Database;
  readonly secrets: Pick<SecretStore, 'get'>;
}

/** How long the team is waited for, in ms; shorter in tests that end the app often. */
export interface TeamWaits {
  readonly beatMs?: number;
  readonly silenceMs?: number;
  readonly askAgainMs?: number;
  readonly turnMs?: number;
}

/** The team that shares accounts, and whose store decides who may change them. */
export interface Team {
  readonly turns: AccountTurns;
  readonly link: TeamLink;
  readonly facts: Pick<FactsExchange, 'progress'>;
  readonly erasures: TeamErasures;
}

export function createTeam(deps: TeamDeps, { beatMs, silenceMs, askAgainMs, turnMs }: TeamWaits = {}): Team {
  const { db, secrets } = deps;
  const facts = createFactsExchange(deps);
  const erasures = createTeamErasures(deps, () => link.reportSoon());
  const link = createTeamLink({
    ...{ ...deps, facts, erasures },
    open: () => openTeam(db, secrets),
    ...(beatMs === undefined ? {} : { beatMs }),
    ...(silenceMs === undefined ? {} : { silenceMs }),
  });
  const turns = createAccountTurns({
    ...{ ...deps, link },
    ...(askAgainMs === undefined ? {} : { askAgainMs }),
    ...(turnMs === undefined ? {} : { turnMs }),
  });
  return { turns, link, facts, erasures };
}
