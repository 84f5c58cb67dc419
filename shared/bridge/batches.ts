import { z } from 'zod';
import type { AreaChannels } from './channelSpec';
import { accountRef } from '../domain/account/account';
import { arrivedFile } from '../domain/batch/arrivedFile';
import {
  batch,
  batchConflict,
  batchRow,
  batchRowInput,
  dryRun,
  maxBatchName,
  rowFinding,
  rowFindingCodes,
} from '../domain/batch/batch';
import { batchLink, batchReport } from '../domain/batch/batchReport';
import { importOptions, importPreview } from '../domain/batch/batchImport';
import { invitationState } from '../domain/invitation/invitation';
import { shownStatuses } from '../domain/outbox/operation';
import { errorBody } from '../errors';
import { nothing } from './common';

const batchId = z.strictObject({ batchId: z.string().min(1).max(64) });
const oneBatch = z.object({ batch });
const name = z
  .string()
  .trim()
  .min(1, 'Enter a name for the batch.')
  .max(maxBatchName, 'A name has at most 120 characters.');
const rowId = z.string().min(8).max(64);
const format = z.enum(['csv', 'xlsx']);
const onePreview = z.object({ preview: importPreview });
/** The version of what the caller knows is found in a batch's rows, from `get` or the check before. */
const sinceVersion = batchId.extend({ since: z.number().int().optional() });
/**
 * What is found in a batch's rows. `whole`: rows that are not named have no findings; else they have those they had at
 * the version `since`, and named ones may have none.
 */
const found = z.object({
  batch,
  version: z.number(),
  whole: z.boolean(),
  findings: z.array(z.object({ rowId, findings: z.array(rowFinding) })),
});
const maybeSaved = z.object({ saved: z.boolean(), fileName: z.string().optional(), rows: z.number() });

/** Drafted lists of people to invite. All but `checkOnline` works without a network. */
export const batchesChannels = {
  /** All but removed ones, the last changed first. */
  'batches.list': { input: nothing, output: z.object({ batches: z.array(batch) }) },
  'batches.create': { input: z.strictObject({ name: name.optional() }), output: oneBatch },
  'batches.rename': { input: batchId.extend({ name }), output: oneBatch },
  /** A copy of its rows, none of them sent. */
  'batches.duplicate': { input: batchId, output: oneBatch },
  'batches.archive': { input: batchId.extend({ archived: z.boolean() }), output: oneBatch },
  /** Whether Amazon mails the people, or links are shared. */
  'batches.setNotify': { input: batchId.extend({ notify: z.boolean().nullable() }), output: oneBatch },
  /** Takes it from the list; `restore` brings it back, whole. */
  'batches.remove': { input: batchId, output: z.object({}) },
  'batches.restore': { input: batchId, output: oneBatch },
  /** The batch with all its rows in order. */
  'batches.get': {
    input: batchId,
    output: z.object({ batch, rows: z.array(batchRow), version: z.number() }),
  },
  /** How each row that was sent stands now. */
  'batches.statuses': {
    input: batchId,
    output: z.object({
      statuses: z.array(
        z.object({ rowId, status: z.enum(shownStatuses), invitation: invitationState.nullable() }),
      ),
    }),
  },
  /**
   * Stores rows as they are now, whole, and takes others out; what is not named stays. Of a locked row only the position
   * may change: any other change of one, or taking it out, is INVALID_INPUT and nothing is stored.
   */
  'batches.setRows': {
    input: batchId.extend({
      rows: z.array(batchRowInput).max(2000),
      removed: z.array(rowId).max(20_000).default([]),
    }),
    output: z.object({}),
  },
  /** Checks all rows against the stored facts and each other. */
  'batches.check': { input: sinceVersion, output: found },
  /** Reads the batch's accounts from Amazon, then checks again. `conflicts`: see below. */
  'batches.checkOnline': {
    input: sinceVersion,
    output: found.extend({
      conflicts: z.array(batchConflict),
      failures: z.array(z.object({ account: accountRef, accountName: z.string(), error: errorBody })),
    }),
  },
  /**
   * What facts have changed about since the rows were drafted, as of the last check, whatever had these facts read. A
   * conflict is open until its row is kept, removed, or written for another account, address or role.
   */
  'batches.conflicts': { input: batchId, output: z.object({ conflicts: z.array(batchConflict) }) },
  /** Keeps rows as they are in spite of what is found in them, as far as the person was shown it (`codes`). */
  'batches.keepRows': {
    input: batchId.extend({
      rows: z.array(z.strictObject({ rowId, codes: z.array(z.enum(rowFindingCodes)).max(30) })).max(20_000),
    }),
    output: z.object({}),
  },
  /** What sending all that can go, or some rows, would do, for a person to agree to. Nothing is called. */
  'batches.dryRun': {
    input: batchId.extend({ rowIds: z.array(rowId).max(20_000).optional() }),
    output: z.object({ dryRun }),
  },
  /** The exact body of one of the calls sending would make (0 is the account's first), as JSON text. */
  'batches.dryRunCall': {
    input: batchId.extend({ account: accountRef, call: z.number().int().min(0) }),
    output: z.object({ body: z.string() }),
  },
  /** Asks the person for a file and reads it; null when they closed the dialog. */
  'batches.openImport': { input: batchId, output: z.object({ preview: importPreview.nullable() }) },
  /**
   * Takes a file that was dropped on the window, if it is one that can be imported. The page passes the `File` itself; its path
   * is looked up by the preload.
   */
  'batches.dropFile': {
    input: z.strictObject({ path: z.string().max(32_767) }),
    output: z.object({ file: arrivedFile }),
  },
  /** The file that was opened with the app last, until it is dismissed or read; or why one was not taken. */
  'batches.arrivedFile': {
    input: nothing,
    output: z.object({ file: arrivedFile.nullable(), refused: z.string().nullable() }),
  },
  'batches.dismissArrived': { input: nothing, output: z.object({}) },
  /** Reads a file that arrived, as `openImport` reads one. */
  'batches.openArrived': { input: batchId.extend({ fileId: z.string().max(64) }), output: onePreview },
  /** The same for a pasted text. */
  'batches.importText': {
    input: batchId.extend({ text: z.string().max(900_000) }),
    output: onePreview,
  },
  /** The open file as it would be read with other options. */
  'batches.previewImport': { input: batchId.extend({ options: importOptions }), output: onePreview },
  /** Adds its rows to the batch, and to further ones that are made for what it cannot hold, and closes the file. */
  'batches.addImport': {
    input: batchId.extend({ options: importOptions }),
    output: z.object({
      batch,
      /** In all batches. */
      added: z.number(),
      duplicates: z.number(),
      furtherBatches: z.array(batch),
    }),
  },
  'batches.closeImport': { input: z.strictObject({ importId: z.string().max(64) }), output: z.object({}) },
  /** Asks the person for a place and writes an empty table with our headers. */
  'batches.saveTemplate': { input: z.strictObject({ format }), output: maybeSaved },
  /** Asks the person for a place and writes all rows; the file imports again without loss. */
  'batches.export': { input: batchId.extend({ format }), output: maybeSaved },

  /** How the sent rows stand now. */
  'batches.report': { input: batchId, output: z.object({ report: batchReport }) },
  /** Asks the person for a place and writes every row with its source, operation, request ID, invitation and state. */
  'batches.exportReport': { input: batchId.extend({ format }), output: maybeSaved },
  /** The pending invitations of the batch, to be passed on. */
  'batches.links': { input: batchId, output: z.object({ links: z.array(batchLink) }) },
  /** Asks the person for a place and writes them as a CSV file for mail merge. */
  'batches.exportLinks': { input: batchId, output: maybeSaved },
} satisfies AreaChannels<'batches'>;
