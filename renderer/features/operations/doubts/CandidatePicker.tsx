import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import type { ReactElement } from 'react';
import type { Candidate } from '../../../../shared/domain/outbox/operation';
import { candidateText } from './candidateText';
import { doubtsText } from './doubtsText';

/** The selection of a person who knows that it was done but not as which invitation. No ID of Amazon's is empty. */
export const unknownCandidate = '';

interface CandidatePickerProps {
  readonly candidates: readonly Candidate[];
  readonly selected: string | null;
  readonly onChange: (invitationId: string) => void;
  readonly error: string | undefined;
}

/** Which invitation in Amazon's list is the requested one. */
export function CandidatePicker({
  candidates,
  selected,
  onChange,
  error,
}: CandidatePickerProps): ReactElement {
  return (
    <FormField label={doubtsText.candidateQuestion} errorText={error}>
      <RadioGroup
        ariaRequired
        value={selected}
        onChange={({ detail }) => {
          onChange(detail.value);
        }}
        items={[
          ...candidates.map((candidate) => ({
            value: candidate.invitationId,
            label: candidate.invitationId,
            description: candidateText(candidate),
          })),
          { value: unknownCandidate, label: doubtsText.candidateUnknown },
        ]}
      />
    </FormField>
  );
}
