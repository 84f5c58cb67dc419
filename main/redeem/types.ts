import type { Topic } from '../../shared/bridge/channels';
import type { ChannelOutput } from '../../shared/bridge/ipc';
import type { Connection } from '../../shared/domain/connection/connection';
import type { FoundLink, NewAccount, RedeemPreview } from '../../shared/domain/redeem/redeem';
import type { Instances } from '../access/instances/instances';
import type { Access } from '../access/types';
import type { ArrivalVerdict } from './links/arrivalLimit';
import type { NewAccounts } from './newAccounts';
import type { PreviewCache } from './previews/previewCache';
import type { RedeemAndRecordDeps } from './redeemAndRecord';
import type { TermsWatches, TermsWatchesDeps } from './termsWatches';
import type { WaitingLinks } from './links/waitingLinks';

export interface RedeemDeps extends Omit<TermsWatchesDeps, 'changed'>, RedeemAndRecordDeps {
  readonly connections: () => readonly Connection[];
  readonly access: Pick<Access, 'listAccounts' | 'refreshSteps' | 'refreshInvitations'>;
  readonly instances: Pick<Instances, 'read'>;
  /** The agency's own page with redeem links, as set in Settings; empty: none. */
  readonly redeemPage: () => string;
  readonly changed: (topic: Topic) => void;
}

/** Invitations for the person at this computer. Only `redeem` redeems, and only the page calls it, on a click. */
export interface Redeem {
  parse(text: string): FoundLink[];
  /** Adds the invitations of a pasted text to the waiting ones. */
  add(text: string): ChannelOutput<'redeem.add'>;
  /** Accepts a link opened outside the app: it waits, and does nothing. See `createArrivalLimit`. */
  arrive(link: string): ArrivalVerdict;
  inbox(): ChannelOutput<'redeem.inbox'>;
  choose(connectionId: string, invitationId: string): void;
  /** Rejects with an AdsError, or NOT_FOUND if Amazon doesn't say. */
  preview(connectionId: string, invitationId: string): Promise<RedeemPreview>;
  readonly startTerms: (
    connectionId: string,
    termsType: string,
  ) => Promise<ChannelOutput<'redeem.startTerms'>['terms']>;
  readonly cancelTerms: (connectionId: string, termsType: string) => void;
  /** See `redeemOnce`. Only a waiting invitation can be redeemed. */
  redeem(connectionId: string, invitationId: string): Promise<ChannelOutput<'redeem.redeem'>>;
  dismiss(invitationId: string): void;
  dismissSetup(): void;
  dismissUnreadable(): void;
  /** Accounts that became reachable by redeeming and that nobody has seen yet. */
  readonly newAccounts: () => NewAccount[];
  readonly dismissNewAccounts: () => void;
  /** Resolves when the readings after redeeming are complete. */
  readonly idle: () => Promise<void>;
  close(): void;
}

/** What the parts of redeeming share: one of each for all of them. */
export interface RedeemParts {
  readonly links: WaitingLinks;
  readonly terms: TermsWatches;
  readonly known: PreviewCache;
  readonly newAccounts: NewAccounts;
  /** Notifies the page that the waiting invitations have changed. */
  readonly changed: () => void;
}
