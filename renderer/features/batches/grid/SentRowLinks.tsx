import Link from '@cloudscape-design/components/link';
import type { ReactElement } from 'react';
import { linkTo } from '../../../navigation/useRoute';
import { gridText } from './gridText';

interface SentRowLinksProps {
  readonly batchId: string;
  readonly rowId: string;
  readonly emailAddress: string;
}

/** From a sent row to what it led to, and to all that is known about its person. */
export function SentRowLinks({ batchId, rowId, emailAddress }: SentRowLinksProps): ReactElement {
  return (
    <span>
      <Link {...linkTo({ screen: 'activity', account: null, batch: { batchId, rowId } })}>
        {gridText.activityOfRow}
      </Link>{' '}
      · <Link {...linkTo({ screen: 'person', emailAddress })}>{gridText.aboutPerson(emailAddress)}</Link>
    </span>
  );
}
