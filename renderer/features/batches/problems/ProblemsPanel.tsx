import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { memo, useMemo, type ReactElement } from 'react';
import { pluralize } from '../../../../shared/text/pluralize';
import { formatNumber } from '../../../../shared/text/formats';
import type { GridStore } from '../gridModel/gridStore';
import { cellText } from '../gridModel/cells';
import { FindingIcon } from '../grid/FindingIcon';
import { fixed, reasonsOf, type Found, type Reason } from '../gridModel/quickFixes';
import { noMarks } from '../gridModel/rows/rowView';
import { reasonNames } from '../../../../shared/domain/batch/batchText';
import { useGridState } from '../grid/useGridState';
import { problemsText } from './problemsText';

/** Max number of rows listed under one reason; fixing them shows the next ones. */
const maxListed = 50;

/** All findings, by reason: a click goes to the cell, and rows can be fixed or removed together. */
export const ProblemsPanel = memo(function ProblemsPanel({
  store,
}: {
  readonly store: GridStore;
}): ReactElement {
  const rows = useGridState(store, (state) => state.rows);
  const marks = useGridState(store, (state) => state.marks);
  const reasons = useMemo(() => reasonsOf(rows, (rowId) => marks.get(rowId) ?? noMarks), [rows, marks]);
  const numbers = useGridState(store, (state) => state.numbers);
  return (
    <section className="batch-panel" aria-label={problemsText.problems}>
      <SpaceBetween size="xs">
        <Box variant="h2">{problemsText.problems}</Box>
        {reasons.length === 0 ? (
          <Box color="text-body-secondary">{problemsText.noProblems}</Box>
        ) : (
          <Box color="text-body-secondary">{problemsText.keysHint}</Box>
        )}
        {reasons.map((reason) => (
          <ReasonPart
            key={`${reason.level} ${reason.code}`}
            reason={reason}
            numbers={numbers}
            store={store}
          />
        ))}
      </SpaceBetween>
    </section>
  );
});

interface ReasonPartProps {
  readonly reason: Reason;
  /** The rows' numbers as the batch counts them, from 1. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly store: GridStore;
}

function ReasonPart({ reason: { code, level, found }, numbers, store }: ReasonPartProps): ReactElement {
  const fixable = found.filter(({ finding }) => finding.fix !== null && !finding.fix.removesRow);
  const [first] = fixable;
  const isReadOnly = useGridState(store, (state) => state.isReadOnly);
  const removed = new Set(found.map(({ rowId }) => rowId));
  return (
    <ExpandableSection
      variant="footer"
      headerText={
        <span className="inline-row unbroken">
          <FindingIcon level={level} label={reasonNames[code]} />
          {reasonNames[code]} ({formatNumber(found.length)})
        </span>
      }
    >
      <SpaceBetween size="xs">
        <span className="inline-row">
          {first === undefined ? null : (
            <Button disabled={isReadOnly} onClick={() => store.change(...fixed(fixable))}>
              {fixable.length === 1
                ? (first.finding.fix?.label ?? '')
                : problemsText.fixAll(pluralize(fixable.length, 'row'))}
            </Button>
          )}
          <Button disabled={isReadOnly} onClick={() => store.change([], removed)}>
            {removed.size === 1
              ? problemsText.removeRow
              : problemsText.removeAll(pluralize(removed.size, 'row'))}
          </Button>
        </span>
        <ul className="plain-list">
          {found.slice(0, maxListed).map((each) => (
            <li key={`${each.rowId} ${each.finding.column}`}>
              <FoundLink found={each} number={numbers.get(each.rowId) ?? 0} store={store} />
            </li>
          ))}
        </ul>
        {found.length > maxListed ? (
          <Box color="text-body-secondary">
            {problemsText.moreRows(pluralize(found.length - maxListed, 'more row'))}
          </Box>
        ) : null}
      </SpaceBetween>
    </ExpandableSection>
  );
}

interface FoundLinkProps {
  readonly found: Found;
  readonly number: number;
  readonly store: GridStore;
}

function FoundLink({ found: { rowId, finding }, number, store }: FoundLinkProps): ReactElement {
  const row = useGridState(store, ({ byId }) => byId.get(rowId));
  const text = row === undefined ? '' : cellText(row, 'emailAddress') || cellText(row, finding.column);
  return (
    <Button variant="inline-link" onClick={() => store.jumpTo(rowId, finding.column)}>
      {problemsText.rowLink(formatNumber(number), text === '' ? '' : `: ${text.slice(0, 60)}`)}
    </Button>
  );
}
