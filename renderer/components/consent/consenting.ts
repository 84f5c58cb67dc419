import type { Agreement, Confirmations } from '../../../shared/domain/outbox/agreement';

interface ShareToType {
  readonly share: Agreement['shares'][number];
  readonly typed: string;
  readonly type: (text: string) => void;
}

interface MemberToConfirm {
  readonly member: Agreement['yourself'][number];
  readonly isConfirmed: boolean;
  readonly confirm: (isConfirmed: boolean) => void;
}

/** What a person should know before changes in accounts shared with the team that aren’t sent yet. */
export interface TeamWait {
  /** The team’s database is away, or this version can’t read a rule of the team. */
  readonly why: 'away' | 'rules';
  /** How many of the accounts are shared with the team. */
  readonly accounts: number;
  /** The last known rules let a person send without the team, with a reason. */
  readonly maySendSolo: boolean;
  /** Why nothing can be sent there now. */
  readonly explanation: string;
}

/** A person's answer to what they are shown. */
export interface Consenting {
  /** The number to type; null if none is required. */
  readonly number: number | null;
  readonly typed: string;
  readonly type: (text: string) => void;
  /** The accounts whose number has to be typed on its own. */
  readonly shares: readonly ShareToType[];
  /** The accounts for sponsored ads only that are confirmed once, all together; none: nothing to confirm. */
  readonly sponsoredAds: {
    readonly accounts: Agreement['sponsoredAds'];
    readonly isConfirmed: boolean;
    readonly confirm: (isConfirmed: boolean) => void;
  };
  /** The members who may be the person at this computer. */
  readonly yourself: readonly MemberToConfirm[];
  /** Null: nothing waits for the team. */
  readonly teamWait: TeamWait | null;
  /** What is sent with the command; null while something is missing. */
  readonly consent: (Confirmations & { readonly agreed: Agreement }) | null;
}
