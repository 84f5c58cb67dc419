import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import type { CodedError } from '../../../shared/errors';
import { useOpenSetup } from '../../queries/redeem';
import { goTo } from '../../navigation/useRoute';
import { connectionsText } from './connectionsText';

/** Fills in the form from a setup file that somebody sent. */
export function OpenSetupFile({
  onError,
}: {
  readonly onError: (error: CodedError | null) => void;
}): ReactElement {
  const open = useOpenSetup();
  return (
    <Button
      loading={open.isPending}
      formAction="none"
      onClick={() => {
        onError(null);
        open.mutate(undefined, {
          onSuccess: (setup) => {
            if (setup !== null) goTo({ screen: 'connect', setup });
          },
          onError,
        });
      }}
    >
      {connectionsText.openSetupFile}
    </Button>
  );
}
