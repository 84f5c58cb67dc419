import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { Account } from '../../../shared/domain/account/account';
import { formatNumber } from '../../../shared/text/formats';
import type { ChannelInput } from '../../../shared/bridge/ipc';
import { ErrorNotice } from '../../components/ErrorNotice';
import { counted } from '../../components/text/formatTime';
import { useOffersExport } from '../../navigation/exportOffer';
import { useExportActivity } from '../../queries/activity';
import { AccountHeading } from '../accounts/AccountHeading';
import { activityText } from './activityText';

interface ActivityHeaderProps {
  readonly account: Account | null;
  readonly total: number | undefined;
  /** What is exported: the listed entries, on all pages. */
  readonly filter: ChannelInput<'activity.export'>;
}

/** The title of the record, and its export. */
export function ActivityHeader({ account, total = 0, filter }: ActivityHeaderProps): ReactElement {
  const { mutate, data, error, isPending } = useExportActivity();
  useOffersExport(total > 0);
  return (
    <SpaceBetween size="s">
      <Header
        variant="awsui-h1-sticky"
        counter={`(${formatNumber(total)})`}
        description={account === null ? activityText.description : <AccountHeading account={account} />}
        actions={
          <SpaceBetween direction="horizontal" size="s" alignItems="center">
            <LiveRegion>
              {data?.saved === true ? (
                <StatusIndicator type="success">
                  {activityText.saved(counted(data.entries, 'entry', 'entries'), data.fileName ?? '')}
                </StatusIndicator>
              ) : null}
            </LiveRegion>
            <div className="export-button">
              <Button
                iconName="download"
                loading={isPending}
                loadingText={activityText.exporting}
                disabled={total === 0}
                onClick={() => mutate(filter)}
              >
                {activityText.exportEntries(counted(total, 'entry', 'entries'))}
              </Button>
            </div>
          </SpaceBetween>
        }
      >
        {activityText.activity}
      </Header>
      {error === null ? null : <ErrorNotice header={activityText.exportFailed} error={error.toBody()} />}
    </SpaceBetween>
  );
}
