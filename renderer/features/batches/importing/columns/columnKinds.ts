import type { ColumnMapping } from '../../../../../shared/domain/batch/batchImport';
import { importingText } from '../importingText';

/** What a column of a file can be; null: left out. */
export type ColumnKind = keyof ColumnMapping | null;

/** The kinds of columns, as people select them. */
export const columnKinds: readonly { readonly kind: ColumnKind; readonly label: string }[] = [
  { kind: null, label: importingText.leaveOut },
  { kind: 'account', label: importingText.account },
  { kind: 'emailAddress', label: importingText.email },
  { kind: 'moreAddresses', label: importingText.otherEmail },
  { kind: 'userName', label: importingText.name },
  { kind: 'givenName', label: importingText.firstName },
  { kind: 'familyName', label: importingText.lastName },
  { kind: 'role', label: importingText.role },
  { kind: 'note', label: importingText.note },
  { kind: 'instances', label: importingText.instances },
];

/** The kind of a column according to a mapping. */
export function kindOf(mapping: ColumnMapping, column: number): ColumnKind {
  if (mapping.moreAddresses.includes(column)) return 'moreAddresses';
  return columnKinds.find(({ kind }) => kind !== null && mapping[kind] === column)?.kind ?? null;
}

/** The mapping with another kind for a column. Its previous kind is dropped, and so is a name that it replaces. */
export function withKind(mapping: ColumnMapping, column: number, kind: ColumnKind): ColumnMapping {
  const before = kindOf(mapping, column);
  const freed = {
    ...mapping,
    ...(before === null || before === 'moreAddresses' ? {} : { [before]: null }),
    moreAddresses: mapping.moreAddresses.filter((each) => each !== column),
  };
  switch (kind) {
    case null:
      return freed;
    case 'moreAddresses':
      return freed.emailAddress === null
        ? { ...freed, emailAddress: column }
        : { ...freed, moreAddresses: [...freed.moreAddresses, column] };
    case 'userName':
      return { ...freed, userName: column, givenName: null, familyName: null };
    case 'givenName':
    case 'familyName':
      return { ...freed, userName: null, [kind]: column };
    default:
      return { ...freed, [kind]: column };
  }
}
