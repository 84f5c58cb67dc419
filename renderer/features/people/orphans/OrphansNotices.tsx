import Alert from '@cloudscape-design/components/alert';
import Link from '@cloudscape-design/components/link';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { ChannelOutput } from '../../../../shared/bridge/ipc';
import type { DirectoryFile } from '../../../../shared/domain/person/directory';
import { linkTo } from '../../../navigation/useRoute';
import type { DirectoryImport } from '../../../queries/directory';
import { PeopleCoverageNotice } from '../list/PeopleCoverageNotice';
import { DirectoryFileFacts } from './DirectoryFileFacts';
import { ImportFailure } from './ImportFailure';
import { orphansText } from './orphansText';

interface OrphansNoticesProps {
  readonly shown: ChannelOutput<'people.orphans'>;
  readonly file: DirectoryFile;
  readonly importing: DirectoryImport;
}

/** The file, whether the last import succeeded, and who couldn't be compared with it. */
export function OrphansNotices({ shown, file, importing }: OrphansNoticesProps): ReactElement {
  const { coverage, unidentified } = shown;
  return (
    <SpaceBetween size="xs">
      <ImportFailure importing={importing} file={file} />
      {importing.imported === null ? (
        <DirectoryFileFacts file={file} />
      ) : (
        <Alert
          type="success"
          dismissible
          i18nStrings={{ dismissAriaLabel: orphansText.dismiss }}
          header={orphansText.imported}
          onDismiss={importing.dismiss}
        >
          <LiveRegion>
            <DirectoryFileFacts file={file} />
          </LiveRegion>
        </Alert>
      )}
      <PeopleCoverageNotice coverage={coverage} />
      {unidentified === 0 ? null : (
        <div>
          <StatusIndicator type="info">{orphansText.unidentified(unidentified)}</StatusIndicator>{' '}
          <Link {...linkTo({ screen: 'people' })}>{orphansText.showEveryone}</Link>
        </div>
      )}
    </SpaceBetween>
  );
}
