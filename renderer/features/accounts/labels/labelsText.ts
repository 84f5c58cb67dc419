import { formatNumber } from '../../../../shared/text/formats';
import { byCount, pluralize } from '../../../../shared/text/pluralize';

const accounts = (count: number): string => pluralize(count, 'account');

/** What people read about groups, tags and notes of accounts. */
export const labelsText = {
  // EditLabelsDialog
  groupTitle: (names: readonly string[]) => `Group of ${one(names)}`,
  tagsTitle: (names: readonly string[]) => `Tags of ${one(names)}`,
  allTitle: (names: readonly string[]) => `Group, tags and note of ${one(names)}`,
  saveFailed: 'Couldn’t save',
  save: 'Save',
  onlyHere: 'Groups, tags and notes stay on this computer. Amazon doesn’t get them.',

  // GroupField, TagsFields, the note
  group: 'Group',
  groupHint: 'All accounts of one client. To create a group, type its name.',
  noGroup: 'No group',
  differentGroups: 'Different groups',
  findGroup: 'Find or create a group',
  groupPlaceholder: 'Name of the client',
  create: (name: string) => `Create “${name}”`,
  tags: 'Tags',
  tagsHint: (max: number) => `Up to ${formatNumber(max)}. To create a tag, type it.`,
  addTags: 'Add tags',
  removeTags: 'Remove tags',
  noTags: 'None of these accounts has a tag.',
  selectTags: 'Select tags',
  findTag: 'Find or create a tag',
  findExistingTag: 'Find a tag',
  tagPlaceholder: 'Tag',
  typeTag: 'Type a tag',
  noTagMatches: 'No tags match',
  removeTag: (tag: string) => `Remove ${tag}`,
  onSome: (count: number, all: number) => `On ${formatNumber(count)} of ${accounts(all)}`,
  note: 'Note',
  noteHint: (left: number) =>
    left >= 0
      ? `${pluralize(left, 'character')} left`
      : `${pluralize(-left, 'character')} too many. Shorten the note.`,

  // AccountLabels
  editLabels: (name: string) => `Edit group, tags and note of ${name}`,
  addLabels: (name: string) => `Add a group, tags or a note to ${name}`,
  showNote: 'Note',
  closeNote: 'Close note',

  // ManageGroupsDialog
  groups: 'Groups',
  noGroups: 'There are no groups yet. Select accounts, then select Set group.',
  groupsIntro: 'One group for each client. Lists and filters show them in this order.',
  sortByName: 'Sort by name',
  inGroup: (count: number) => accounts(count),
  rename: (name: string) => `Rename ${name}`,
  newName: (name: string) => `New name of ${name}`,
  moveUp: (name: string) => `Move ${name} up`,
  moveDown: (name: string) => `Move ${name} down`,
  delete: (name: string) => `Delete ${name}`,
  cancelRename: (name: string) => `Keep the name ${name}`,
  saveName: (name: string) => `Save the new name of ${name}`,
  changeFailed: 'Couldn’t change the groups',
  close: 'Close',

  // DeleteGroupDialog
  deleteTitle: (name: string) => `Delete the group “${name}”?`,
  deleteBody: (count: number) =>
    count === 0
      ? 'It has no accounts.'
      : byCount(
          count,
          'Its account will have no group. The account itself, its tags and its note stay.',
          `Its ${accounts(count)} will have no group. The accounts themselves, their tags and their notes stay.`,
        ),
  deleteFailed: 'Couldn’t delete the group',
  deleteConfirm: 'Delete',

  // DeletedGroupNotice
  deleted: (name: string, count: number) =>
    count === 0
      ? `The group “${name}” was deleted.`
      : `The group “${name}” was deleted. ${byCount(count, 'Its account has', `Its ${accounts(count)} have`)} no group now.`,
  undo: 'Undo',
  dismiss: 'Dismiss',
  restoreFailed: 'Couldn’t restore the group',
};

/** The only account, or how many. */
const one = (names: readonly string[]): string =>
  names.length === 1 ? (names[0] ?? '') : accounts(names.length);
