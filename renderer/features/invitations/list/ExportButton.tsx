import type { ReactElement } from 'react';
import type { ChannelInput } from '../../../../shared/bridge/ipc';
import { componentsText } from '../../../components/componentsText';
import { ExportDropdown } from '../../../components/ExportDropdown';
import { counted } from '../../../components/text/formatTime';
import { useOffersExport } from '../../../navigation/exportOffer';
import { useExportInvitations } from '../../../queries/exportInvitations';
import { filterKey } from '../../../../shared/navigation/invitationFilter';

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
    <ExportDropdown
      isPossible={total > 0}
      isRunning={isPending}
      saved={
        saved === null ? null : componentsText.saved(counted(saved.invitations, 'invitation'), saved.fileName)
      }
      items={[
        { id: 'xlsx', text: componentsText.excelWorkbook },
        { id: 'csv', text: componentsText.csv },
      ]}
      onExport={(item) => {
        mutate({ ...query, format: item === 'csv' ? 'csv' : 'xlsx' });
      }}
    />
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
