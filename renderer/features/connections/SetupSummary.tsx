import Alert from '@cloudscape-design/components/alert';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { returnUrl } from '../../../shared/domain/connection/connection';
import { amazonEndpoints, regionNames, type Region } from '../../../shared/domain/connection/region';
import { connectionsText } from './connectionsText';

interface SetupSummaryProps {
  readonly region: Region | null;
  readonly returnPort: number;
  /** Whether the person confirmed knowing where the setup is from. */
  readonly known: boolean;
  readonly onKnown: (known: boolean) => void;
  /** What is missing, after they tried to continue without it. */
  readonly error: string | undefined;
}

/** What continuing with a form that somebody else filled in will do, and the question whether to. */
export function SetupSummary(props: SetupSummaryProps): ReactElement {
  const { region, returnPort, known, onKnown, error } = props;
  return (
    <Alert type="info" header={connectionsText.setupTitle}>
      <SpaceBetween size="s">
        <ul className="plain-list breaks-anywhere">
          <li>{connectionsText.setupContents}</li>
          <li>
            {connectionsText.opensAmazon(
              region === null
                ? null
                : `${new URL(amazonEndpoints[region].authorizeUrl).host}, ${regionNames[region]}`,
              returnUrl(returnPort),
            )}
          </li>
          <li>{connectionsText.nothingSentYet}</li>
        </ul>
        <FormField errorText={error}>
          <Checkbox
            checked={known}
            onChange={({ detail }) => {
              onKnown(detail.checked);
            }}
          >
            {connectionsText.confirmSender}
          </Checkbox>
        </FormField>
      </SpaceBetween>
    </Alert>
  );
}
