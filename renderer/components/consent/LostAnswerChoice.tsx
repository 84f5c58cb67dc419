import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import RadioGroup from '@cloudscape-design/components/radio-group';
import type { ReactElement } from 'react';
import { whenNotSeen, type WhenNotSeen } from '../../../shared/domain/outbox/run';

interface LostAnswerPickerProps {
  readonly selected: WhenNotSeen;
  readonly onChange: (selected: WhenNotSeen) => void;
}

/** What becomes of a change whose answer is lost and that Amazon's list lacks afterwards. Folded away: asking is safe. */
export function LostAnswerPicker({ selected, onChange }: LostAnswerPickerProps): ReactElement {
  return (
    <ExpandableSection
      variant="footer"
      headerText={
        <Box display="inline" fontSize="body-s" fontWeight="normal" color="inherit">
          If Amazon’s answer is lost:{' '}
          {selected === 'ask' ? 'ask me' : 'send again when its list clearly lacks it'}
        </Box>
      }
    >
      <RadioGroup
        ariaLabel="If Amazon’s answer is lost"
        value={selected}
        onChange={({ detail }) => {
          onChange(whenNotSeen.parse(detail.value));
        }}
        items={[
          {
            value: 'ask',
            label: 'Ask me',
            description:
              'The app reads Amazon’s list about a minute later. What the list does not settle waits for you under Operations.',
          },
          {
            value: 'sendAgain',
            label: 'Send again when Amazon’s list clearly lacks it',
            description:
              'After two complete readings that do not show it, at most twice. Everything less clear waits for you.',
          },
        ]}
      />
    </ExpandableSection>
  );
}
