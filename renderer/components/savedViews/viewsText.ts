import { formatNumber } from '../../../shared/text/formats';

/** What people read about saved views of lists. */
export const viewsText = {
  // SavedViewsMenu
  views: 'Saved views',
  shown: (name: string) => `View: ${name}`,
  save: 'Save view',
  rename: 'Rename view',
  delete: 'Delete view',

  // NameViewDialog
  saveTitle: 'Save view',
  renameTitle: (name: string) => `Rename the view “${name}”`,
  name: 'Name',
  saved: 'A view has the filter, the order and the columns of the list.',
  confirm: 'Save',
  replaces: (name: string) => `Replaces the view “${name}”.`,
  nameMissing: 'Enter a name.',
  nameTooLong: (max: number) => `Use at most ${formatNumber(max)} characters.`,
  nameTaken: (name: string) => `There is already a view “${name}”. Use another name.`,
  tooMany: (max: number) => `A list has at most ${formatNumber(max)} views. Delete one first.`,

  // DeleteViewDialog
  deleteTitle: (name: string) => `Delete the view “${name}”?`,
  deleteBody: 'The list stays as it is. Only its saved filter, order and columns are deleted.',
  deleteConfirm: 'Delete',
};
