import { z } from 'zod';
import {
  fileRow,
  rowComment,
  type BatchFile,
  type BatchFileHead,
  type DraftFile,
  type FileRow,
  type FileRowComment,
} from '../../../shared/domain/approval/batchFile';
import type { NewFile } from './batchFile';

/** How many rows are written, or cross between processes, at once: it blocks main for a few ms. */
export const rowsAtOnce = 500;

/** Some rows of a file, and some of what its author says about single rows. */
export const filePiece = z.strictObject({
  rows: z.array(fileRow).max(rowsAtOnce),
  rowComments: z.array(rowComment).max(rowsAtOnce),
});
export type FilePiece = z.infer<typeof filePiece>;

/** A file without what its pieces have. */
export function headOf(file: BatchFile): BatchFileHead {
  return file.kind === 'draft'
    ? withoutRows(file)
    : { ...file, body: { ...file.body, draft: withoutRows(file.body.draft), rowComments: [] } };
}

/** The same before it is signed. */
export function newHeadOf(file: NewFile): NewFile {
  if (file.kind === 'draft') return withoutRows(file);
  return { ...file, body: { ...file.body, draft: withoutRows(file.body.draft), rowComments: [] } };
}

const withoutRows = <Draft extends Pick<DraftFile, 'body'>>(draft: Draft) => ({
  ...draft,
  body: { ...draft.body, rows: [] as [] },
});

/** The rest of it. */
export function* piecesOf(file: NewFile): Generator<FilePiece> {
  const { rows } = draftIn(file);
  const rowComments = file.kind === 'draft' ? [] : file.body.rowComments;
  for (let from = 0; from < Math.max(rows.length, rowComments.length); from += rowsAtOnce) {
    const to = from + rowsAtOnce;
    yield { rows: rows.slice(from, to), rowComments: rowComments.slice(from, to) };
  }
}

/** A file made of both, signed or not. */
export function joined<File extends NewFile>(head: File, pieces: Iterable<FilePiece>): File {
  const rows: FileRow[] = [];
  const rowComments: FileRowComment[] = [];
  for (const piece of pieces) {
    for (const row of piece.rows) rows.push(row);
    for (const comment of piece.rowComments) rowComments.push(comment);
  }
  if (head.kind === 'draft') return { ...head, body: { ...head.body, rows } };
  const { draft } = head.body;
  return { ...head, body: { ...head.body, draft: { ...draft, body: { ...draft.body, rows } }, rowComments } };
}

const draftIn = (file: NewFile): DraftFile['body'] =>
  file.kind === 'draft' ? file.body : file.body.draft.body;
