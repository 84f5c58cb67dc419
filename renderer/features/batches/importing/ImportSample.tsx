import type { ReactElement } from 'react';
import type { ImportPreview } from '../../../../shared/domain/batch/batchImport';
import { shownColumns } from './columns/shownColumns';
import { importingText } from './importingText';

interface ImportSampleProps {
  readonly preview: ImportPreview;
  /** What is shown above a column, besides its name. */
  readonly over?: (column: number, label: string) => ReactElement;
}

/**
 * The first rows of the file as they were read; without its empty columns, hidden ones last. Joined names have their own column.
 */
export function ImportSample({ preview, over }: ImportSampleProps): ReactElement {
  const { sample, sampleNames, mapping } = preview;
  const used = new Set(Object.values(mapping).flat());
  const shown = shownColumns(preview);
  const isJoined = over !== undefined && mapping.givenName !== null && mapping.familyName !== null;
  return (
    <div
      className={over === undefined ? 'import-sample' : 'import-sample is-mapped'}
      tabIndex={0}
      role="region"
      aria-label={importingText.sampleLabel}
    >
      <table>
        <thead>
          <tr>
            {shown.map(({ label, index }) => (
              <th key={index} scope="col">
                {over?.(index, label)}
                <span className="import-header">{label}</span>
              </th>
            ))}
            {isJoined ? (
              <th scope="col" className="is-result">
                {importingText.joinedNameColumn}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {sample.map((row, at) => (
            <tr key={at}>
              {shown.map(({ index }) => (
                <td key={index} className={over === undefined || used.has(index) ? undefined : 'is-unused'}>
                  {row[index] ?? ''}
                </td>
              ))}
              {isJoined ? <td className="is-result">{sampleNames[at] ?? ''}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
