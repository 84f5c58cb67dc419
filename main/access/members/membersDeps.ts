import type { Account } from '../../../shared/domain/account/account';
import type { Paces } from '../../amazonAds/pacing/paces';
import type { AccessDeps } from '../types';

export interface MembersDeps extends Pick<AccessDeps, 'db' | 'clientOf' | 'now' | 'changed'> {
  readonly paces: Paces;
  /** Every account by every connection that leads to it. */
  readonly accounts: () => readonly Account[];
  /** The connections that can be asked through. */
  readonly signedIn: () => readonly string[];
  /** From which age on, in minutes, a role is read again; 0 = only roles that were never read. */
  readonly refreshAfterMinutes: () => number;
}
