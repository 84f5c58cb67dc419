import { erasureKinds, type ErasureCounts } from '../../../shared/domain/person/erasure';
import { erasureKindText } from '../../../shared/domain/person/erasureText';
import { pseudonymOf } from '../../../shared/domain/person/pseudonym';
import { formatList } from '../../../shared/text/formats';
import { pluralize } from '../../../shared/text/pluralize';

/** What the activity record says about erasing. */
export const erasingText = {
  byRequest: 'This computer',
  automatically: 'AMC Access Manager',
  people: (count: number): string => pluralize(count, 'person', 'people'),
  pseudonyms: (numbers: readonly number[]): string =>
    `The time to keep their data was over. ${formatList(numbers.map((number) => pseudonymOf(number).name))}.`,
  counts: (counts: ErasureCounts): string =>
    formatList(
      erasureKinds.filter((kind) => counts[kind] > 0).map((kind) => erasureKindText[kind](counts[kind])),
    ),
};
