import { z } from 'zod';
import { accountRef } from '../account/account';
import { batchColumns } from './batch';

/** Max size of a file, in bytes, and max number of rows read from one. */
export const maxFileBytes = 20 * 1024 * 1024;

const importFormats = ['csv', 'xlsx', 'text'] as const;
/** Character encodings by the names of the WHATWG Encoding Standard; `ibm437` to `ibm852` are DOS code pages. */
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
 * A file doesn't say how its characters are encoded. Set when an encoding isn't certain: a cell of the file with letters beyond A
 * to Z as it was read, and how other likely encodings read it, likeliest first.
 */
const encodingDoubt = z.object({
  rowNumber: z.number(),
  text: z.string(),
  /** Another encoding is about as likely, so a person has to decide. */
  mustAnswer: z.boolean(),
  others: z.array(z.object({ encoding: z.enum(encodings), text: z.string() })),
});

/** Which of the file's columns (0 is the first) maps to which of ours; null: none. */
export const columnMapping = z.object({
  account: z.number().int().min(0).nullable(),
  emailAddress: z.number().int().min(0).nullable(),
  /** Further address columns: each address in them is a separate person. */
  moreAddresses: z.array(z.number().int().min(0)).max(20).default([]),
  /** The full name. If null, given and family names are joined in reading order. */
  userName: z.number().int().min(0).nullable(),
  givenName: z.number().int().min(0).nullable().default(null),
  familyName: z.number().int().min(0).nullable().default(null),
  role: z.number().int().min(0).nullable(),
  note: z.number().int().min(0).nullable(),
  instances: z.number().int().min(0).nullable().default(null),
});
export type ColumnMapping = z.infer<typeof columnMapping>;

/**
 * What is left out when reading a file:
 * - `hiddenRows`, `hiddenColumns`, `hiddenSheets`: what the file's own program hides.
 * - `farCells`: stray cells, far to the right of the list.
 * - `aboveHeader`: rows above the row that names the columns, such as titles.
 * - `totals`: rows that sum up others. `repeatedHeaders`: the header row again, between the rows.
 * - `emptyColumns`: columns with a name and no values.
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

/** What was left out for one reason. Every row of the file is either added or counted here. */
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
  /**
   * How the file's characters are encoded, if two encodings are about equally likely: see `encodingDoubt`. Selecting an encoding
   * answers it.
   */
  z.object({ kind: z.literal('encoding') }),
  /** Which of these columns has the addresses of the people to invite. */
  z.object({ kind: z.literal('addressColumn'), columns: z.array(z.number()) }),
]);
export type ImportQuestion = z.infer<typeof importQuestion>;
/** A sheet of a workbook. */
const importSheet = z.object({ name: z.string(), isHidden: z.boolean() });

/**
 * Cells of one column that the workbook stores as numbers, though they may be IDs:
 * - `digits`: they have more digits than Excel keeps, so the last ones may be zeros that nobody typed.
 * - `zeros`: their format shows leading zeros that aren't part of the number.
 * - null: whole numbers. If they are IDs, leading zeros may have been lost.
 */
export const storedAsNumbers = z.object({
  /** 0 is the first, and its name in the file's own program: "C". */
  column: z.number(),
  letters: z.string(),
  doubt: z.enum(['digits', 'zeros']).nullable(),
  count: z.number(),
  /** The first 100. */
  rowNumbers: z.array(z.number()),
  /** The first one's text. */
  example: z.string(),
});

/** Batches created for the rows that don't fit into one batch. */
const furtherBatches = z.array(z.strictObject({ name: z.string().max(200), rows: z.number() })).max(100);

/** How to read an open file; what is omitted is detected. */
export const importOptions = z.strictObject({
  importId: z.string().min(1).max(64),
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
  sheet: z.string().max(200).optional(),
  /** Whether to include rows that the file's own program hides, by hand or with a filter. */
  withHiddenRows: z.boolean().optional(),
  /** The file's number of the row that names the columns; null: no row does. */
  headerRow: z.number().int().min(1).nullable().optional(),
  mapping: columnMapping.optional(),
  /** Which account a text of the account column means; null: leave its rows' account empty. */
  accounts: z
    .array(z.strictObject({ text: z.string().max(2000), account: accountRef.nullable() }))
    .max(2000)
    .optional(),
  /** Invite these people to all of these accounts: each row once for each, whatever its own account column says. */
  toAccounts: z.array(accountRef).max(1000).optional(),
  /** A person confirmed that no column has the addresses to invite. */
  withoutAddresses: z.boolean().optional(),
  /** The further batches the person was shown; rows go to no others. */
  furtherBatches: furtherBatches.optional(),
  /** For rows without a role. */
  role: z.enum(['admin', 'viewer']).optional(),
});
export type ImportOptions = z.infer<typeof importOptions>;

/** How a file, or one sheet of it, was read as a table. */
export const tableReading = z.object({
  fileName: z.string(),
  format: z.enum(importFormats),
  encoding: z.enum(encodings).nullable(),
  /** Null if the encoding is certain or was selected. */
  encodingDoubt: encodingDoubt.nullable(),
  delimiter: z.enum(delimiters).nullable(),
  /** Whether it was read as a list of people as in an email: no headers, and columns of names and addresses. */
  isPeopleList: z.boolean(),
  sheets: z.array(importSheet),
  sheet: z.string().nullable(),
  /** How many rows of the sheet are hidden, whether they are read or not. They are left out unless a person includes them. */
  hiddenRows: z.number(),
  /** The columns that the file's own program hides; 0 is the first. */
  hiddenColumns: z.array(z.number()),
});

/** What was found in an open file, as it would be added now. Nothing is stored yet. */
export const importPreview = z.object({
  importId: z.string(),
  ...tableReading.shape,
  /** What may have lost digits in the columns that are used. */
  storedAsNumbers: z.array(storedAsNumbers),
  /** The file's number of the row that names the columns; null if no row does. */
  headerRow: z.number().nullable(),
  /** The first rows of the file, to select the header row from; cells cut at 200 characters. */
  topRows: z.array(z.object({ rowNumber: z.number(), cells: z.array(z.string()) })),
  headers: z.array(z.string()),
  /** The columns as a person sees them: by header, or by letter and first value; never empty, each name unique. */
  columns: z.array(z.object({ name: z.string(), isEmpty: z.boolean() })),
  mapping: columnMapping,
  /** The first rows as they are, cells cut at 200 characters. */
  sample: z.array(z.array(z.string())),
  /** The names of the sample's people as they would be added. */
  sampleNames: z.array(z.string()),
  /** The open questions; while there are any, nothing is added. */
  questions: z.array(importQuestion),
  /** Characters that suggest a different encoding, by row number. */
  oddCharacters: z.array(z.object({ rowNumber: z.number(), text: z.string() })),
  /** Rows of the file that contain anything. */
  rows: z.number(),
  /** Each different text of the account column. `similar` ones need a person's confirmation, once. */
  accounts: z.array(
    z.object({
      text: z.string(),
      rows: z.number(),
      match: z.enum(['id', 'name', 'similar', 'chosen', 'none']),
      account: accountRef.nullable(),
      accountName: z.string().nullable(),
      /** Accounts with a similar name, most similar first; if there are several, a person selects one. */
      candidates: z.array(z.object({ account: accountRef, accountName: z.string() })),
      /** Nobody can be invited there: the connection isn't an admin of it. */
      isViewerOnly: z.boolean(),
    }),
  ),
  /** The batches that would be created for rows that don't fit into this one. */
  furtherBatches,
  /**
   * How many rows would be added, to this batch and to further ones, and how many are left out because an identical row is
   * already there.
   */
  added: z.number(),
  duplicates: z.number(),
  /** Rows with several addresses, and how many people they yield. */
  severalPeople: z.object({ rows: z.number(), people: z.number(), rowNumbers: z.array(z.number()) }),
  /** What isn't added, by reason. */
  leftOut: z.array(importLeftOut),
  /** The rows to add by what the batch's own check finds in them: errors, warnings only, nothing. */
  counts: z.object({ errors: z.number(), warnings: z.number(), ready: z.number() }),
  /**
   * By reason, as the batch's own check finds them, most rows first; `rowNumbers` has at most 100. Rows with problems are added
   * anyway, to be fixed there.
   */
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
