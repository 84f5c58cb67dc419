import Box from '@cloudscape-design/components/box';
import type { ReactElement } from 'react';
import type { DirectoryFile } from '../../../../shared/domain/person/directory';
import { fileText, leftOutText } from './orphansText';

/** The file, who is in it, and what of it wasn't taken. */
export const DirectoryFileFacts = ({ file }: { readonly file: DirectoryFile }): ReactElement => (
  <div>
    <Box variant="strong">
      <bdi className="breaks-anywhere">{file.fileName}</bdi>
    </Box>{' '}
    {fileText(file)} {leftOutText(file)}
  </div>
);
