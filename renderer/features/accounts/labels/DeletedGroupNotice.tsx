import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { AccountGroup } from '../../../../shared/domain/account/labels';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { useRestoreGroup } from '../../../queries/labels';
import { labelsText } from './labelsText';

interface DeletedGroupNoticeProps {
  /** As it was before. */
  readonly group: AccountGroup;
  readonly onEnd: () => void;
}

/** Deleting a group by mistake loses nothing. */
export function DeletedGroupNotice({ group, onEnd }: DeletedGroupNoticeProps): ReactElement {
  const restoring = useRestoreGroup();
  return (
    <SpaceBetween size="xs">
      {restoring.error === null ? null : (
        <ErrorNotice header={labelsText.restoreFailed} error={restoring.error.toBody()} />
      )}
      <Alert
        type="info"
        dismissible
        i18nStrings={{ dismissAriaLabel: labelsText.dismiss }}
        onDismiss={onEnd}
        action={
          <Button
            loading={restoring.isPending}
            onClick={() => restoring.run({ groupId: group.groupId }, onEnd)}
          >
            {labelsText.undo}
          </Button>
        }
      >
        <span className="breaks-anywhere">{labelsText.deleted(group.name, group.accounts)}</span>
      </Alert>
    </SpaceBetween>
  );
}
