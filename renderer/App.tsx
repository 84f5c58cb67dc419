import { I18nProvider } from '@cloudscape-design/components/i18n';
import messages from '@cloudscape-design/components/i18n/messages/all.en';
import { useState, type ReactElement } from 'react';
import type { Settings } from '../shared/domain/settings';
import { ArrivalsProvider } from './features/batches/arriving/ArrivalsProvider';
import { ResultsProvider } from './features/results/ResultsProvider';
import { InviteDraftsProvider } from './features/invitations/invite/InviteDraftsProvider';
import { AppFrame } from './layout/AppFrame';
import { OwnWindowFrame } from './layout/ownWindow/OwnWindowFrame';
import { useAppearance } from './layout/useAppearance';
import { isOwnWindow } from './navigation/ownWindow';
import { useRoute } from './navigation/useRoute';
import { useAccounts } from './queries/accounts';
import { useConnections } from './queries/connections';
import { useOverview } from './queries/invitations';
import { useSettings } from './queries/settings';

/**
 * The whole page. Shows nothing until it knows the theme, the first screen, the accounts and the figures of Home, which takes
 * milliseconds: drawing the first screen empty and then filled takes far longer (docs/performance.md).
 */
export function App(): ReactElement | null {
  const settings = useSettings();
  const connections = useConnections();
  const { accounts, error } = useAccounts();
  const isCounting = useFirstCount();
  if (settings === undefined || connections === undefined || isCounting) return null;
  if (accounts === undefined && error === null) return null;
  return <Dressed settings={settings} />;
}

/** Requests the figures of Home once, together with the rest, if it is the first screen. @returns whether they are waited for */
function useFirstCount(): boolean {
  const { screen } = useRoute();
  const [isWaiting, setWaiting] = useState(screen === 'home');
  const { overview, error } = useOverview(isWaiting);
  if (isWaiting && (overview !== undefined || error !== null)) setWaiting(false);
  return isWaiting;
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
