import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';
import { useState, type ReactElement } from 'react';
import { typedReason, type TeamDouble } from '../../../../../shared/domain/team/teamDouble';
import { ConfirmDialog } from '../../../../components/consent/ConfirmDialog';
import { useDismissDouble } from '../../../../queries/team';
import { doublesText } from './doublesText';

interface DismissDialogProps {
  readonly double: TeamDouble;
  readonly onClose: () => void;
}

/** Asks why both of two invitations stay. */
export function DismissDialog({ double, onClose }: DismissDialogProps): ReactElement {
  const { soloId, otherId, emailAddress } = double;
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const dismiss = useDismissDouble();
  const checked = typedReason.safeParse(reason);
  return (
    <ConfirmDialog
      header={doublesText.dismissTitle}
      failure={{ header: doublesText.dismissFailed, error: dismiss.error }}
      confirm={{
        text: doublesText.dismiss.replace('…', ''),
        pending: dismiss.isPending,
        onClick() {
          setTried(true);
          if (checked.success)
            dismiss.mutate({ soloId, otherId, reason: checked.data }, { onSuccess: onClose });
        },
      }}
      onCancel={onClose}
    >
      <Box variant="p">{doublesText.dismissBody(emailAddress)}</Box>
      <FormField
        label={doublesText.reason}
        description={doublesText.reasonHint}
        errorText={isTried ? checked.error?.issues[0]?.message : undefined}
      >
        <Textarea ariaRequired rows={3} value={reason} onChange={({ detail }) => setReason(detail.value)} />
      </FormField>
    </ConfirmDialog>
  );
}
