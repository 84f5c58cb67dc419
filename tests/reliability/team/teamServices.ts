import type { AdoptionDeps } from '../../../main/team/adoption/adoptionDeps';
import { createAdoption, type Adoption } from '../../../main/team/adoption/adoption';
import { createDoubles, type Doubles } from '../../../main/team/solo/doubles';
import { createSoloSending, type SoloSending } from '../../../main/team/solo/soloSending';
import { createTeam, type Team } from '../../../main/team/team';
import type { TeamStart } from '../messages';

/** The team's parts of a desktop, as in the app. */
export interface TeamServices extends Team {
  readonly adoption: Adoption;
  readonly solo: SoloSending;
  readonly doubles: Doubles;
}

export interface TeamServicesDeps extends Omit<AdoptionDeps, 'link' | 'turns' | 'lateCommitMs'> {
  readonly monotonic: () => number;
  /** Something may be sent. */
  readonly tryNow: () => void;
}

export function createTeamServices(
  { tryNow, ...deps }: TeamServicesDeps,
  { password, adoptAfterMs, ...waits }: TeamStart,
): TeamServices {
  const { db, now, activity } = deps;
  const secrets = { get: () => Promise.resolve(password) };
  const quiet = { changed: () => undefined };
  const team = createTeam({ ...deps, ...quiet, secrets, programVersion: '0.0.0', ready: tryNow }, waits);
  return {
    ...team,
    adoption: createAdoption({ ...deps, ...team, ...quiet, lateCommitMs: adoptAfterMs }),
    solo: createSoloSending({ db, now, activity, link: team.link, letGone: tryNow }),
    doubles: createDoubles({ db, now, activity, secrets, ...quiet }),
  };
}
