import type { CheckedInput } from '../../shared/bridge/ipc';
import type { ErrorBody } from '../../shared/errors';

/** Which of the stored invitations go into which file. */
export interface ExportRequest extends CheckedInput<'invitations.export'> {
  /** The whole path of the file to write. */
  readonly file: string;
  /** ms since 1970: what "within three days" is counted from, and what the file says of its age. */
  readonly now: number;
}

/** What the process that exports is told, once. */
export interface ExportOrder {
  readonly databaseFile: string;
  readonly request: ExportRequest;
}

/** What it answers, once. */
export type ExportAnswer =
  | { readonly type: 'done'; readonly invitations: number }
  | { readonly type: 'failed'; readonly error: ErrorBody };
