import type { ColumnMapping } from '../../../shared/domain/batch/batchImport';
import { addressColumnOf, type SeenColumn } from './addressColumn';
import { contentOf, lookedAt } from './columnContent';
import { columnKinds, type ColumnKind } from './columnWords';
import { meaningOf } from './headerMatch';

/** Which of a table's columns maps to which of ours, and what a person has to decide. */
export interface GuessedMapping {
  readonly mapping: ColumnMapping;
  /** The address columns that can't be distinguished. */
  readonly addressCandidates: readonly number[];
  readonly columns: readonly SeenColumn[];
}

interface GuessedFrom {
  /** The names of the columns; empty if no row has them. */
  readonly headers: readonly string[];
  /** The rows below. */
  readonly rows: readonly (readonly string[])[];
  /** Whether a text names a known account. */
  readonly isAccount: (text: string) => boolean;
  readonly hiddenColumns: readonly number[];
}

export const noMapping: ColumnMapping = {
  account: null,
  emailAddress: null,
  moreAddresses: [],
  userName: null,
  givenName: null,
  familyName: null,
  role: null,
  note: null,
  instances: null,
};

/** Guesses from the names and the content of the columns. What may be someone else's is never guessed. */
export function guessMapping({ headers, rows, isAccount, hiddenColumns }: GuessedFrom): GuessedMapping {
  const head = rows.slice(0, lookedAt);
  const width = Math.max(headers.length, ...head.map((row) => row.length), 0);
  const hidden = new Set(hiddenColumns);
  const columns = Array.from({ length: width }, (_, index): SeenColumn => ({
    index,
    meaning: meaningOf(headers[index] ?? ''),
    content: contentOf(head, index, isAccount),
    isHidden: hidden.has(index),
  }));
  const { column: emailAddress, candidates } = addressColumnOf(columns);
  const mapping: ColumnMapping = { ...noMapping, emailAddress };
  const isTaken = (index: number): boolean => Object.values(mapping).includes(index);
  for (const { kind, index } of scored(columns, emailAddress)) {
    if (mapping[kind] === null && !isTaken(index)) mapping[kind] = index;
  }
  setNames(mapping, columns);
  if (headers.length === 0) takeByOrder(mapping, columns);
  return { mapping, addressCandidates: candidates, columns };
}

type OtherKind = Exclude<ColumnKind, 'emailAddress'>;

/** Columns below this score are left out. */
const leastScore = 30;

/** Columns for kinds, best matches first. */
function scored(
  columns: readonly SeenColumn[],
  emailAddress: number | null,
): { readonly kind: OtherKind; readonly index: number; readonly score: number }[] {
  const kinds = columnKinds.filter((kind) => kind !== 'emailAddress');
  return columns
    .filter(({ index }) => index !== emailAddress)
    .flatMap((column) => kinds.map((kind) => ({ kind, index: column.index, score: scoreFor(kind, column) })))
    .filter(({ score }) => score >= leastScore)
    .sort((one, other) => other.score - one.score);
}

function scoreFor(kind: OtherKind, { meaning, content, isHidden }: SeenColumn): number {
  if (content.addresses >= 0.5 || (kind !== 'note' && content.withAt >= 0.5)) return 0;
  const header = meaning.scores[kind];
  // An empty column never beats a filled one.
  const score = content.filled === 0 ? header * 0.4 : header + contentScore(kind, { meaning, content });
  return isHidden ? score * 0.4 : score;
}

function contentScore(
  kind: OtherKind,
  { meaning, content }: Pick<SeenColumn, 'meaning' | 'content'>,
): number {
  const header = meaning.scores[kind];
  switch (kind) {
    case 'account':
      if (content.accounts > 0.5) return 60;
      if (content.accounts > 0) return meaning.isCompany ? 50 : 20;
      return header > 0 && header < 60 ? -30 : 0;
    case 'role':
      return content.roles > 0.5 ? 40 : content.roles > 0 ? 0 : -40;
    case 'note':
    case 'instances':
      return 0;
    default:
      return content.accounts > 0.5 ? -80 : 0;
  }
}

/**
 * A full name, or its parts. "Name" beside "Vorname" is the family name, "Nombre" beside "Apellidos" the given one; if all are
 * there, the full name is used as it is, unless it is empty.
 */
function setNames(mapping: ColumnMapping, columns: readonly SeenColumn[]): void {
  const { userName, givenName, familyName } = mapping;
  const whole = userName === null ? undefined : columns[userName];
  const given = givenName === null ? undefined : columns[givenName];
  if (givenName !== null && familyName !== null) {
    const isFuller = (whole?.content.filled ?? 0) * 2 > (given?.content.filled ?? 0);
    if (whole !== undefined && isFuller) Object.assign(mapping, { givenName: null, familyName: null });
    else mapping.userName = null;
    return;
  }
  if (userName === null || (givenName === null && familyName === null)) return;
  if (whole?.meaning.isEitherName === true) {
    Object.assign(mapping, { userName: null, [givenName === null ? 'givenName' : 'familyName']: userName });
  } else {
    Object.assign(mapping, { givenName: null, familyName: null });
  }
}

/** Without headers the order of our own columns is as good a guess as any; hidden ones come last. */
function takeByOrder(mapping: ColumnMapping, columns: readonly SeenColumn[]): void {
  const inOrder = [...columns].sort((one, other) => Number(one.isHidden) - Number(other.isHidden));
  const take = (kind: 'userName' | 'note', fits: (column: SeenColumn) => boolean): void => {
    const free = inOrder.find(
      (column) =>
        !Object.values(mapping).includes(column.index) &&
        column.content.filled > 0 &&
        column.content.withAt < 0.5 &&
        fits(column),
    );
    mapping[kind] ??= free?.index ?? null;
  };
  take('userName', ({ content }) => content.letters > 0.5);
  take('note', () => true);
}
