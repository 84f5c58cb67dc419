import type { ListColumn } from '../../../components/table/listColumns';
import { compareNames } from '../../../../shared/text/formats';
import { labelsText } from '../labels/labelsText';
import { NoteText } from '../labels/NoteText';
import { TagList } from '../labels/TagList';
import type { AccountRow } from '../../../queries/accountRows';

export const groupColumn: ListColumn<AccountRow> = {
  id: 'group',
  width: 140,
  minWidth: 124,
  header: labelsText.group,
  sortingComparator: byText(({ group }) => group?.name ?? ''),
  cell: ({ group }) => (group === null ? '–' : <div className="list-cell">{group.name}</div>),
};

export const tagsColumn: ListColumn<AccountRow> = {
  id: 'tags',
  width: 140,
  minWidth: 110,
  initiallyHidden: true,
  header: labelsText.tags,
  sortingComparator: byText(({ tags }) => tags.join('\n')),
  cell: ({ tags }) => (tags.length === 0 ? '–' : <TagList tags={tags} />),
};

export const noteColumn: ListColumn<AccountRow> = {
  id: 'note',
  width: 220,
  minWidth: 150,
  initiallyHidden: true,
  header: labelsText.note,
  sortingComparator: byText(({ note }) => note),
  cell: ({ note }) =>
    note === '' ? (
      '–'
    ) : (
      <div className="list-cell">
        <NoteText note={note} />
      </div>
    ),
};

/** In name order; accounts without the text come last. */
function byText(textOf: (row: AccountRow) => string): (one: AccountRow, other: AccountRow) => number {
  return (one, other) => {
    const [left, right] = [textOf(one), textOf(other)];
    if (left === '' || right === '') return Number(left === '') - Number(right === '');
    return compareNames(left, right);
  };
}
