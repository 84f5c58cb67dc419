import { createHash } from 'node:crypto';
import { labelKey } from '../../../shared/domain/account/labels';
import { factSearchText } from '../../../shared/domain/team/factSearchText';
import type { ErasureCounts, ErasureKind } from '../../../shared/domain/person/erasure';
import { toSearchText } from '../../../shared/text/searchText';
import { isWholeAddress } from '../../access/refresh/evidence';
import { mayName, type NameSieve } from './nameSieve';
import { personalColumns, type ColumnKind, type PersonalTable } from './personalColumns';
import type { Replacing } from './replaceText';
import { textOf, type ScannedRow, type StoredValue } from './scanTables';

/** What a row becomes. */
export interface PlannedChange {
  readonly table: string;
  readonly key: ScannedRow['key'];
  /** The columns that change; null: the row is deleted. */
  readonly values: Readonly<Record<string, StoredValue>> | null;
}

/** What stands in place of a note. */
const erasedNote = 'Erased';

/** Whether a row has to be looked at closely. @param isOwnOperation of operations about the person */
export function mayConcern(
  { table, values }: ScannedRow,
  sieve: NameSieve,
  isOwnOperation: (operationId: StoredValue | undefined) => boolean,
): boolean {
  const facts = personalColumns[table];
  if (facts?.ofOperation === true && isOwnOperation(values['operation_id'])) return true;
  const texts = Object.keys(facts?.columns ?? {}).flatMap((column) => textOf(values[column]) ?? []);
  return mayName(sieve, texts.join('\n'));
}

/** Whether a row is about the person, instead of only mentioning them. */
export function isAbout(
  { table, values }: ScannedRow,
  replacing: Replacing,
  isOwnOperation: (operationId: StoredValue | undefined) => boolean,
): boolean {
  const facts = personalColumns[table];
  if (facts === undefined) return false;
  if (facts.ofOperation === true && isOwnOperation(values['operation_id'])) return true;
  const realm = textOf(values['realm']) ?? '';
  return Object.entries(facts.columns).some(([column, kind]) => {
    const text = textOf(values[column]);
    if (text === null) return false;
    if (kind === 'address' || kind === 'addressAlone') return replacing.isOwnAddress(text);
    if (kind === 'userId') return replacing.userId(realm, text) !== undefined;
    if (kind === 'invitationId') return replacing.invitationId(text) !== undefined;
    return table === 'leavers' && column === 'subject' && replacing.json(text, false) !== text;
  });
}

/** What becomes of a row; null if nothing of it changes. */
export function changeOf(row: ScannedRow, replacing: Replacing, isOwn: boolean): PlannedChange | null {
  const { table, key, values } = row;
  const facts = personalColumns[table];
  if (facts === undefined) return null;
  if (facts.deletesRows === true) return isOwn ? { table, key, values: null } : null;
  const changed = changedColumns(row, facts, { replacing, isOwn });
  if (Object.keys(changed).length === 0) return null;
  return { table, key, values: { ...changed, ...derived(table, { ...values, ...changed }) } };
}

interface How {
  readonly replacing: Replacing;
  readonly isOwn: boolean;
}

function changedColumns(
  { values }: ScannedRow,
  { columns }: PersonalTable,
  how: How,
): Record<string, StoredValue> {
  const realm = textOf(values['realm']) ?? '';
  const isOther = Object.entries(columns).some(
    ([column, kind]) => kind === 'address' && isWholeAddress(textOf(values[column])?.trim()),
  );
  const changed: Record<string, StoredValue> = {};
  for (const [column, kind] of Object.entries(columns)) {
    const text = textOf(values[column]);
    if (text === null || (text === '' && kind !== 'address')) continue;
    const after = replaced(text, kind, { ...how, isOther, realm });
    if (after === text) continue;
    changed[column] = after !== null && kind === 'body' ? Buffer.from(after) : after;
  }
  return changed;
}

function replaced(
  text: string,
  kind: ColumnKind,
  { replacing, isOwn, isOther, realm }: How & { readonly isOther: boolean; readonly realm: string },
): string | null {
  const { pseudonym } = replacing;
  switch (kind) {
    case 'address':
      return isOwn ? pseudonym.address : replacing.text(text, false);
    case 'addressAlone':
      return replacing.isOwnAddress(text) ? pseudonym.address : text;
    case 'userId':
      return replacing.userId(realm, text) ?? text;
    case 'invitationId':
      return replacing.invitationId(text) ?? text;
    case 'name':
      if (isOwn) return pseudonym.name;
      // Somebody else may have the same name.
      return isOther ? text : replacing.text(text, false);
    case 'note':
      return isOwn ? erasedNote : replacing.text(text, false);
    case 'text':
      return replacing.text(text, isOwn);
    case 'actor':
      return replacing.actor(text);
    case 'json':
    case 'body':
      return replacing.json(text, isOwn);
    case 'failure':
      return isOwn ? notRetryable(replacing.json(text, true)) : replacing.json(text, false);
    case 'names':
      return isOwn ? JSON.stringify([pseudonym.name]) : replacing.json(text, false);
    case 'hash':
      return isOwn ? null : text;
    case 'derived':
      return text;
  }
}

/** Nothing is sent to a pseudonym. @param error JSON of an error body */
const notRetryable = (error: string): string => {
  const body: unknown = JSON.parse(error);
  return typeof body === 'object' ? JSON.stringify({ ...body, retryable: false }) : error;
};

/** Columns that are made from others of their row, as it becomes. */
function derived(table: string, row: Readonly<Record<string, StoredValue>>): Record<string, StoredValue> {
  if (table === 'invitations') {
    const parts = ['user_name', 'email_address', 'created_by', 'invitation_id'];
    return { search_text: parts.map((column) => toSearchText(textOf(row[column]) ?? '')).join('\n') };
  }
  if (table === 'account_groups') return { name_key: labelKey(textOf(row['name']) ?? '') };
  if (table === 'account_tags') return { tag_key: labelKey(textOf(row['tag']) ?? '') };
  const body = row['body'];
  if (table === 'team_facts' && typeof body === 'string') {
    return { search_text: factSearchText(JSON.parse(body) as Record<string, unknown>) };
  }
  if (table === 'requests' && body instanceof Uint8Array) {
    return { body_sha256: createHash('sha256').update(body).digest('hex') };
  }
  return {};
}

const kinds: Readonly<Partial<Record<string, ErasureKind>>> = {
  invitations: 'invitations',
  members: 'members',
  member_history: 'memberHistory',
  operations: 'operations',
  activity: 'activity',
  batch_rows: 'batchRows',
  identity_decisions: 'decisions',
  leavers: 'leavers',
  directory_people: 'directory',
};

/** How many rows are about the person, by kind; every other row that changes is a mention. */
export function countsOf(
  rows: readonly { readonly table: string; readonly isOwn: boolean }[],
): ErasureCounts {
  const counts: Record<ErasureKind, number> = {
    ...{ invitations: 0, members: 0, memberHistory: 0, operations: 0, activity: 0 },
    ...{ batchRows: 0, decisions: 0, leavers: 0, directory: 0, savedViews: 0, mentions: 0 },
  };
  for (const { table, isOwn } of rows) counts[(isOwn ? kinds[table] : undefined) ?? 'mentions'] += 1;
  return counts;
}
