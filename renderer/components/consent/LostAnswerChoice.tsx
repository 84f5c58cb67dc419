import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import RadioGroup from '@cloudscape-design/components/radio-group';
import type { ReactElement } from 'react';
import { whenNotSeen, type WhenNotSeen } from '../../../shared/domain/outbox/run';
import { consentText } from './consentText';

interface LostAnswerPickerProps {
  readonly selected: WhenNotSeen;
  readonly onChange: (selected: WhenNotSeen) => void;
}

/**
 * What to do with a change whose answer is lost and that is missing from Amazon's list afterwards. Collapsed: asking is the safe
 * default.
 */
export function LostAnswerPicker({ selected, onChange }: LostAnswerPickerProps): ReactElement {
  return (
    <ExpandableSection
      variant="footer"
      headerText={
        <Box display="inline" fontSize="body-s" fontWeight="normal" color="inherit">
          {selected === 'ask' ? consentText.lostAnswerAsksMe : consentText.lostAnswerIsSentAgain}
        </Box>
      }
    >
      <RadioGroup
        ariaLabel={consentText.lostAnswer}
        value={selected}
        onChange={({ detail }) => {
          onChange(whenNotSeen.parse(detail.value));
        }}
        items={[
          {
            value: 'ask',
            label: consentText.askMe,
            description: consentText.askMeHint,
          },
          {
            value: 'sendAgain',
            label: consentText.sendAgain,
            description: consentText.sendAgainHint,
          },
        ]}
      />
    </ExpandableSection>
  );
}
