import type { CheckedInput } from '../../shared/bridge/ipc';
import type { ErrorBody } from '../../shared/errors';

/** Which stored invitations go into which file. */
export interface ExportRequest extends CheckedInput<'invitations.export'> {
  /** The absolute path of the file to write. */
  readonly file: string;
  /** ms since 1970: the reference for "within three days", and for the age stated in the file. */
  readonly now: number;
}

/** The one message to the process that exports. */
export interface ExportOrder {
  readonly databaseFile: string;
  readonly request: ExportRequest;
}

/** Its one answer. */
export type ExportAnswer =
  | { readonly type: 'done'; readonly invitations: number }
  | { readonly type: 'failed'; readonly error: ErrorBody };
