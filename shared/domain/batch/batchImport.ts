import { z } from 'zod';
import { accountRef } from '../account/account';
import { batchColumns } from './batch';

/** The largest file that is read, in bytes, and the most rows taken from one. */
export const maxFileBytes = 20 * 1024 * 1024;

export const importFormats = ['csv', 'xlsx', 'text'] as const;
/** How a text's characters can be written as bytes, by the names of the WHATWG Encoding Standard; `ibm437` to `ibm852` are DOS code pages. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'macintosh',
  'ibm437',
  'ibm850',
  'windows-1250',
  'iso-8859-2',
  'ibm852',
  'windows-1257',
  'windows-1254',
  'windows-1253',
  'iso-8859-7',
  'windows-1251',
  'koi8-r',
  'koi8-u',
  'iso-8859-5',
  'ibm866',
  'x-mac-cyrillic',
  'windows-1255',
  'windows-1256',
  'windows-1258',
  'windows-874',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'gb18030',
  'big5',
  'euc-kr',
] as const;
export const delimiters = [',', ';', '\t', '|', '^', '~', ':'] as const;

/**
 * A file says nowhere how its characters were written. Given where an encoding was not certain: a cell of the file with
 * letters beyond A to Z as it was read, and how other likely encodings read it, the likeliest first.
 */
export const encodingDoubt = z.object({
  rowNumber: z.number(),
  text: z.string(),
  /** Another reading is about as likely, so a person has to say which is right. */
  mustAnswer: z.boolean(),
  others: z.array(z.object({ encoding: z.enum(encodings), text: z.string() })),
});

/** Which of the file's columns (0 is the first) is which of ours; null: none. */
export const columnMapping = z.object({
  account: z.number().int().min(0).nullable(),
  emailAddress: z.number().int().min(0).nullable(),
  /** Further columns of addresses: each address in them is a person of its own. */
  moreAddresses: z.array(z.number().int().min(0)).max(20).default([]),
  /** The whole name. Where it is null, given and family names are joined in reading order. */
  userName: z.number().int().min(0).nullable(),
  givenName: z.number().int().min(0).nullable().default(null),
  familyName: z.number().int().min(0).nullable().default(null),
  role: z.number().int().min(0).nullable(),
  note: z.number().int().min(0).nullable(),
});
export type ColumnMapping = z.infer<typeof columnMapping>;

/**
 * What a reading leaves out of a file:
 * - `hiddenRows`, `hiddenColumns`, `hiddenSheets`: what the file's own program hides.
 * - `farCells`: cells gone astray, far to the right of the list.
 * - `aboveHeader`: rows above the row that names the columns, such as titles.
 * - `totals`: rows that sum up others. `repeatedHeaders`: the header row again, between the rows.
 * - `emptyColumns`: columns that are named and hold nothing.
 * - `ruleLines`: lines that only draw a line below headers or between rows, as Markdown tables have.
 * - `duplicates`: rows that are equal to another one in every cell.
 */
const importLeftOutReasons = [
  'hiddenRows',
  'hiddenColumns',
  'hiddenSheets',
  'farCells',
  'aboveHeader',
  'totals',
  'repeatedHeaders',
  'emptyColumns',
  'ruleLines',
  'duplicates',
] as const;

/** What was left out for one reason. Rows of the file are added, or counted here. */
export const importLeftOut = z.object({
  reason: z.enum(importLeftOutReasons),
  /** How many rows, columns or sheets. */
  count: z.number(),
  /** The source's rows, the first 100 of them; empty for columns and sheets. */
  rowNumbers: z.array(z.number()),
  /** The names of columns or sheets, the first 20 of them. */
  names: z.array(z.string()),
});
export type ImportLeftOut = z.infer<typeof importLeftOut>;

/** What a person has to decide before rows can be added; nothing is guessed where a wrong guess would invite the wrong person. */
export const importQuestion = z.discriminatedUnion('kind', [
  /** How the file's characters were written, where two readings are about equally likely: see `encodingDoubt`. Selecting an encoding answers it. */
  z.object({ kind: z.literal('encoding') }),
  /** Which of these columns holds the addresses of the people to invite. */
  z.object({ kind: z.literal('addressColumn'), columns: z.array(z.number()) }),
]);
export type ImportQuestion = z.infer<typeof importQuestion>;
/** A sheet of a workbook. */
export const importSheet = z.object({ name: z.string(), isHidden: z.boolean() });

/**
 * Cells of one column that the workbook stores as numbers, though they may be IDs:
 * - `digits`: they have more digits than Excel keeps, so the last ones may be zeros that nobody typed.
 * - `zeros`: their format shows zeros before them that are no part of the number.
 * - null: whole numbers. If they are IDs, zeros before them may be lost.
 */
export const storedAsNumbers = z.object({
  /** 0 is the first, and how its program names it: "C". */
  column: z.number(),
  letters: z.string(),
  doubt: z.enum(['digits', 'zeros']).nullable(),
  count: z.number(),
  /** The first 100. */
  rowNumbers: z.array(z.number()),
  /** The first one's text. */
  example: z.string(),
});

/** Batches that are made for the rows that one batch cannot hold. */
const furtherBatches = z.array(z.strictObject({ name: z.string().max(200), rows: z.number() })).max(100);

/** How an open file is to be read; what is left out is found out. */
export const importOptions = z.strictObject({
  importId: z.string().min(1).max(64),
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
  sheet: z.string().max(200).optional(),
  /** Whether rows count that the file's own program hides, by hand or with a filter. */
  withHiddenRows: z.boolean().optional(),
  /** The source's number of the row that names the columns; null: no row does. */
  headerRow: z.number().int().min(1).nullable().optional(),
  mapping: columnMapping.optional(),
  /** What a text of the account column stands for; null: leave its rows' account open. */
  accounts: z
    .array(z.strictObject({ text: z.string().max(2000), account: accountRef.nullable() }))
    .max(2000)
    .optional(),
  /** These people to all of these accounts: each row once for each, whatever its own account column says. */
  toAccounts: z.array(accountRef).max(1000).optional(),
  /** A person said that no column holds the addresses to invite. */
  withoutAddresses: z.boolean().optional(),
  /** The further batches as a person has seen them; rows go nowhere else. */
  furtherBatches: furtherBatches.optional(),
  /** For rows that name no role. */
  role: z.enum(['admin', 'viewer']).optional(),
});
export type ImportOptions = z.infer<typeof importOptions>;

/** What was found in an open file, as it would be taken over now. Nothing is stored yet. */
export const importPreview = z.object({
  importId: z.string(),
  fileName: z.string(),
  format: z.enum(importFormats),
  encoding: z.enum(encodings).nullable(),
  /** Null where the encoding is certain or was selected. */
  encodingDoubt: encodingDoubt.nullable(),
  delimiter: z.enum(delimiters).nullable(),
  /** Whether it was read as people as mails list them: no headers, and columns of names and addresses. */
  isPeopleList: z.boolean(),
  sheets: z.array(importSheet),
  sheet: z.string().nullable(),
  /** How many rows of the sheet are hidden. They are left out unless a person wants them. */
  hiddenRows: z.number(),
  /** The columns that the file's own program hides; 0 is the first. */
  hiddenColumns: z.array(z.number()),
  /** What may have lost digits in the columns that are used. */
  storedAsNumbers: z.array(storedAsNumbers),
  /** The source's number of the row that names the columns; null where no row does. */
  headerRow: z.number().nullable(),
  /** The first rows of the file, from which the header row is selected; cells cut at 200 characters. */
  topRows: z.array(z.object({ rowNumber: z.number(), cells: z.array(z.string()) })),
  headers: z.array(z.string()),
  /** The columns as a person sees them: by header, else by letter and first value; never empty, each name once. */
  columns: z.array(z.object({ name: z.string(), isEmpty: z.boolean() })),
  /** Which column is which. */
  mapping: columnMapping,
  /** The first rows as they are, cells cut at 200 characters. */
  sample: z.array(z.array(z.string())),
  /** The names of the sample's people, as they would be taken over. */
  sampleNames: z.array(z.string()),
  /** The open ones; while there are any, nothing is added. */
  questions: z.array(importQuestion),
  /** Characters that look as if the encoding were another, in rows by number. */
  oddCharacters: z.array(z.object({ rowNumber: z.number(), text: z.string() })),
  /** Rows of the file that hold anything. */
  rows: z.number(),
  /** What the account column says, for each different text. `similar` ones want a person's yes, once. */
  accounts: z.array(
    z.object({
      text: z.string(),
      rows: z.number(),
      match: z.enum(['id', 'name', 'similar', 'chosen', 'none']),
      account: accountRef.nullable(),
      accountName: z.string().nullable(),
      /** Accounts of a similar name, the most similar first; of several a person selects one. */
      candidates: z.array(z.object({ account: accountRef, accountName: z.string() })),
      /** Nobody can be invited there: the connection is no admin of it. */
      isViewerOnly: z.boolean(),
    }),
  ),
  /** The batches that would be made for the rows beyond those that this one can hold. */
  furtherBatches,
  /** How many rows would be added, to this batch and to further ones, and how many are left out because one with the same cells is there already. */
  added: z.number(),
  duplicates: z.number(),
  /** Rows with several addresses, and how many people came of them. */
  severalPeople: z.object({ rows: z.number(), people: z.number(), rowNumbers: z.array(z.number()) }),
  /** What is not added, by reason. */
  leftOut: z.array(importLeftOut),
  /** The rows to add by what the batch's own check finds in them: errors, warnings only, nothing. */
  counts: z.object({ errors: z.number(), warnings: z.number(), ready: z.number() }),
  /** By reason, as the batch's own check finds them, the most rows first; `rowNumbers` holds at most 100 of them. Rows with problems are added all the same, to be fixed there. */
  problems: z.array(
    z.object({
      reason: z.string(),
      column: z.enum(batchColumns),
      level: z.enum(['error', 'warning']),
      rows: z.number(),
      rowNumbers: z.array(z.number()),
    }),
  ),
});
export type ImportPreview = z.infer<typeof importPreview>;
