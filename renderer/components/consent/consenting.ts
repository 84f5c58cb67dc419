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
  /** What isn’t sent yet, since the team’s database is away or a rule of the team can’t be read; null: nothing waits for the team. */
  readonly teamWait: {
    readonly why: 'away' | 'rules';
    readonly accounts: number;
    readonly maySendSolo: boolean;
    readonly explanation: string;
  } | null;
  /** What is sent with the command; null while something is missing. */
  readonly consent: (Confirmations & { readonly agreed: Agreement }) | null;
}
