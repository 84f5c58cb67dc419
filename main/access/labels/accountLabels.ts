import type { CheckedInput } from '../../../shared/bridge/ipc';
import { cleanLabel, labelKey, maxTags, type AccountGroup } from '../../../shared/domain/account/labels';
import { CodedError } from '../../../shared/errors';
import { withoutControls } from './noteText';
import type { Database } from '../../storage/database';
import { transaction } from '../../storage/transaction';
import { requireAccount, type KnownAccount } from '../accountAccess';
import {
  deleteGroup,
  groupNamed,
  listGroups,
  orderGroups,
  renameGroup,
  requireGroup,
  restoreGroup,
} from './groups';
import { labelsErrorText } from './labelsErrorText';

type Labels = CheckedInput<'accounts.label'>;

/** What people label accounts with. An account is `{realm, accountId}`, whichever connection it is named through. */
export interface AccountLabels {
  /** Throws a CodedError: NOT_FOUND for an unknown account or group, INVALID_INPUT for too many tags. Then nothing is labeled. */
  label(labels: Labels): void;
  groups(): AccountGroup[];
  /** See the channels for what these throw. */
  renameGroup(groupId: string, name: string): void;
  orderGroups(groupIds: readonly string[]): void;
  deleteGroup(groupId: string): void;
  restoreGroup(groupId: string): void;
}

interface AccountLabelsDeps {
  readonly db: Database;
  /** ms since 1970. */
  readonly now: () => number;
  readonly changed: (topic: 'accounts.changed' | 'invitations.changed') => void;
}

export function createAccountLabels({ db, now, changed }: AccountLabelsDeps): AccountLabels {
  const change = (work: () => void): void => {
    transaction(db, work);
    changed('accounts.changed');
    // Lists of invitations may be filtered by group.
    changed('invitations.changed');
  };
  return {
    label: (labels) => {
      change(() => {
        labelAccounts(db, labels, now());
      });
    },
    groups: () => listGroups(db),
    renameGroup: (groupId, name) => {
      change(() => {
        renameGroup(db, groupId, name);
      });
    },
    orderGroups: (groupIds) => {
      change(() => {
        orderGroups(db, groupIds);
      });
    },
    deleteGroup: (groupId) => {
      change(() => {
        deleteGroup(db, groupId, now());
      });
    },
    restoreGroup: (groupId) => {
      change(() => {
        restoreGroup(db, groupId);
      });
    },
  };
}

function labelAccounts(db: Database, labels: Labels, now: number): void {
  const accounts = labels.accounts.map((account) => requireAccount(db, account));
  if (labels.group !== undefined) setGroup(db, accounts, groupIdOf(db, labels.group, now));
  if (labels.note !== undefined) setNote(db, accounts, withoutControls(labels.note));
  removeTags(db, accounts, labels.removeTags ?? []);
  addTags(db, accounts, labels.addTags ?? []);
}

/** @param group null: no group */
function groupIdOf(db: Database, group: NonNullable<Labels['group']> | null, now: number): string | null {
  if (group === null) return null;
  if ('name' in group) return groupNamed(db, group.name, now);
  requireGroup(db, group.groupId);
  return group.groupId;
}

function setGroup(db: Database, accounts: readonly KnownAccount[], groupId: string | null): void {
  const write = db.prepare(
    `INSERT INTO account_labels (realm, account_id, group_id) VALUES (?, ?, ?)
     ON CONFLICT (realm, account_id) DO UPDATE SET group_id = excluded.group_id`,
  );
  for (const { realm, accountId } of accounts) write.run(realm, accountId, groupId);
}

function setNote(db: Database, accounts: readonly KnownAccount[], note: string): void {
  const write = db.prepare(
    `INSERT INTO account_labels (realm, account_id, note) VALUES (?, ?, ?)
     ON CONFLICT (realm, account_id) DO UPDATE SET note = excluded.note`,
  );
  for (const { realm, accountId } of accounts) write.run(realm, accountId, note);
}

function removeTags(db: Database, accounts: readonly KnownAccount[], tags: readonly string[]): void {
  const remove = db.prepare('DELETE FROM account_tags WHERE realm = ? AND account_id = ? AND tag_key = ?');
  for (const { realm, accountId } of accounts) {
    for (const tag of tags) remove.run(realm, accountId, labelKey(tag));
  }
}

/** A tag that other accounts have is written as there. */
function addTags(db: Database, accounts: readonly KnownAccount[], tags: readonly string[]): void {
  const written = db.prepare('SELECT tag FROM account_tags WHERE tag_key = ? LIMIT 1');
  const add = db.prepare(
    'INSERT INTO account_tags (realm, account_id, tag_key, tag) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const count = db.prepare('SELECT count(*) AS count FROM account_tags WHERE realm = ? AND account_id = ?');
  const named = tags.map((tag) => {
    const key = labelKey(tag);
    if (key === '') throw new CodedError({ code: 'INVALID_INPUT', message: labelsErrorText.noVisibleName });
    return { key, tag: (written.get(key) as { readonly tag: string } | undefined)?.tag ?? cleanLabel(tag) };
  });
  for (const { realm, accountId, name } of named.length === 0 ? [] : accounts) {
    for (const { key, tag } of named) add.run(realm, accountId, key, tag);
    if ((count.get(realm, accountId) as { readonly count: number }).count <= maxTags) continue;
    throw new CodedError({ code: 'INVALID_INPUT', message: labelsErrorText.tooManyTags(name, maxTags) });
  }
}
