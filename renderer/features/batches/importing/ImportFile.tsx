import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState, type ReactElement } from 'react';
import { delimiters, encodings, type ImportPreview } from '../../../../shared/domain/batch/batchImport';
import { pluralize } from '../../../../shared/text/pluralize';
import { ImportEncoding } from './ImportEncoding';
import { ImportSheet } from './ImportSheet';
import { ImportSample } from './ImportSample';
import { topRowText } from './importText';
import { delimiterNames, encodingNames } from './textFormatNames';
import type { Import } from './useImport';
import { importingText } from './importingText';
import { TextWith } from '../../../components/text/TextWith';

const peopleList = {
  value: '',
  label: importingText.peopleList,
  description: importingText.peopleListHint,
};
const detected = { value: '', label: importingText.detectAutomatically };
const noHeader = { value: '', label: importingText.noHeaderRow };

interface ImportFileProps {
  readonly reading: Import;
  readonly pasting: boolean;
}

/** Opens a file or accepts a text, and shows how it was read. */
export function ImportFile({ reading, pasting }: ImportFileProps): ReactElement {
  const { preview, busy, openFile, openText } = reading;
  const [text, setText] = useState('');
  return (
    <Container>
      <SpaceBetween size="m">
        {pasting ? (
          <SpaceBetween size="s">
            <FormField stretch label={importingText.pastedText} description={importingText.pastedTextHint}>
              <Textarea
                value={text}
                rows={8}
                spellcheck={false}
                onChange={({ detail }) => setText(detail.value)}
              />
            </FormField>
            <Button disabled={text.trim() === ''} loading={busy} onClick={() => openText(text)}>
              {importingText.readText}
            </Button>
          </SpaceBetween>
        ) : (
          <span className="inline-row wide">
            <Button iconName="upload" loading={busy} onClick={openFile}>
              {preview === null ? importingText.chooseFile : importingText.chooseOtherFile}
            </Button>
            {preview === null ? (
              <Box color="text-body-secondary">{importingText.fileTypes}</Box>
            ) : (
              <span>
                {preview.fileName}, {pluralize(preview.rows, 'row')}
              </span>
            )}
          </span>
        )}
        {preview === null ? null : (
          <SpaceBetween size="m">
            <ImportEncoding preview={preview} reading={reading} />
            <Format preview={preview} reading={reading} />
            <OddCharacters preview={preview} />
            <ImportSample preview={preview} />
          </SpaceBetween>
        )}
      </SpaceBetween>
    </Container>
  );
}

interface FormatProps {
  readonly preview: ImportPreview;
  readonly reading: Import;
}

/** The detected sheet, encoding, delimiter and header, to correct. */
function Format({ preview, reading: { setAnswers, answers } }: FormatProps): ReactElement {
  const { encoding, delimiter, isPeopleList, headerRow, topRows } = preview;
  const encodingOptions = encodings.map((value) => ({ value, label: encodingNames[value] }));
  const delimiterOptions = [
    ...(isPeopleList || answers.delimiter !== undefined ? [isPeopleList ? peopleList : detected] : []),
    ...delimiters.map((value) => ({ value, label: delimiterNames[value] })),
  ];
  const headerOptions = [
    noHeader,
    ...topRows.map((row) => ({ value: String(row.rowNumber), label: topRowText(row) })),
  ];
  return (
    <div className="import-columns">
      <ImportSheet preview={preview} setAnswers={setAnswers} />
      {encoding === null ? null : (
        <FormField label={importingText.encoding}>
          <Select
            selectedOption={encodingOptions.find(({ value }) => value === encoding) ?? null}
            options={encodingOptions}
            onChange={({ detail }) =>
              setAnswers({ encoding: encodings.find((each) => each === detail.selectedOption.value) })
            }
          />
        </FormField>
      )}
      {delimiter === null && !isPeopleList ? null : (
        <FormField label={importingText.delimiter}>
          <Select
            selectedOption={delimiterOptions.find(({ value }) => value === (delimiter ?? '')) ?? null}
            options={delimiterOptions}
            onChange={({ detail }) => {
              const selected = delimiters.find((each) => each === detail.selectedOption.value);
              // If detected again, it may be a list of people, which has no headers.
              const header = selected === undefined ? { headerRow: undefined } : {};
              setAnswers({ delimiter: selected, mapping: undefined, ...header });
            }}
          />
        </FormField>
      )}
      {isPeopleList ? null : (
        <FormField label={importingText.headerRow}>
          <Select
            selectedOption={headerOptions.find(({ value }) => value === String(headerRow ?? '')) ?? null}
            options={headerOptions}
            onChange={({ detail }) => {
              const { value = '' } = detail.selectedOption;
              setAnswers({ headerRow: value === '' ? null : Number(value), mapping: undefined });
            }}
          />
        </FormField>
      )}
    </div>
  );
}

function OddCharacters({
  preview: { oddCharacters },
}: {
  readonly preview: ImportPreview;
}): ReactElement | null {
  if (oddCharacters.length === 0) return null;
  return (
    <Alert type="warning" header={importingText.oddCharacters}>
      {importingText.oddCharactersHint}
      <ul className="plain-list">
        {oddCharacters.slice(0, 5).map(({ rowNumber, text }) => (
          <li key={`${rowNumber} ${text}`}>
            <TextWith
              text={importingText.oddRow}
              places={{ number: String(rowNumber), text: <mark className="import-odd">{text}</mark> }}
            />
          </li>
        ))}
      </ul>
    </Alert>
  );
}
