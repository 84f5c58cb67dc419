import type { Activity } from '../../activity/activity';
import type { LaneDeps } from '../../outbox/deps';
import type { TeamLink } from '../link/teamLink';

export interface AdoptionDeps extends Pick<
  LaneDeps,
  'db' | 'now' | 'access' | 'members' | 'paces' | 'turns' | 'actorOf' | 'changed'
> {
  readonly link: Pick<TeamLink, 'state' | 'ready' | 'beat'>;
  readonly activity: Pick<Activity, 'record'>;
  /** How long Amazon may still carry out a call after the app that made it ended, in ms. */
  readonly lateCommitMs?: number;
}
