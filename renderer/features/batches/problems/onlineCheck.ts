import type { ChannelOutput } from '../../../../shared/bridge/ipc';
import type { CodedError } from '../../../../shared/errors';

export interface OnlineCheck {
  readonly pending: boolean;
  readonly error: CodedError | null;
  /** Accounts that could not be read, the last time. */
  readonly failures: ChannelOutput<'batches.checkOnline'>['failures'];
  /** Begins, unless it goes on already. */
  readonly run: () => void;
}
