import { I18nProvider } from '@cloudscape-design/components/i18n';
import messages from '@cloudscape-design/components/i18n/messages/all.en';
import type { ReactElement } from 'react';
import type { Settings } from '../shared/domain/settings';
import { ArrivalsProvider } from './features/batches/arriving/ArrivalsProvider';
import { ResultsProvider } from './features/results/ResultsProvider';
import { InviteDraftsProvider } from './features/invitations/invite/InviteDraftsProvider';
import { AppFrame } from './layout/AppFrame';
import { OwnWindowFrame } from './layout/ownWindow/OwnWindowFrame';
import { useAppearance } from './layout/useAppearance';
import { isOwnWindow } from './navigation/ownWindow';
import { useAccounts } from './queries/accounts';
import { useConnections } from './queries/connections';
import { useSettings } from './queries/settings';

/**
 * The whole page. Shows nothing until it knows the theme, the first screen and the accounts, which takes milliseconds: drawing
 * the first screen empty and then filled takes far longer (docs/performance.md).
 */
export function App(): ReactElement | null {
  const settings = useSettings();
  const connections = useConnections();
  const { accounts, error } = useAccounts();
  if (settings === undefined || connections === undefined) return null;
  if (accounts === undefined && error === null) return null;
  return <Dressed settings={settings} />;
}

function Dressed({ settings }: { readonly settings: Settings }): ReactElement {
  useAppearance(settings);
  return (
    <I18nProvider locale="en" messages={[messages]}>
      <InviteDraftsProvider>
        <ResultsProvider>
          <ArrivalsProvider opensFiles={!isOwnWindow}>
            {isOwnWindow ? <OwnWindowFrame /> : <AppFrame />}
          </ArrivalsProvider>
        </ResultsProvider>
      </InviteDraftsProvider>
    </I18nProvider>
  );
}
