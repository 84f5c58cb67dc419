import type { CheckProgress } from '../../../../shared/domain/batch/checkProgress';
import type { ChannelOutput } from '../../../../shared/bridge/ipc';
import type { CodedError } from '../../../../shared/errors';

export interface OnlineCheck {
  readonly pending: boolean;
  readonly error: CodedError | null;
  /** Accounts that couldn't be read, the last time. */
  readonly failures: ChannelOutput<'batches.checkOnline'>['failures'];
  /** How far it has come; null while that isn't known. */
  readonly progress: CheckProgress | null;
  /** How many accounts weren't read, the last time, because it was stopped. */
  readonly notRead: number;
  readonly stop: () => void;
  /** Begins, unless it goes on already. */
  readonly run: () => void;
}
