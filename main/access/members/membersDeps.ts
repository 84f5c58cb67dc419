import type { Account } from '../../../shared/domain/account/account';
import type { Paces } from '../../amazonAds/pacing/paces';
import type { AccessDeps } from '../types';

export interface MembersDeps extends Pick<AccessDeps, 'db' | 'clientOf' | 'now' | 'changed'> {
  readonly paces: Paces;
  /** ms, by a clock that never jumps. */
  readonly monotonic: () => number;
  /** Every account by every connection that reaches it. */
  readonly accounts: () => readonly Account[];
  /** The connections that can be used for calls. */
  readonly signedIn: () => readonly string[];
  /** Age, in minutes, at which a role is read again; 0 = only roles that were never read. */
  readonly refreshAfterMinutes: () => number;
}
