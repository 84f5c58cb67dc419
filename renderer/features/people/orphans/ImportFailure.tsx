import type { ReactElement } from 'react';
import type { DirectoryFile } from '../../../../shared/domain/person/directory';
import { ErrorNotice } from '../../../components/ErrorNotice';
import type { DirectoryImport } from '../../../queries/directory';
import { orphansText } from './orphansText';

interface ImportFailureProps {
  readonly importing: DirectoryImport;
  /** The file that is still there; null if there is none. */
  readonly file: DirectoryFile | null;
}

/** Why a file wasn't imported; null if none failed. */
export function ImportFailure({ importing: { error }, file }: ImportFailureProps): ReactElement | null {
  if (error === null) return null;
  const body = error.toBody();
  const message = file === null ? body.message : `${body.message} ${orphansText.olderStays(file.fileName)}`;
  return <ErrorNotice header={orphansText.importFailed} error={{ ...body, message }} />;
}
