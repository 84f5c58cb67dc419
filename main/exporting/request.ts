import type { CheckedInput } from '../../shared/bridge/ipc';
import type { ErrorBody } from '../../shared/errors';

interface NewFile {
  /** The absolute path of the file to write. */
  readonly file: string;
  /** ms since 1970: the reference for "within three days", and for the age stated in the file. */
  readonly now: number;
}

/** Which stored invitations go into which file. */
export type InvitationsExport = CheckedInput<'invitations.export'> & NewFile;

/** Whose access goes into which file. */
export type AccessExport = CheckedInput<'people.export'> & NewFile;

/** What to export. */
export type ExportRequest =
  | { readonly what: 'invitations'; readonly request: InvitationsExport }
  | { readonly what: 'access'; readonly request: AccessExport };

/** The one message to the process that exports. */
export interface ExportOrder {
  readonly databaseFile: string;
  readonly wanted: ExportRequest;
}

/** Its one answer. `count`: how many invitations, or user IDs, the file has. */
export type ExportAnswer =
  { readonly type: 'done'; readonly count: number } | { readonly type: 'failed'; readonly error: ErrorBody };
