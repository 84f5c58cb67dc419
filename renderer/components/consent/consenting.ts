import type { Agreement } from '../../../shared/domain/outbox/agreement';

/** A person's answer to what they are shown. */
export interface Consenting {
  /** The number to type; null if none is required. */
  readonly number: number | null;
  readonly typed: string;
  readonly type: (text: string) => void;
  /** What is sent with the command; null while something is missing. */
  readonly consent: { readonly agreed: Agreement; readonly typedNumber?: string } | null;
}
