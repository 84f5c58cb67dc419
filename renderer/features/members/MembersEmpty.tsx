import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import { EmptyState } from '../../components/EmptyState';
import type { MembersReading } from '../../../shared/domain/member/membersReading';
import { membersText } from './membersText';

interface MembersEmptyProps {
  readonly reading: MembersReading;
  readonly refreshing: boolean;
  /** Clears the filters; null if there are none. */
  readonly showAll: (() => void) | null;
}

/** Why no member is listed, and what to do. */
export function MembersEmpty({ reading, refreshing, showAll }: MembersEmptyProps): ReactElement {
  const { asOf, isUnavailable } = reading;
  if (showAll !== null) {
    return (
      <EmptyState
        title={membersText.noMatchTitle}
        action={<Button onClick={showAll}>{membersText.clearFilters}</Button>}
      >
        {membersText.noMatchBody}
      </EmptyState>
    );
  }
  if (isUnavailable) {
    return <EmptyState title={membersText.unavailableTitle}>{membersText.unavailableBody}</EmptyState>;
  }
  if (asOf !== null) {
    return <EmptyState title={membersText.noMembersTitle}>{membersText.noMembersBody}</EmptyState>;
  }
  return refreshing ? (
    <EmptyState title={membersText.readingTitle}>{membersText.readingBody}</EmptyState>
  ) : (
    <EmptyState title={membersText.unreadTitle}>{membersText.unreadBody}</EmptyState>
  );
}
