import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { KnownSigner } from '../../../../shared/domain/approval/batchReview';
import { KeyPhrase } from '../../../components/KeyPhrase';
import { linkTo } from '../../../navigation/useRoute';
import { reviewText } from './reviewText';

/** A key that nobody here confirmed, in words. */
export function UnconfirmedKey({ signer: { name, phrase } }: { readonly signer: KnownSigner }): ReactElement {
  return (
    <Alert
      type="warning"
      header={reviewText.unconfirmedTitle(name)}
      action={<Button {...linkTo({ screen: 'settings' })}>{reviewText.openSettings}</Button>}
    >
      <SpaceBetween size="xs">
        <span>{reviewText.unconfirmedBody}</span>
        <KeyPhrase phrase={phrase} owner={name} />
      </SpaceBetween>
    </Alert>
  );
}
