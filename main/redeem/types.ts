import type { Topic } from '../../shared/bridge/channels';
import type { ChannelOutput } from '../../shared/bridge/ipc';
import type { Connection } from '../../shared/domain/connection/connection';
import type { FoundLink, NewAccount, RedeemPreview } from '../../shared/domain/redeem/redeem';
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
  /** The agency's own page with redeem links, as set in Settings; empty: none. */
  readonly redeemPage: () => string;
  readonly changed: (topic: Topic) => void;
}

/** Invitations for the person at this computer. Nothing is redeemed but by `redeem`, which only the page calls, on a click. */
export interface Redeem {
  parse(text: string): FoundLink[];
  /** Puts the invitations of a pasted text among those that wait. */
  add(text: string): ChannelOutput<'redeem.add'>;
  /** Takes a link that was opened outside the app: it waits, and does nothing. See `createArrivalLimit`. */
  arrive(link: string): ArrivalVerdict;
  inbox(): ChannelOutput<'redeem.inbox'>;
  choose(connectionId: string, invitationId: string): void;
  /** Rejects with an AdsError, or NOT_FOUND where Amazon does not tell. */
  preview(connectionId: string, invitationId: string): Promise<RedeemPreview>;
  readonly startTerms: (
    connectionId: string,
    termsType: string,
  ) => Promise<ChannelOutput<'redeem.startTerms'>['terms']>;
  readonly cancelTerms: (connectionId: string, termsType: string) => void;
  /** See `redeemOnce`. Only an invitation that waits can be redeemed. */
  redeem(connectionId: string, invitationId: string): Promise<ChannelOutput<'redeem.redeem'>>;
  dismiss(invitationId: string): void;
  dismissSetup(): void;
  dismissUnreadable(): void;
  /** Accounts that came into reach by redeeming and that nobody was shown yet. */
  readonly newAccounts: () => NewAccount[];
  readonly dismissNewAccounts: () => void;
  /** Resolves when what follows a redeeming has been read. */
  readonly idle: () => Promise<void>;
  close(): void;
}

/** What the parts of redeeming share: one of each for all of them. */
export interface RedeemParts {
  readonly links: WaitingLinks;
  readonly terms: TermsWatches;
  readonly known: PreviewCache;
  readonly newAccounts: NewAccounts;
  /** Tells the page that the invitations that wait have changed. */
  readonly changed: () => void;
}
