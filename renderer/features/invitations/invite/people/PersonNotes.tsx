import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { type ReactElement } from 'react';
import type { PersonFix, PersonNote } from './personNotes';
import { inviteText } from '../inviteText';

interface PersonNotesProps {
  readonly notes: readonly PersonNote[];
  /** What colleagues did. */
  readonly hint: string | undefined;
  /** "person 2" */
  readonly person: string;
  readonly onFix: (change: PersonFix['change']) => void;
}

const fieldNames = { emailAddress: 'email', userName: 'name' };

/** Warnings below a person's fields, and a button for each that can be fixed. */
export function PersonNotes({ notes, hint, person, onFix }: PersonNotesProps): ReactElement | null {
  if (notes.length === 0 && hint === undefined) return null;
  return (
    <div className="invitee-row-notes">
      <SpaceBetween size="xxs">
        {notes.map(({ field, warning, fix }) => (
          <SpaceBetween key={field} direction="horizontal" size="xs" alignItems="center">
            {warning === null ? null : <StatusIndicator type="warning">{warning}</StatusIndicator>}
            {fix === null ? null : (
              <Button
                variant="inline-link"
                formAction="none"
                ariaLabel={inviteText.fixLabel(fix.label, fieldNames[field], person)}
                onClick={() => {
                  onFix(fix.change);
                }}
              >
                {fix.label}
              </Button>
            )}
          </SpaceBetween>
        ))}
        {hint === undefined ? null : <StatusIndicator type="warning">{hint}</StatusIndicator>}
      </SpaceBetween>
    </div>
  );
}
