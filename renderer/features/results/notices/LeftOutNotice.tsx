import Alert from '@cloudscape-design/components/alert';
import type { ReactElement } from 'react';
import { pluralize } from '../../../../shared/text/pluralize';
import type { Exclusion } from '../../../../shared/domain/invitation/exclusions';
import { isForOperations, leftOutCount } from '../reasons/exclusionsText';
import { LeftOutReasons } from '../reasons/LeftOutReasons';
import { OpenOperations } from '../OpenOperations';
import { resultsText } from '../resultsText';

interface LeftOutNoticeProps {
  readonly leftOut: readonly Exclusion[];
  /** Called when the person goes to the operations. */
  readonly onLeave: () => void;
}

/** What a bulk change left out, and why; null if nothing. */
export function LeftOutNotice({ leftOut, onLeave }: LeftOutNoticeProps): ReactElement | null {
  if (leftOut.length === 0) return null;
  return (
    <Alert
      type="warning"
      header={resultsText.leftOutTitle(pluralize(leftOutCount(leftOut), 'invitation'))}
      action={isForOperations(leftOut) ? <OpenOperations onLeave={onLeave} /> : null}
    >
      <LeftOutReasons leftOut={leftOut} />
    </Alert>
  );
}
