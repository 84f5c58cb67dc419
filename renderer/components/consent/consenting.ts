import type { Agreement } from '../../../shared/domain/outbox/agreement';

/** What a person says to what they are shown. */
export interface Consenting {
  /** The number to type; null when none has to be. */
  readonly number: number | null;
  readonly typed: string;
  readonly type: (text: string) => void;
  /** What goes with the command; null while something is missing. */
  readonly consent: { readonly agreed: Agreement; readonly typedNumber?: string } | null;
}
