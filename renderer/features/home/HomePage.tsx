import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { lazy, Suspense, type ReactElement } from 'react';
import { ErrorNotice } from '../../components/ErrorNotice';
import { AsOfBeside } from '../../components/Times';
import { Title } from '../../components/Title';
import { useAccounts } from '../../queries/accounts';
import { useOverview } from '../../queries/invitations';
import { oldestReading } from '../../queries/refresh/copyAge';
import { useRefreshScreen } from '../../queries/refresh/useRefreshScreen';
import { goTo } from '../../navigation/useRoute';
import { FirstSteps } from './FirstSteps';
import { NothingYet } from './NothingYet';
import { OutOfReach } from './OutOfReach';
import { HomeInbox } from './inbox/HomeInbox';
import { Tiles } from './Tiles';
import { homeText } from './homeText';

// The tiles are there at once; the charts' code is read in the meantime.
const Charts = lazy(async () => ({ default: (await import('./Charts')).Charts }));

/** The radar: what needs attention across all accounts, and when invitations expire. */
export function HomePage(): ReactElement | null {
  const { accounts } = useAccounts();
  const { overview, error } = useOverview();
  const { refreshing, refresh } = useRefreshScreen({ screen: 'home' });
  // The stored data answers in milliseconds; drawing an empty screen first would take longer.
  if (accounts === undefined || (overview === undefined && error === null)) return null;
  const asOf = oldestReading(accounts);
  const isWithoutAccounts = accounts.length === 0 && refresh !== null && !refreshing;
  return (
    <>
      <Title>{homeText.home}</Title>
      <ContentLayout
        header={
          <Header
            variant="h1"
            description={homeText.homeIntro}
            info={asOf === null ? undefined : <AsOfBeside at={asOf} />}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button
                  iconName="refresh"
                  ariaLabel={homeText.refresh}
                  loading={refreshing}
                  disabled={refresh === null}
                  onClick={() => refresh?.()}
                />
                <Button
                  variant="primary"
                  onClick={() => {
                    goTo(isWithoutAccounts ? { screen: 'redeem' } : { screen: 'invite', account: null });
                  }}
                >
                  {isWithoutAccounts ? homeText.noAccountsRedeem : homeText.invitePeople}
                </Button>
              </SpaceBetween>
            }
          >
            {homeText.home}
          </Header>
        }
      >
        {overview === undefined ? (
          error === null ? null : (
            <ErrorNotice header={homeText.readFailed} error={error.toBody()} />
          )
        ) : (
          <SpaceBetween size="l">
            {asOf === null ? (
              <NothingYet accounts={accounts.length} refreshing={refreshing} signedIn={refresh !== null} />
            ) : null}
            {isWithoutAccounts ? null : <FirstSteps accounts={accounts} />}
            <HomeInbox overview={overview} accounts={accounts} />
            <OutOfReach accounts={accounts} />
            <Tiles overview={overview} />
            <Suspense fallback={<div className="chart-place" />}>
              <Charts days={overview.lapsingByDay} accounts={accounts} />
            </Suspense>
          </SpaceBetween>
        )}
      </ContentLayout>
    </>
  );
}
