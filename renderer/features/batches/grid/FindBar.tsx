import Button from '@cloudscape-design/components/button';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import { memo, useEffect, useMemo, useRef, type ReactElement } from 'react';
import { matchesIn } from '../gridModel/findMatches';
import type { GridStore } from '../gridModel/gridStore';
import { findCountText, gridText } from './gridText';
import { useGridState } from './useGridState';

/** Finds a text in any cell of the rows shown: a button, and once it is open the field with its matches. */
export const FindBar = memo(function FindBar({ store }: { readonly store: GridStore }): ReactElement {
  const finding = useGridState(store, (state) => state.finding);
  return finding === null ? (
    <span className="find-button">
      <Button iconName="search" variant="icon" ariaLabel={gridText.find} onClick={store.openFind} />
    </span>
  ) : (
    <OpenFind store={store} text={finding} />
  );
});

function OpenFind({ store, text }: { readonly store: GridStore; readonly text: string }): ReactElement {
  const view = useGridState(store, (state) => state.view);
  const byId = useGridState(store, (state) => state.byId);
  const filter = useGridState(store, (state) => state.filter);
  const { row, column } = useGridState(store, ({ selection }) => selection.active);
  const matches = useMemo(() => matchesIn({ view, byId }, text), [view, byId, text]);
  const here = matches.findIndex((place) => place.row === row && place.column === column);
  const none = matches.length === 0;
  const field = useRef<InputProps.Ref>(null);
  // After the grid's own effects: an open cell that closes would take the focus back.
  useEffect(() => field.current?.focus(), []);
  return (
    <span className="inline-row" role="search" aria-label={gridText.find}>
      <span className="find-field">
        <Input
          type="search"
          ref={field}
          value={text}
          ariaLabel={gridText.findLabel}
          placeholder={gridText.findPlaceholder}
          onChange={({ detail }) => store.find(detail.value)}
          onKeyDown={(event) => onKey(event, store)}
        />
      </span>
      <span aria-live="polite" className="unbroken">
        {text.trim() === '' ? '' : findCountText(here, matches.length, filter === 'all')}
      </span>
      <Button
        iconName="angle-up"
        variant="icon"
        ariaLabel={gridText.previousMatch}
        disabled={none}
        onClick={() => store.findNext(true)}
      />
      <Button
        iconName="angle-down"
        variant="icon"
        ariaLabel={gridText.nextMatch}
        disabled={none}
        onClick={() => store.findNext(false)}
      />
      <Button iconName="close" variant="icon" ariaLabel={gridText.closeFind} onClick={store.closeFind} />
    </span>
  );
}

/** Enter and F3 go to the next match, with Shift to the one before; Esc returns to the cell. */
function onKey(event: Parameters<NonNullable<InputProps['onKeyDown']>>[0], store: GridStore): void {
  const { key, shiftKey, isComposing } = event.detail;
  if (isComposing) return;
  if (key === 'Escape') store.closeFind();
  else if (key === 'Enter' || key === 'F3') store.findNext(shiftKey);
  else return;
  event.preventDefault();
}
