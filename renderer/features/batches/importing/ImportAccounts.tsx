import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useMemo, type ReactElement } from 'react';
import type { AccountRef } from '../../../../shared/domain/account/account';
import type { ImportPreview } from '../../../../shared/domain/batch/batchImport';
import { pluralize } from '../../../../shared/text/pluralize';
import { formatNumber } from '../../../../shared/text/formats';
import { useHeldWhileFocused } from '../../../components/useHeldWhileFocused';
import { refOf } from '../../../queries/accounts';
import type { AccountMatch } from '../gridModel/accountMatch';
import { accountOptions, type AccountOptions } from '../gridModel/accountOptions';
import { viewerOnlySummary, viewerOnlyText } from './importText';
import type { Import } from './useImport';
import { importingText } from './importingText';
import { accountRefKey } from '../../../../shared/util/accountKey';

interface ImportAccountsProps {
  readonly preview: ImportPreview;
  readonly reading: Import;
  readonly match: AccountMatch;
}

/** Which accounts the file’s account texts mean. A similar name counts only after a person confirms it. */
export function ImportAccounts({ preview, reading, match }: ImportAccountsProps): ReactElement {
  const { answers, setAnswers } = reading;
  const toAccounts = answers.toAccounts ?? [];
  const setAccount = (text: string, account: AccountRef | null): void => {
    const others = answers.accounts?.filter((each) => each.text !== text) ?? [];
    setAnswers({ accounts: [...others, { text, account }] });
  };
  const texts = [...preview.accounts].sort(
    (one, other) => urgency(one) - urgency(other) || other.rows - one.rows,
  );
  const similar = texts.filter(({ match, account }) => match === 'similar' && account !== null);
  const viewerOnly = viewerOnlySummary(texts);
  const live = useMemo(() => accountOptions(match), [match]);
  const [picker, focus] = useHeldWhileFocused(live);
  const { options, accountOf } = picker;
  return (
    <div {...focus}>
      <Container>
        <SpaceBetween size="l">
          <FormField stretch label={importingText.toAccountsLabel} description={importingText.toAccountsHint}>
            <Multiselect
              placeholder={importingText.toAccountsPlaceholder}
              filteringType="auto"
              virtualScroll
              options={options}
              selectedOptions={options.filter(({ value }) =>
                toAccounts.some((ref) => accountRefKey(ref) === value),
              )}
              deselectAriaLabel={({ label }) => importingText.removeAccount(label ?? '')}
              onChange={({ detail }) => {
                const selected = detail.selectedOptions
                  .flatMap(({ value }) => accountOf(value) ?? [])
                  .map(refOf);
                setAnswers({ toAccounts: selected.length === 0 ? undefined : selected });
              }}
            />
          </FormField>
          {toAccounts.length > 0 ? null : (
            <div>
              <span className="inline-row wide">
                <Box variant="h3">{importingText.namedAccountsTitle(formatNumber(texts.length))}</Box>
                {similar.length < 2 ? null : (
                  <Button
                    onClick={() =>
                      setAnswers({
                        accounts: [
                          ...(answers.accounts ?? []),
                          ...similar.map(({ text, account }) => ({ text, account })),
                        ],
                      })
                    }
                  >
                    {importingText.yesToAll(pluralize(similar.length, 'similar name'))}
                  </Button>
                )}
              </span>
              {viewerOnly === '' ? null : (
                <Box padding={{ vertical: 'xs' }}>
                  <Alert type="warning">{viewerOnly}</Alert>
                </Box>
              )}
              <div
                className="import-accounts"
                tabIndex={0}
                role="region"
                aria-label={importingText.namedAccountsLabel}
              >
                <SpaceBetween size="xs">
                  {texts.map((named) => (
                    <NamedAccount key={named.text} named={named} picker={picker} setAccount={setAccount} />
                  ))}
                </SpaceBetween>
              </div>
            </div>
          )}
        </SpaceBetween>
      </Container>
    </div>
  );
}

/** What needs a person comes first. */
function urgency({ match, isViewerOnly }: ImportPreview['accounts'][number]): number {
  if (match === 'similar') return 0;
  return match === 'none' ? 1 : isViewerOnly ? 2 : 3;
}

interface NamedAccountProps {
  readonly named: ImportPreview['accounts'][number];
  readonly picker: AccountOptions;
  readonly setAccount: (text: string, account: AccountRef | null) => void;
}

/** Undoes a selection. */
const leftOpen = { value: '', label: importingText.leaveBlank, description: importingText.leaveBlankHint };

function NamedAccount({ named, picker, setAccount }: NamedAccountProps): ReactElement {
  const { text, rows, account, accountName, candidates, isViewerOnly } = named;
  const isSimilar = named.match === 'similar';
  const { options, optionOf, accountOf } = picker;
  const selected = account === null || isSimilar ? null : accountOf(accountRefKey(account));
  return (
    <div className="import-account">
      <span className="breaks-anywhere">
        {text === '' ? <em>{importingText.withoutAccount}</em> : `“${text}”`}{' '}
        <Box variant="small">{pluralize(rows, 'row')}</Box>
      </span>
      <SpaceBetween size="xxs">
        <Select
          ariaLabel={importingText.accountFor(text)}
          placeholder={isSimilar ? importingText.unconfirmed : importingText.leaveBlank}
          filteringType="auto"
          virtualScroll
          expandToViewport
          selectedOption={selected === null ? null : optionOf(selected)}
          options={[leftOpen, ...options]}
          onChange={({ detail }) => {
            const picked = accountOf(detail.selectedOption.value);
            setAccount(text, picked === null ? null : refOf(picked));
          }}
        />
        {!isViewerOnly || isSimilar ? null : (
          <StatusIndicator type="warning">{viewerOnlyText(rows)}</StatusIndicator>
        )}
        {!isSimilar || account !== null ? null : (
          <span className="inline-row">
            <StatusIndicator type="warning">{importingText.whichAccount}</StatusIndicator>
            {candidates.map((candidate) => (
              <Button
                key={accountRefKey(candidate.account)}
                variant="inline-link"
                ariaLabel={importingText.candidateLabel(
                  text,
                  candidate.accountName,
                  candidate.account.accountId,
                )}
                onClick={() => setAccount(text, candidate.account)}
              >
                {nameAmong(candidate, candidates)}
              </Button>
            ))}
            <Button
              variant="inline-link"
              ariaLabel={importingText.noneOfTheseLabel(text)}
              onClick={() => setAccount(text, null)}
            >
              {importingText.noneOfThese}
            </Button>
          </span>
        )}
        {!isSimilar || account === null ? null : (
          <span className="inline-row">
            <StatusIndicator type="warning">{importingText.isIt(accountName ?? '')}</StatusIndicator>
            <Button
              variant="inline-link"
              ariaLabel={importingText.yesLabel(text, accountName ?? '')}
              onClick={() => setAccount(text, account)}
            >
              {importingText.yes}
            </Button>
            <Button
              variant="inline-link"
              ariaLabel={importingText.noLabel(text, accountName ?? '')}
              onClick={() => setAccount(text, null)}
            >
              {importingText.no}
            </Button>
          </span>
        )}
      </SpaceBetween>
    </div>
  );
}

type Candidate = ImportPreview['accounts'][number]['candidates'][number];

/** Its name, with the ID if several have that name. */
const nameAmong = ({ account, accountName }: Candidate, candidates: readonly Candidate[]): string =>
  candidates.filter((other) => other.accountName === accountName).length > 1
    ? `${accountName} (${account.accountId})`
    : accountName;
