import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { Route } from '../../../../shared/navigation/routes';
import { linkTo } from '../../../navigation/useRoute';
import { inboxText } from './inboxText';

/** One thing waiting for a person. */
export interface InboxItem {
  /** Its name in the line of things that are zero. */
  readonly name: string;
  /** How many there are; 0 if nothing is waiting. */
  readonly count: number;
  readonly status: StatusIndicatorProps.Type;
  /** A sentence with the number, and the screen that shows them. */
  readonly title: string;
  readonly to: Route;
  /** Why it is waiting, in a sentence. */
  readonly reason: string;
  readonly action: ReactElement;
}

interface InboxProps {
  /** Most urgent first. */
  readonly items: readonly InboxItem[];
  /** The text if nothing is waiting. */
  readonly allDone: string;
}

/** What needs a person, most urgent first, each with its action. Zeros are one quiet line. */
export function Inbox({ items, allDone }: InboxProps): ReactElement {
  const waiting = items.filter(({ count }) => count > 0);
  const absent = items.filter(({ count }) => count === 0).map(({ name }) => name);
  return (
    <Container header={<Header variant="h2">{inboxText.title}</Header>}>
      <SpaceBetween size="m">
        {waiting.length === 0 ? (
          <StatusIndicator type="success">{allDone}</StatusIndicator>
        ) : (
          <ul className="inbox" aria-label={inboxText.title}>
            {waiting.map(({ name, status, title, to, reason, action }) => (
              <li key={name} className="row">
                <div className="row-rest">
                  <StatusIndicator type={status}>
                    <Link {...linkTo(to)} variant="primary">
                      {title}
                    </Link>
                  </StatusIndicator>
                  <Box variant="small" display="block" padding={{ top: 'xxs' }}>
                    {reason}
                  </Box>
                </div>
                {action}
              </li>
            ))}
          </ul>
        )}
        {absent.length === 0 ? null : (
          <Box variant="small" color="text-body-secondary">
            {inboxText.nothingElse(absent)}
          </Box>
        )}
      </SpaceBetween>
    </Container>
  );
}
