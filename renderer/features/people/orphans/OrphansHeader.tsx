import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactElement } from 'react';
import type { DirectoryFile } from '../../../../shared/domain/person/directory';
import type { PeopleCoverage } from '../../../../shared/domain/person/memberPerson';
import { formatNumber } from '../../../../shared/text/formats';
import { AsOfBeside } from '../../../components/Times';
import type { DirectoryImport } from '../../../queries/directory';
import { useRefreshScreen } from '../../../queries/refresh/useRefreshScreen';
import { PeopleViews } from '../PeopleViews';
import { ForgetDirectoryDialog } from './ForgetDirectoryDialog';
import { orphansText } from './orphansText';

interface OrphansHeaderProps {
  readonly total: number;
  readonly coverage: PeopleCoverage;
  readonly file: DirectoryFile;
  readonly importing: DirectoryImport;
}

/** How many people, the age of the oldest list, what to do with the file, and Refresh. */
export function OrphansHeader(props: OrphansHeaderProps): ReactElement {
  const { total, coverage, file, importing } = props;
  const { refreshing, refresh } = useRefreshScreen({ screen: 'orphans' });
  const [forgetting, setForgetting] = useState(false);
  return (
    <>
      <Header
        variant="awsui-h1-sticky"
        {...(coverage.asOf === null ? {} : { counter: `(${formatNumber(total)})` })}
        description={
          <span className="inline-row wide">
            <PeopleViews shown="orphans" />
            {orphansText.description}
          </span>
        }
        info={coverage.asOf === null ? undefined : <AsOfBeside at={coverage.asOf} />}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={() => setForgetting(true)}>{orphansText.forget}</Button>
            <Button loading={importing.isRunning} onClick={importing.start}>
              {orphansText.importNewer}
            </Button>
            <Button
              iconName="refresh"
              ariaLabel={orphansText.refresh}
              loading={refreshing}
              disabled={refresh === null}
              onClick={() => refresh?.()}
            />
          </SpaceBetween>
        }
      >
        {orphansText.title}
      </Header>
      {forgetting ? (
        <ForgetDirectoryDialog
          file={file}
          onForgotten={importing.dismiss}
          onClose={() => setForgetting(false)}
        />
      ) : null}
    </>
  );
}
