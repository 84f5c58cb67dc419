import type { ErrorBody } from '../../../shared/errors';
import type { TeamStore } from '../store/teamStore';

/**
 * How this start of the app stands with the team's store:
 * - `none`: this folder belongs to no team.
 * - `away`: the store can't be used, for this reason.
 * - `checking`: it waits until no other start of this installation can be alive, as after a crash.
 * - `copy`: another start of this installation is alive, so this folder is a copy, or was copied: this one sends nothing.
 * - `ready`: this start may send.
 */
export type LinkState =
  | { readonly kind: 'none' }
  | { readonly kind: 'away'; readonly error: ErrorBody }
  | { readonly kind: 'checking' }
  | { readonly kind: 'copy' }
  | { readonly kind: 'ready' };

/** The team that this folder belongs to, opened with its password. */
export interface OpenTeam {
  readonly store: TeamStore;
  readonly installationId: string;
}
