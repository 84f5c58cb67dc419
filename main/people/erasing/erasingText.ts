import { erasureKinds, type ErasureCounts } from '../../../shared/domain/person/erasure';
import { erasureKindText } from '../../../shared/domain/person/erasureText';
import { formatList } from '../../../shared/text/formats';

/** What the activity record says about erasing. */
export const erasingText = {
  byRequest: 'This computer',
  automatically: 'AMC Access Manager',
  counts: (counts: ErasureCounts): string =>
    formatList(
      erasureKinds.filter((kind) => counts[kind] > 0).map((kind) => erasureKindText[kind](counts[kind])),
    ),
};
