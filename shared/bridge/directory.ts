import { z } from 'zod';
import type { AreaChannels } from './channelSpec';
import { directoryFile } from '../domain/person/directory';
import { nothing } from './common';

/**
 * The people of the organization as its directory (Microsoft Entra or 365, Google Workspace, Okta, Slack) exported them. Stored are
 * addresses, names, and who is active.
 */
export const directoryChannels = {
  /** The file that was imported last; null if there is none. */
  'directory.file': { input: nothing, output: z.object({ file: directoryFile.nullable() }) },
  /**
   * Asks for a file, reads it and stores it in place of the earlier one, which stays if it can't be read; null if the person
   * cancels. A file that is no known export is INVALID_INPUT, and the message names the columns that are missing.
   */
  'directory.import': { input: nothing, output: z.object({ file: directoryFile.nullable() }) },
  /** Deletes everything stored of the file. */
  'directory.forget': { input: nothing, output: nothing },
} satisfies AreaChannels<'directory'>;
