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
  plannedInCall,
  rowFinding,
  rowFindingCodes,
} from '../domain/batch/batch';
import { checkProgress } from '../domain/batch/checkProgress';
import { batchMember } from '../domain/batch/batchMember';
import { batchLink, batchReport } from '../domain/batch/batchReport';
import { importOptions, importPreview } from '../domain/batch/batchImport';
import { shownInvitation } from '../domain/invitation/invitation';
import { shownStatuses } from '../domain/outbox/operation';
import { errorBody } from '../errorBody';
import { nothing } from './common';

const batchId = z.strictObject({ batchId: z.string().min(1).max(64) });
const editing = batchId.extend({ editId: z.string().min(8).max(64) });
const oneBatch = z.object({ batch });
const name = z
  .string()
  .trim()
  .min(1, 'Enter a name for the batch.')
  .max(maxBatchName, 'A name has at most 120 characters.');
const rowId = z.string().min(8).max(64);
const format = z.enum(['csv', 'xlsx']);
const onePreview = z.object({ preview: importPreview });
/** The version of the findings the caller has, from `get` or the previous check. */
const sinceVersion = batchId.extend({ since: z.number().int().optional() });
/**
 * Findings of a batch's rows. `whole`: rows that aren't named have no findings. Otherwise they keep those of version `since`, and
 * a named row may have none.
 */
const found = z.object({
  batch,
  version: z.number(),
  whole: z.boolean(),
  findings: z.array(z.object({ rowId, findings: z.array(rowFinding) })),
});
const maybeSaved = z.object({ saved: z.boolean(), fileName: z.string().optional(), rows: z.number() });

/** Drafted lists of people to invite. Everything except `checkOnline` works offline. */
export const batchesChannels = {
  /**
   * Asks to change the batch's rows in this window, which it then may unless another one does. Ask again on `windows.changed`: the
   * other one may have ended, and `wanted` says that another one asks. Then save everything and call `handOver`. `editId`: a new one
   * for each visit of the screen.
   */
  'batches.edit': {
    input: editing,
    output: z.object({ writer: z.enum(['here', 'elsewhere']), wanted: z.boolean() }),
  },
  /** Has the window that edits the batch save and stop; answers once this one may edit. EDITED_ELSEWHERE says why it can't. */
  'batches.takeOver': { input: batchId, output: z.object({}) },
  /** Everything is saved, and the other window may edit. `failure`: it couldn't be saved, and why. */
  'batches.handOver': {
    input: batchId.extend({ failure: z.string().max(1000).nullable() }),
    output: z.object({}),
  },
  /** The screen was left, with everything saved. */
  'batches.stopEditing': { input: editing, output: z.object({}) },
  /** Brings the window forward that edits the batch. */
  'batches.showWriter': { input: batchId, output: z.object({}) },
  /** All except removed ones, most recently changed first. */
  'batches.list': { input: nothing, output: z.object({ batches: z.array(batch) }) },
  'batches.create': { input: z.strictObject({ name: name.optional() }), output: oneBatch },
  'batches.rename': { input: batchId.extend({ name }), output: oneBatch },
  /** A copy of its rows, none of them sent. */
  'batches.duplicate': { input: batchId, output: oneBatch },
  'batches.archive': { input: batchId.extend({ archived: z.boolean() }), output: oneBatch },
  /** Whether Amazon emails the people or links are shared. */
  'batches.setNotify': { input: batchId.extend({ notify: z.boolean().nullable() }), output: oneBatch },
  /** Removes it from the list; `restore` brings it back unchanged. */
  'batches.remove': { input: batchId, output: z.object({}) },
  'batches.restore': { input: batchId, output: oneBatch },
  /** The batch with all its rows in order. */
  'batches.get': {
    input: batchId,
    output: z.object({ batch, rows: z.array(batchRow), version: z.number() }),
  },
  /** The current status of each row that was sent. */
  'batches.statuses': {
    input: batchId,
    output: z.object({
      statuses: z.array(
        z.object({ rowId, status: z.enum(shownStatuses), invitation: shownInvitation.nullable() }),
      ),
    }),
  },
  /**
   * Stores the given rows in full and removes others; rows that aren't named stay. Only the position of a locked row may change:
   * any other change to one, or its removal, is INVALID_INPUT and nothing is stored. EDITED_ELSEWHERE while another window edits it,
   * as from every channel that changes rows, and from `rename`, `duplicate`, `setNotify` and `remove`.
   */
  'batches.setRows': {
    input: batchId.extend({
      rows: z.array(batchRowInput).max(2000),
      removed: z.array(rowId).max(20_000).default([]),
    }),
    output: z.object({}),
  },
  /** Checks all rows against the stored facts and against each other. */
  'batches.check': { input: sinceVersion, output: found },
  /** Reads the batch's accounts from Amazon, then checks again. `conflicts`: see below. */
  'batches.checkOnline': {
    input: sinceVersion,
    output: found.extend({
      conflicts: z.array(batchConflict),
      failures: z.array(z.object({ account: accountRef, accountName: z.string(), error: errorBody })),
      /** How many accounts weren't read because a person stopped it; their rows were checked against the stored copy. */
      notRead: z.number(),
    }),
  },
  /** How far the running `checkOnline` has come; null while there is none. Follow it on `accounts.changed`. */
  'batches.checkProgress': { input: batchId, output: z.object({ progress: checkProgress.nullable() }) },
  /** The accounts that `checkOnline` is reading are finished, no other is begun, and it answers. */
  'batches.stopCheck': { input: batchId, output: z.object({}) },
  /**
   * Rows whose facts have changed since they were drafted, as of the last check, whatever triggered the reading. A conflict stays
   * open until its row is kept, removed, or gets another account, address or role.
   */
  'batches.conflicts': { input: batchId, output: z.object({ conflicts: z.array(batchConflict) }) },
  /** Keeps rows as they are despite their findings, limited to those the person was shown (`codes`). */
  'batches.keepRows': {
    input: batchId.extend({
      rows: z.array(z.strictObject({ rowId, codes: z.array(z.enum(rowFindingCodes)).max(30) })).max(20_000),
    }),
    output: z.object({}),
  },
  /** What sending all rows that can be sent, or some of them, would do, for a person to agree to. Calls nothing. */
  'batches.dryRun': {
    input: batchId.extend({ rowIds: z.array(rowId).max(20_000).optional() }),
    output: z.object({ dryRun }),
  },
  /**
   * The exact body of one of the calls that sending would make (0 is the account's first), as JSON text. `planned`: the instances
   * planned for its people, which aren't part of it.
   */
  'batches.dryRunCall': {
    input: batchId.extend({ account: accountRef, call: z.number().int().min(0) }),
    output: z.object({ body: z.string(), planned: z.array(plannedInCall) }),
  },
  /** Shows an open dialog and reads the file; null when the person canceled. */
  'batches.openImport': { input: batchId, output: z.object({ preview: importPreview.nullable() }) },
  /**
   * Accepts a file dropped on the window if it can be imported. The page passes the `File` itself; the preload looks up its path.
   */
  'batches.dropFile': {
    input: z.strictObject({ path: z.string().max(32_767) }),
    output: z.object({ file: arrivedFile }),
  },
  /** The file last opened with the app, until it is dismissed or read, or why one wasn't accepted. */
  'batches.arrivedFile': {
    input: nothing,
    output: z.object({ file: arrivedFile.nullable(), refused: z.string().nullable() }),
  },
  'batches.dismissArrived': { input: nothing, output: z.object({}) },
  /** Reads a file opened with the app, as `openImport` does. */
  'batches.openArrived': { input: batchId.extend({ fileId: z.string().max(64) }), output: onePreview },
  /** The same for pasted text. */
  'batches.importText': {
    input: batchId.extend({ text: z.string().max(900_000) }),
    output: onePreview,
  },
  /** The open file as it would be read with other options. */
  'batches.previewImport': { input: batchId.extend({ options: importOptions }), output: onePreview },
  /** Adds its rows to the batch, creates further batches for rows that don't fit, and closes the file. */
  'batches.addImport': {
    input: batchId.extend({ options: importOptions }),
    output: z.object({
      batch,
      /** Across all batches. */
      added: z.number(),
      duplicates: z.number(),
      furtherBatches: z.array(batch),
    }),
  },
  'batches.closeImport': { input: z.strictObject({ importId: z.string().max(64) }), output: z.object({}) },
  /** Shows a save dialog and writes an empty table with our headers. */
  'batches.saveTemplate': { input: z.strictObject({ format }), output: maybeSaved },
  /** Shows a save dialog and writes all rows; importing the file again loses nothing. */
  'batches.export': { input: batchId.extend({ format }), output: maybeSaved },

  /** The current state of the sent rows. */
  'batches.report': { input: batchId, output: z.object({ report: batchReport }) },
  /** Shows a save dialog and writes every row with its source, operation, request ID, invitation and state. */
  'batches.exportReport': { input: batchId.extend({ format }), output: maybeSaved },
  /** The pending invitations of the batch, to share. */
  'batches.links': { input: batchId, output: z.object({ links: z.array(batchLink) }) },
  /** Those who accepted invitations of the batch, in its order, each with the member of the account who is that person. */
  'batches.members': { input: batchId, output: z.object({ members: z.array(batchMember) }) },
  /** Shows a save dialog and writes the links as a CSV file for mail merge. */
  'batches.exportLinks': { input: batchId, output: maybeSaved },
} satisfies AreaChannels<'batches'>;
