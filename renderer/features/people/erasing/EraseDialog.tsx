import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Spinner from '@cloudscape-design/components/spinner';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactElement } from 'react';
import {
  isErasureOpen,
  isErasureTyped,
  type ErasurePlan,
  type ErasureSubject,
} from '../../../../shared/domain/person/erasure';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { goTo } from '../../../navigation/useRoute';
import { useErase, useErasurePlan } from '../../../queries/people';
import { useTeam } from '../../../queries/team';
import { ErasureNotices, OpenThings, WhatIsErased } from './ErasureParts';
import { ErasingInTeam } from './ErasingInTeam';
import { erasingText } from './erasingText';

interface EraseDialogProps {
  readonly name: string;
  readonly subject: ErasureSubject;
  readonly onCancel: () => void;
}

/** Shows everything that is the person's with certainty, and asks for a word before it is erased. */
export function EraseDialog({ name, subject, onCancel }: EraseDialogProps): ReactElement {
  const { plan, error } = useErasurePlan(subject);
  const [typed, setTyped] = useState('');
  const [inTeam, setInTeam] = useState(false);
  const erase = useErase();
  const team = useTeam() ?? null;
  const confirm = (agreed: ErasurePlan): void => {
    erase.mutate(
      { subject, agreed, typed, inTeam },
      {
        onSuccess: (answer) => {
          if (answer.erased) goTo({ screen: 'person', emailAddress: answer.emailAddress });
        },
      },
    );
  };
  const isPossible = plan !== undefined && !isErasureOpen(plan.obstacles);
  return (
    <ConfirmDialog
      header={erasingText.title(name)}
      failure={{ header: erasingText.failed, error: erase.error ?? error }}
      confirm={
        isPossible
          ? {
              text: erasingText.confirm,
              pending: erase.isPending,
              missing: isErasureTyped(typed) ? undefined : erasingText.missing,
              danger: true,
              onClick: () => confirm(plan),
            }
          : null
      }
      onCancel={onCancel}
    >
      {plan === undefined ? (
        error === null ? (
          <Spinner />
        ) : null
      ) : (
        <SpaceBetween size="m">
          {erase.data?.erased === false ? <Alert type="warning">{erasingText.differs}</Alert> : null}
          <OpenThings obstacles={plan.obstacles} />
          <Box variant="p">{erasingText.effect}</Box>
          <WhatIsErased plan={plan} />
          <ErasureNotices plan={plan} />
          {team === null || !isPossible ? null : (
            <ErasingInTeam team={team} isSelected={inTeam} onChange={setInTeam} />
          )}
          {isPossible ? (
            <FormField label={erasingText.type}>
              <Input value={typed} autoComplete={false} onChange={({ detail }) => setTyped(detail.value)} />
            </FormField>
          ) : null}
        </SpaceBetween>
      )}
    </ConfirmDialog>
  );
}
