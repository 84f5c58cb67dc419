import type { ReactElement } from 'react';
import type { ImportPreview } from '../../../shared/domain/batchImport';

/** The first rows of the file as they were read. */
export function ImportSample({ preview }: { readonly preview: ImportPreview }): ReactElement {
  const { headers, sample } = preview;
  const width = Math.max(headers.length, ...sample.map((row) => row.length), 1);
  const columns = Array.from({ length: width }, (_, index) => index);
  return (
    <div className="import-sample" tabIndex={0} role="region" aria-label="The first rows of the file">
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {headers[column] ?? `Column ${column + 1}`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map((row, index) => (
            <tr key={index}>
              {columns.map((column) => (
                <td key={column}>{row[column] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
