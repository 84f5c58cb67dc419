import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';
import { useState, type ReactElement } from 'react';
import type { SoloOffer } from '../../../../shared/domain/team/soloOffer';
import { typedReason } from '../../../../shared/domain/team/teamDouble';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { useSendSolo } from '../../../queries/team';
import { soloText } from './soloText';

interface SendSoloDialogProps {
  readonly runId: number;
  readonly offer: SoloOffer;
  readonly onClose: () => void;
}

/** Asks for a reason before changes are sent that no colleague’s app knows of. */
export function SendSoloDialog({ runId, offer, onClose }: SendSoloDialogProps): ReactElement {
  // What the person saw when the dialog opened; main compares it with what is so then.
  const [{ version, count, accounts }] = useState(offer);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const send = useSendSolo();
  const checked = typedReason.safeParse(reason);
  const complaint = isTried ? checked.error?.issues[0]?.message : undefined;
  return (
    <ConfirmDialog
      header={soloText.title(count)}
      failure={{ header: soloText.failed, error: send.error }}
      confirm={{
        text: soloText.confirm(count),
        pending: send.isPending,
        danger: true,
        onClick() {
          setTried(true);
          if (checked.success) {
            send.mutate({ runId, version, count, reason: checked.data }, { onSuccess: onClose });
          }
        },
      }}
      onCancel={onClose}
    >
      <Box variant="p">{soloText.body(count, accounts)}</Box>
      <Alert type="warning">{soloText.risk}</Alert>
      <FormField label={soloText.reason} description={soloText.reasonHint} errorText={complaint}>
        <Textarea ariaRequired rows={3} value={reason} onChange={({ detail }) => setReason(detail.value)} />
      </FormField>
    </ConfirmDialog>
  );
}
