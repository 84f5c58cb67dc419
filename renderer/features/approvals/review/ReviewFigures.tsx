import Container from '@cloudscape-design/components/container';
import type { ReactElement } from 'react';
import type { BatchReview } from '../../../../shared/domain/approval/batchReview';
import { Figures } from '../../../components/Figures';
import { timeOf } from '../../../components/text/formatTime';
import { useNow } from '../../../components/useNow';
import { reviewText } from './reviewText';

/** What the batch would do, and how old the data of both sides is. */
export function ReviewFigures({ review }: { readonly review: BatchReview }): ReactElement {
  const now = useNow();
  const { rows, realm, notify, snapshotAt, ownSnapshotAt } = review;
  return (
    <Container>
      <Figures
        figures={[
          [reviewText.people, rows.length],
          [reviewText.admins, rows.filter(({ role }) => role === 'admin').length],
          [reviewText.where, placeNames.get(realm) ?? realm],
          [reviewText.notifying, notify ? reviewText.emails : reviewText.noEmails],
          [reviewText.draftersData, timeOf(snapshotAt, now)],
          [reviewText.yourData, ownSnapshotAt === null ? reviewText.neverRead : timeOf(ownSnapshotAt, now)],
          [reviewText.differences, rows.filter(({ differs }) => differs).length],
        ]}
      />
    </Container>
  );
}

/** No plain object: a file may name a realm `constructor`. */
const placeNames: ReadonlyMap<string, string> = new Map([
  ['amazon', reviewText.atAmazon],
  ['sandbox', reviewText.atSandbox],
]);
