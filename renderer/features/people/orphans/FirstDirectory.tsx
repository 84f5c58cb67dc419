import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { DirectoryImport } from '../../../queries/directory';
import { PeopleViews } from '../PeopleViews';
import { ImportFailure } from './ImportFailure';
import { orphansText } from './orphansText';

/** What a directory file is for, which exports are understood, and what is stored of them. */
export const FirstDirectory = ({ importing }: { readonly importing: DirectoryImport }): ReactElement => (
  <ContentLayout
    header={
      <Header
        variant="h1"
        description={
          <span className="inline-row wide">
            <PeopleViews shown="orphans" />
            {orphansText.description}
          </span>
        }
      >
        {orphansText.title}
      </Header>
    }
  >
    <SpaceBetween size="l">
      <ImportFailure importing={importing} file={null} />
      <Container
        header={
          <Header
            variant="h2"
            actions={
              <Button variant="primary" loading={importing.isRunning} onClick={importing.start}>
                {orphansText.importFirst}
              </Button>
            }
          >
            {orphansText.purposeTitle}
          </Header>
        }
      >
        <SpaceBetween size="l">
          <Box variant="p">{orphansText.purpose}</Box>
          <ColumnLayout columns={2} borders="vertical">
            <SpaceBetween size="xs">
              <Box variant="h3">{orphansText.exportsTitle}</Box>
              <ul className="plain-list">
                {orphansText.exports.map(({ name, how }) => (
                  <li key={name}>
                    {name}
                    <Box variant="small" display="block">
                      {how}
                    </Box>
                  </li>
                ))}
              </ul>
              <Box variant="small">{orphansText.exportsFormat}</Box>
            </SpaceBetween>
            <SpaceBetween size="xs">
              <Box variant="h3">{orphansText.storedTitle}</Box>
              <ul className="plain-list">
                {orphansText.stored.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </SpaceBetween>
          </ColumnLayout>
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  </ContentLayout>
);
