import Link from '@cloudscape-design/components/link';
import { Fragment, type ReactElement } from 'react';
import type { Operation } from '../../../shared/domain/outbox/operation';
import { linkTo } from '../../navigation/useRoute';
import { outcomesOf, subjectOf } from './summary';
import { resultsText } from './resultsText';

interface ResultCountsProps {
  readonly operations: readonly Operation[];
  /** Called when the person goes to the operations. */
  readonly onLeave: () => void;
}

/** How many stand where: "52 resent, 6 failed", each count with the way to those under Operations. */
export function ResultCounts({ operations, onLeave }: ResultCountsProps): ReactElement {
  const { href, onFollow } = linkTo({ screen: 'operations', runId: runOf(operations) });
  return (
    <>
      {subjectOf(operations)}
      {outcomesOf(operations).map(({ status, text }, index) => (
        <Fragment key={status}>
          {index === 0 ? '' : ', '}
          <Link
            fontSize="inherit"
            href={href}
            ariaLabel={resultsText.showInOperations(text)}
            onFollow={(event) => {
              onLeave();
              onFollow(event);
            }}
          >
            {text}
          </Link>
        </Fragment>
      ))}
    </>
  );
}

/** The run that all belong to; null if there are several. */
function runOf(operations: readonly Operation[]): number | null {
  const runs = new Set(operations.map(({ runId }) => runId));
  const [only] = runs;
  return runs.size === 1 && only !== undefined ? only : null;
}
