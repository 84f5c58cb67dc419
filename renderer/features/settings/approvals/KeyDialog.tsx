import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState, type ReactElement } from 'react';
import type { ColleagueKey } from '../../../../shared/domain/approval/colleagueKey';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { KeyPhrase } from '../../../components/KeyPhrase';
import { useConfirmKey, useDistrustKey, useRenameKey } from '../../../queries/approvals';
import { approvalsText } from './approvalsText';

/** What is to be done with a key. */
export interface KeyAction {
  readonly kind: 'confirm' | 'rename' | 'distrust';
  readonly colleague: ColleagueKey;
}

/** Asks before a key counts, gets another name, or no longer counts. */
export function KeyDialog({
  action: { kind, colleague },
  onClose,
}: {
  readonly action: KeyAction;
  readonly onClose: () => void;
}): ReactElement {
  const { key, phrase } = colleague;
  const [name, setName] = useState(colleague.name);
  const confirm = useConfirmKey();
  const rename = useRenameKey();
  const distrust = useDistrustKey();
  const run = (): void => {
    if (kind === 'confirm') confirm({ key, name });
    else if (kind === 'rename') rename({ key, name });
    else distrust(key);
    onClose();
  };
  const isNamed = kind === 'distrust' || name.trim() !== '';
  return (
    <ConfirmDialog
      header={titles[kind](colleague)}
      confirm={{
        text: buttons[kind],
        pending: false,
        danger: kind === 'distrust',
        missing: isNamed ? undefined : approvalsText.whose,
        onClick: run,
      }}
      onCancel={onClose}
    >
      {kind === 'rename' ? null : (
        <Box>{kind === 'confirm' ? approvalsText.confirmBody : approvalsText.distrustBody}</Box>
      )}
      <KeyPhrase phrase={phrase} owner={colleague.name} />
      {kind === 'distrust' ? null : (
        <FormField label={approvalsText.whose}>
          <Input value={name} onChange={({ detail }) => setName(detail.value)} />
        </FormField>
      )}
    </ConfirmDialog>
  );
}

const titles: Record<KeyAction['kind'], (colleague: ColleagueKey) => string> = {
  confirm: () => approvalsText.confirmTitle,
  rename: () => approvalsText.renameTitle,
  distrust: ({ name }) => approvalsText.distrustTitle(name),
};

const buttons: Record<KeyAction['kind'], string> = {
  confirm: approvalsText.confirmButton,
  rename: approvalsText.renameButton,
  distrust: approvalsText.distrustButton,
};
