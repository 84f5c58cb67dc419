import { cleanLabel, labelKey, type AccountGroup } from '../../../shared/domain/account/labels';
import { CodedError } from '../../../shared/errors';
import type { Database } from '../../storage/database';
import { newRecordId } from '../../storage/recordId';
import { labelsErrorText } from './labelsErrorText';

/** How long a deleted group can be restored, in ms. */
const restorableMs = 86_400_000;

/** All groups in the person's order, and how many accounts with a connection each has. */
export function listGroups(db: Database): AccountGroup[] {
  const rows: unknown = db
    .prepare(
      `SELECT group_id AS groupId, name,
         (SELECT count(*) FROM account_labels
          WHERE account_labels.group_id = account_groups.group_id AND EXISTS (
            SELECT 1 FROM ways_in
            WHERE ways_in.realm = account_labels.realm AND ways_in.account_id = account_labels.account_id
          )) AS accounts
       FROM account_groups WHERE deleted_at IS NULL ORDER BY position, group_id`,
    )
    .all();
  return rows as AccountGroup[];
}

/** The name of a group; its ID if there is none with that ID. */
export function groupNameOf(db: Database, groupId: string): string {
  const row = db.prepare('SELECT name FROM account_groups WHERE group_id = ?').get(groupId) as
    { readonly name: string } | undefined;
  return row?.name ?? groupId;
}

/** @throws CodedError NOT_FOUND if there is no such group, or it was deleted */
export function requireGroup(db: Database, groupId: string): void {
  const found: unknown = db
    .prepare('SELECT 1 FROM account_groups WHERE group_id = ? AND deleted_at IS NULL')
    .get(groupId);
  if (found === undefined) throw new CodedError({ code: 'NOT_FOUND', message: labelsErrorText.unknownGroup });
}

/**
 * The ID of the group with this name; a new one at the end if there is none. Call it inside a transaction.
 * @param now ms since 1970
 * @throws CodedError INVALID_INPUT for a name of invisible characters
 */
export function groupNamed(db: Database, name: string, now: number): string {
  const text = requireText(name);
  const known = groupWithKey(db, labelKey(name));
  if (known !== null) return known;
  const groupId = newRecordId(now);
  db.prepare(
    `INSERT INTO account_groups (group_id, name, name_key, position)
     SELECT ?, ?, ?, coalesce(max(position), 0) + 1 FROM account_groups`,
  ).run(groupId, text, labelKey(name));
  return groupId;
}

/**
 * Call it inside a transaction.
 * @throws CodedError NOT_FOUND for no such group; INVALID_INPUT if another one has the name, or nothing of it is visible
 */
export function renameGroup(db: Database, groupId: string, name: string): void {
  requireGroup(db, groupId);
  const text = requireText(name);
  requireFreeName(db, groupId, labelKey(name));
  db.prepare('UPDATE account_groups SET name = ?, name_key = ? WHERE group_id = ?').run(
    text,
    labelKey(name),
    groupId,
  );
}

/** Puts groups in this order; others follow as they were. Call it inside a transaction. */
export function orderGroups(db: Database, groupIds: readonly string[]): void {
  const wanted = new Set(groupIds);
  const others = listGroups(db).filter((group) => !wanted.has(group.groupId));
  const move = db.prepare('UPDATE account_groups SET position = ? WHERE group_id = ?');
  [...wanted, ...others.map((group) => group.groupId)].forEach((groupId, index) => {
    move.run(index + 1, groupId);
  });
}

/**
 * Deletes a group so that it can be restored, and those for good that were deleted long ago. Call it inside a transaction.
 * @param now ms since 1970
 * @throws CodedError NOT_FOUND
 */
export function deleteGroup(db: Database, groupId: string, now: number): void {
  requireGroup(db, groupId);
  db.prepare('UPDATE account_groups SET deleted_at = ? WHERE group_id = ?').run(now, groupId);
  db.prepare('DELETE FROM account_groups WHERE deleted_at < ?').run(now - restorableMs);
}

/**
 * Call it inside a transaction.
 * @throws CodedError NOT_FOUND if it can't be restored anymore; INVALID_INPUT if another one has its name by now
 */
export function restoreGroup(db: Database, groupId: string): void {
  const row = db.prepare('SELECT name_key AS key FROM account_groups WHERE group_id = ?').get(groupId) as
    { readonly key: string } | undefined;
  if (row === undefined) throw new CodedError({ code: 'NOT_FOUND', message: labelsErrorText.unknownGroup });
  requireFreeName(db, groupId, row.key);
  db.prepare('UPDATE account_groups SET deleted_at = NULL WHERE group_id = ?').run(groupId);
}

function groupWithKey(db: Database, key: string): string | null {
  const row = db
    .prepare('SELECT group_id AS groupId FROM account_groups WHERE name_key = ? AND deleted_at IS NULL')
    .get(key) as { readonly groupId: string } | undefined;
  return row?.groupId ?? null;
}

function requireFreeName(db: Database, groupId: string, key: string): void {
  const other = groupWithKey(db, key);
  if (other === null || other === groupId) return;
  throw new CodedError({
    code: 'INVALID_INPUT',
    message: labelsErrorText.nameTaken(groupNameOf(db, other)),
  });
}

function requireText(name: string): string {
  const text = cleanLabel(name);
  if (labelKey(name) !== '') return text;
  throw new CodedError({ code: 'INVALID_INPUT', message: labelsErrorText.noVisibleName });
}
