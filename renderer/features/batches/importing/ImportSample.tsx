import type { ReactElement } from 'react';
import type { ImportPreview } from '../../../../shared/domain/batch/batchImport';

interface ImportSampleProps {
  readonly preview: ImportPreview;
  /** What stands over a column, beside its name. */
  readonly over?: (column: number, name: string) => ReactElement;
}

/** The first rows of the file as they were read; without its empty columns. Names that are joined stand in a column of their own. */
export function ImportSample({ preview, over }: ImportSampleProps): ReactElement {
  const { columns, sample, sampleNames, mapping } = preview;
  const used = new Set(Object.values(mapping).flat());
  const shown = columns
    .map(({ name, isEmpty }, index) => ({ name, index, isShown: !isEmpty || used.has(index) }))
    .filter(({ isShown }) => isShown);
  const isJoined = over !== undefined && mapping.givenName !== null && mapping.familyName !== null;
  return (
    <div
      className={over === undefined ? 'import-sample' : 'import-sample is-mapped'}
      tabIndex={0}
      role="region"
      aria-label="The first rows of the file"
    >
      <table>
        <thead>
          <tr>
            {shown.map(({ name, index }) => (
              <th key={index} scope="col">
                {over?.(index, name)}
                <span className="import-header">{name}</span>
              </th>
            ))}
            {isJoined ? (
              <th scope="col" className="is-result">
                Name in the batch
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
