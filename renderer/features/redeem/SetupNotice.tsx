import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import type { ConnectionSetup } from '../../../shared/domain/redeem/redeem';
import { regionNames } from '../../../shared/domain/connection/region';
import { goTo } from '../../navigation/useRoute';
import { redeemText } from './redeemText';

interface SetupNoticeProps {
  readonly setup: ConnectionSetup;
  /** Null: it disappears with what it is beside. */
  readonly onDismiss: (() => void) | null;
}

/** A setup that somebody sent. It fills in a form, where the person sees and confirms it. */
export function SetupNotice({ setup, onDismiss }: SetupNoticeProps): ReactElement {
  const { label, region } = setup;
  return (
    <Alert
      type="info"
      header={redeemText.setupTitle}
      action={<Button onClick={() => goTo({ screen: 'connect', setup })}>{redeemText.showSetup}</Button>}
      {...(onDismiss === null
        ? {}
        : { dismissible: true, i18nStrings: { dismissAriaLabel: redeemText.dismissSetup }, onDismiss })}
    >
      <span className="breaks-anywhere">{redeemText.setupBody(label, regionNames[region])}</span>
    </Alert>
  );
}
