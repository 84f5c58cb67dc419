import { expect, test } from 'vitest';
import { contextMenuItems } from '../../../../main/shell/window/contextMenuItems';

const nothingPossible = {
  canUndo: false,
  canRedo: false,
  canCut: false,
  canCopy: false,
  canPaste: false,
  canDelete: false,
  canSelectAll: false,
};

test('a field offers what can be done with its text now', () => {
  const items = contextMenuItems({
    isEditable: true,
    selectionText: '',
    editFlags: { ...nothingPossible, canPaste: true, canSelectAll: true },
  });
  const possible = items.filter(({ enabled }) => enabled).map(({ role }) => role);
  expect(possible).toEqual(['paste', 'selectAll']);
  expect(items.map(({ role }) => role)).toContain('cut');
});

test('selected text can be copied, and nothing else has a menu', () => {
  const editFlags = { ...nothingPossible, canCopy: true };
  const of = (selectionText: string) =>
    contextMenuItems({ isEditable: false, selectionText, editFlags }).map(({ role }) => role);
  expect(of('rosa.lind@northwind-media.example')).toEqual(['copy']);
  expect(of(' \n')).toEqual([]);
});
