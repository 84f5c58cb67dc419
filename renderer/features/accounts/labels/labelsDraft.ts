import type { ChannelInput } from '../../../../shared/bridge/ipc';
import type { Account, AccountRef } from '../../../../shared/domain/account/account';
import { labelKey, type GroupRef } from '../../../../shared/domain/account/labels';
import { compareNames } from '../../../../shared/text/formats';

/** A group that exists, or the name of one to create. */
export type DraftGroup = GroupRef | { readonly groupId: null; readonly name: string };

/** What a person set in a dialog; undefined stays as each account has it. */
export interface LabelsDraft {
  /** Null: no group. */
  readonly group?: DraftGroup | null;
  readonly addTags: readonly string[];
  readonly removeTags: readonly string[];
  readonly note?: string;
}

export const emptyDraft: LabelsDraft = { addTags: [], removeTags: [] };

/** The group that all of the accounts have; null if they have none, undefined if they differ. */
export function commonGroup(accounts: readonly Pick<Account, 'group'>[]): GroupRef | null | undefined {
  const [first, ...others] = accounts.map(({ group }) => group);
  return others.every((group) => group?.groupId === first?.groupId) ? (first ?? null) : undefined;
}

/** The tags of the accounts by name, and how many of these accounts have each. */
export function tagCounts(
  accounts: readonly Pick<Account, 'tags'>[],
): readonly { readonly tag: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { tags } of accounts) {
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((one, other) => compareNames(one.tag, other.tag));
}

/** Whether a name that is typed is one of these, or differs from it only in case, width or composition. */
export const isAmong = (name: string, names: readonly string[]): boolean =>
  names.some((each) => labelKey(each) === labelKey(name));

/** The draft after the only account's tags were set to these. */
export const withTags = (
  draft: LabelsDraft,
  { tags }: Pick<Account, 'tags'>,
  selected: readonly string[],
): LabelsDraft => ({
  ...draft,
  addTags: selected.filter((tag) => !tags.includes(tag)),
  removeTags: tags.filter((tag) => !selected.includes(tag)),
});

/** The tags of the only account as the draft has them. */
export const tagsIn = (
  { addTags, removeTags }: LabelsDraft,
  { tags }: Pick<Account, 'tags'>,
): readonly string[] => [...tags.filter((tag) => !removeTags.includes(tag)), ...addTags];

/** The call that stores a draft; null if it changes nothing. */
export function labelsInput(
  accounts: readonly Pick<Account, keyof AccountRef | 'group' | 'note'>[],
  { group, addTags, removeTags, note }: LabelsDraft,
): ChannelInput<'accounts.label'> | null {
  const parts = {
    ...(group === undefined || isSameGroup(group, commonGroup(accounts)) ? {} : { group: groupInput(group) }),
    ...(addTags.length === 0 ? {} : { addTags: [...addTags] }),
    ...(removeTags.length === 0 ? {} : { removeTags: [...removeTags] }),
    ...(note === undefined || accounts.every((account) => account.note === note) ? {} : { note }),
  };
  return Object.keys(parts).length === 0
    ? null
    : {
        accounts: accounts.map(({ connectionId, accountId }) => ({ connectionId, accountId })),
        ...parts,
      };
}

const isSameGroup = (group: DraftGroup | null, common: GroupRef | null | undefined): boolean =>
  common !== undefined && group?.groupId === common?.groupId;

const groupInput = (group: DraftGroup | null): ChannelInput<'accounts.label'>['group'] =>
  group === null ? null : group.groupId === null ? { name: group.name } : { groupId: group.groupId };
