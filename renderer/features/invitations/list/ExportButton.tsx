import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { ChannelInput } from '../../../../shared/bridge/ipc';
import { counted } from '../../../components/text/formatTime';
import { useOffersExport } from '../../../navigation/exportOffer';
import { useExportInvitations } from '../../../queries/exportInvitations';
import { filterKey } from '../../../../shared/navigation/invitationFilter';
import { listText } from './listText';

interface ExportButtonProps {
  /** What is exported: the listed invitations, on all pages, in order. */
  readonly query: Omit<ChannelInput<'invitations.export'>, 'format'>;
  /** How many there are; undefined while unknown. */
  readonly total: number | undefined;
}

/** Exports the list as a file. A failure is shown like that of any small change. */
export function ExportButton({ query, total = 0 }: ExportButtonProps): ReactElement {
  const { mutate, data, variables, isPending } = useExportInvitations();
  useOffersExport(total > 0);
  // It would mean nothing for another list.
  const saved = data?.saved === true && isOf(query, variables) ? data : null;
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      <LiveRegion>
        {saved === null ? null : (
          <StatusIndicator type="success">
            {listText.saved(counted(saved.invitations, 'invitation'), saved.fileName)}
          </StatusIndicator>
        )}
      </LiveRegion>
      <div className="export-button">
        <ButtonDropdown
          loading={isPending}
          loadingText={listText.exporting}
          disabled={total === 0}
          items={[
            { id: 'xlsx', text: listText.excelWorkbook },
            { id: 'csv', text: listText.csv },
          ]}
          onItemClick={({ detail }) => {
            mutate({ ...query, format: detail.id === 'csv' ? 'csv' : 'xlsx' });
          }}
        >
          {listText.exportButton}
        </ButtonDropdown>
      </div>
    </SpaceBetween>
  );
}

function isOf(
  query: ExportButtonProps['query'],
  exported: ChannelInput<'invitations.export'> | undefined,
): boolean {
  if (exported === undefined) return false;
  const { format: _format, ...rest } = exported;
  return filterKey(rest) === filterKey(query);
}
