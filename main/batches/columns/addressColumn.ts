import { holdsAddresses, isSame, type ColumnContent } from './columnContent';
import type { HeaderMeaning } from './headerMatch';

/** A column of a table as it is examined. */
export interface SeenColumn {
  readonly index: number;
  readonly meaning: HeaderMeaning;
  readonly content: ColumnContent;
  /** Hidden in the file's own program. */
  readonly isHidden: boolean;
}

/** The column with the addresses of the people to invite, or the columns among which a person has to decide. */
export interface AddressColumn {
  readonly column: number | null;
  /** Columns that may contain them; empty if there is nothing to ask. */
  readonly candidates: readonly number[];
}

const found = (column: number | null): AddressColumn => ({ column, candidates: [] });

/** Finds the column of the people to invite. If two are about equally likely, or only someone else's is there, it asks. */
export function addressColumnOf(columns: readonly SeenColumn[]): AddressColumn {
  const filled = columns.filter(({ content }) => holdsAddresses(content));
  const visible = filled.filter(({ isHidden }) => !isHidden);
  const candidates = (visible.length > 0 ? visible : filled).filter(
    ({ meaning }) => !meaning.isOfSomeoneElse || meaning.mailTier === 3,
  );
  const named = columns.find(({ meaning }) => meaning.mailTier === 3 && !meaning.isOfSomeoneElse);
  if (candidates.length === 0) {
    if (filled.length > 0) return { column: null, candidates: indexes(filled) };
    return found((named ?? ownOf(columns))?.index ?? null);
  }
  const distinct = candidates.filter(
    ({ content }, at) => !candidates.slice(0, at).some((other) => isSame(other.content, content)),
  );
  const tier = Math.max(...candidates.map(({ meaning }) => meaning.mailTier));
  const best = distinct.filter((one) => tierOf(one, candidates) === tier);
  const [first] = best;
  if (first === undefined) return found(null);
  const isSure = tier >= 2 ? best.length === 1 && !isFuller(distinct, first) : distinct.length === 1;
  return isSure ? found(first.index) : { column: null, candidates: indexes(distinct) };
}

/** The best tier among the columns with the same content as this one. */
const tierOf = ({ content }: SeenColumn, candidates: readonly SeenColumn[]): number =>
  Math.max(
    ...candidates.filter((other) => isSame(other.content, content)).map(({ meaning }) => meaning.mailTier),
  );

/** Whether another column has more than twice as many addresses. */
const isFuller = (columns: readonly SeenColumn[], { content }: SeenColumn): boolean =>
  columns.some((other) => other.content.filled > 2 * content.filled);

const ownOf = (columns: readonly SeenColumn[]): SeenColumn | undefined =>
  columns.find(({ meaning }) => meaning.mailTier === 2 && !meaning.isOfSomeoneElse);

const indexes = (columns: readonly SeenColumn[]): number[] => columns.map(({ index }) => index);
