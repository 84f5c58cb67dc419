import type { Paces } from '../../amazonAds/pacing/paces';
import type { AccessDeps, Access } from '../types';

export interface RefreshAllDeps extends Pick<AccessDeps, 'clientOf' | 'now' | 'changed'> {
  readonly access: Pick<Access, 'listAccounts' | 'refreshSteps'>;
  readonly paces: Paces;
  /** The connections that can be used for calls. */
  readonly signedIn: () => readonly string[];
}
