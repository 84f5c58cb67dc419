import { groupRef, type GroupRef } from '../../../shared/domain/account/labels';
import { z } from 'zod';

/** The labels of an account as columns of a query on `accounts`; read them with `labelsOf`. */
export const labelColumns = `
  (SELECT json_object('groupId', group_id, 'name', account_groups.name)
     FROM account_labels JOIN account_groups USING (group_id)
     WHERE account_labels.realm = accounts.realm AND account_labels.account_id = accounts.account_id
       AND deleted_at IS NULL) AS account_group,
  (SELECT json_group_array(tag ORDER BY tag_key) FROM account_tags
     WHERE account_tags.realm = accounts.realm AND account_tags.account_id = accounts.account_id) AS tags,
  coalesce((SELECT note FROM account_labels
     WHERE account_labels.realm = accounts.realm AND account_labels.account_id = accounts.account_id), '') AS note`;

/** A row of `labelColumns`. */
export interface LabelRow {
  readonly account_group: string | null;
  readonly tags: string;
  readonly note: string;
}

export const labelsOf = ({
  account_group,
  tags,
  note,
}: LabelRow): { readonly group: GroupRef | null; readonly tags: string[]; readonly note: string } => ({
  group: account_group === null ? null : groupRef.parse(JSON.parse(account_group)),
  tags: z.array(z.string()).parse(JSON.parse(tags)),
  note,
});

/**
 * Whether a table's account is in one of the groups whose IDs are bound as `groups`, a JSON array. @param table with the columns
 * `realm` and `account_id`
 */
export const isInGroups = (table: string): string =>
  `(${table}.realm, ${table}.account_id) IN (
     SELECT realm, account_id FROM account_labels JOIN account_groups USING (group_id)
     WHERE group_id IN (SELECT value FROM json_each(:groups)) AND deleted_at IS NULL)`;
