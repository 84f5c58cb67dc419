import type { ReactElement } from 'react';
import type { ChannelInput } from '../../../shared/bridge/ipc';
import { componentsText } from '../../components/componentsText';
import { ExportDropdown } from '../../components/ExportDropdown';
import { counted } from '../../components/text/formatTime';
import { useOffersExport } from '../../navigation/exportOffer';
import { useExportAccess } from '../../queries/matrix';
import { peopleText } from './peopleText';

type Query = Omit<ChannelInput<'people.export'>, 'layout' | 'format'>;

interface ExportAccessProps {
  /** Whose access is exported: those on screen, on all pages, in order. */
  readonly query: Query;
  /** How many there are. */
  readonly total: number;
}

const layouts = ['list', 'matrix'] as const;
const formats = ['xlsx', 'csv'] as const;

const formatNames = { xlsx: componentsText.excelWorkbook, csv: componentsText.csv };

/** Exports who has access, as a list or as a matrix. */
export function ExportAccess({ query, total }: ExportAccessProps): ReactElement {
  const { mutate, data, variables, isPending } = useExportAccess();
  useOffersExport(total > 0);
  // It would mean nothing for other people.
  const saved = data?.saved === true && isOf(query, variables) ? data : null;
  const options = layouts.flatMap((layout) => formats.map((format) => ({ layout, format })));
  return (
    <ExportDropdown
      isPossible={total > 0}
      isRunning={isPending}
      saved={
        saved === null
          ? null
          : componentsText.saved(counted(saved.people, 'person', 'people'), saved.fileName)
      }
      items={layouts.map((layout) => ({
        id: layout,
        text: peopleText.exportLayout[layout],
        items: formats.map((format) => ({ id: `${layout} ${format}`, text: formatNames[format] })),
      }))}
      onExport={(item) => {
        const option = options.find(({ layout, format }) => item === `${layout} ${format}`);
        if (option !== undefined) mutate({ ...query, ...option });
      }}
    />
  );
}

function isOf(query: Query, exported: ChannelInput<'people.export'> | undefined): boolean {
  if (exported === undefined) return false;
  const { layout: _layout, format: _format, ...rest } = exported;
  return JSON.stringify(rest) === JSON.stringify(query);
}
