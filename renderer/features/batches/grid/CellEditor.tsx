import {
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactElement,
} from 'react';
import { roleName, roles } from '../../../../shared/domain/invitation/role';
import { formatNumber } from '../../../../shared/text/formats';
import type { Instance } from '../../../../shared/domain/account/instance';
import type { AccountMatch } from '../gridModel/accountMatch';
import type { GridStore } from '../gridModel/gridStore';
import { columnNames } from '../../../../shared/domain/batch/batchText';
import { maxCellLength, type BatchRowInput } from '../../../../shared/domain/batch/batch';
import { instanceOptions } from '../gridModel/instanceOptions';
import { roleTyped, withCell, type CellValue } from '../gridModel/cells';
import type { Draft } from '../gridModel/gridState';
import type { Move } from '../gridModel/selection';
import { useKnownInstances } from '../../../queries/instances';
import { isMac } from '../../../components/dom/isMac';
import { gridText } from './gridText';
import { accountRefKey } from '../../../../shared/util/accountKey';

/** Nobody reads more; typing another letter is quicker. */
const maxOptions = 30;

/** Max height of the list, in px, with a margin; the same as in batches.css. */
const listHeight = 260;

interface CellEditorProps {
  readonly draft: Draft;
  /** The row before editing; undefined if it is new. */
  readonly row: BatchRowInput | undefined;
  readonly store: GridStore;
  readonly match: AccountMatch;
}

interface Option {
  readonly key: string;
  readonly text: string;
  readonly second: string | null;
  readonly value: CellValue;
}

/** The field in an open cell. Accounts, roles and instances have a list to select from; anything else can be typed too. */
export function CellEditor({ draft, row, store, match }: CellEditorProps): ReactElement {
  const { column, text, over } = draft;
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [above, setAbove] = useState(false);
  const [marked, setMarked] = useState<number | null>(null);
  const options = optionsOf(draft, match, useInstancesFor(draft, row));
  const selected =
    marked ?? (text === draft.before ? standingIn(options, draft, row) : proposedIn(options, draft, match));

  useLayoutEffect(() => {
    const field = input.current;
    if (field === null) return;
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
    const frame = field.closest('.batch-grid')?.getBoundingClientRect();
    const below = (frame?.bottom ?? 0) - field.getBoundingClientRect().bottom;
    setAbove(below < listHeight && field.getBoundingClientRect().top - (frame?.top ?? 0) > below);
  }, []);

  const keep = (move: Move | null): void => {
    store.commit(selected === null ? null : (options[selected]?.value ?? null));
    if (move !== null) store.move(move);
  };
  const mark = (by: number): void => {
    const from = selected ?? (by > 0 ? -1 : options.length);
    setMarked(Math.max(0, Math.min(options.length - 1, from + by)));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // An input method's own Enter and arrows select characters.
    if (event.nativeEvent.isComposing) return;
    if (isAppKey(event)) {
      // It may lead to another screen: what was typed is kept first.
      keep(null);
      return;
    }
    event.stopPropagation();
    const arrow = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === 'Enter') keep(event.shiftKey ? 'up' : 'down');
    else if (event.key === 'Tab') keep(event.shiftKey ? 'previous' : 'next');
    else if (event.key === 'Escape') store.cancel();
    else if (event.key === 'F8') {
      keep(null);
      store.goToProblem(event.shiftKey);
    } else if (isFind(event)) {
      keep(null);
      store.openFind();
    } else if (arrow !== undefined && options.length > 0) mark(arrow);
    else if (arrow !== undefined && over) keep(arrow < 0 ? 'up' : 'down');
    else return;
    event.preventDefault();
  };
  /** The field would silently truncate text that is too long. */
  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const pasted = event.clipboardData.getData('text/plain');
    const length = value.length - ((selectionEnd ?? 0) - (selectionStart ?? 0)) + pasted.length;
    if (length <= maxCellLength) return;
    event.preventDefault();
    store.refusePaste(
      gridText.pasteTooLong(columnNames[column], formatNumber(length), formatNumber(maxCellLength)),
    );
  };
  const hasList = column === 'account' || column === 'role' || column === 'instances';
  return (
    <div className="batch-grid-editor" data-editor>
      <input
        ref={input}
        aria-label={columnNames[column]}
        value={text}
        maxLength={maxCellLength}
        spellCheck={column === 'note'}
        autoComplete="off"
        {...(hasList ? comboboxProps(listId, options.length > 0, selected) : {})}
        onChange={(event) => {
          setMarked(null);
          store.typed(event.target.value);
        }}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => {
          // Another window took the focus: the cell stays open.
          if (document.hasFocus()) store.commit();
        }}
      />
      <OptionList
        id={listId}
        label={columnNames[column]}
        options={options}
        selected={selected}
        above={above}
        onPick={store.commit}
      />
    </div>
  );
}

/** Keys with Ctrl, on a Mac Cmd, that edit text in any field, and the grid's own Ctrl+F. */
const editingKeys = ['a', 'c', 'f', 'v', 'x', 'y', 'z'];

/** A character with Ctrl, on a Mac Cmd, such as Ctrl+K: the app's shortcuts are of this kind. */
const isAppKey = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  (isMac ? metaKey : ctrlKey) &&
  !altKey &&
  !shiftKey &&
  key.length === 1 &&
  !editingKeys.includes(key.toLowerCase());

/** Ctrl+F, on a Mac Cmd+F: the app's own shortcut, which doesn't hear what is typed here. */
const isFind = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'f' && (isMac ? metaKey : ctrlKey) && !altKey && !shiftKey;

/** @param selected the option that Enter uses; null: none */
const comboboxProps = (listId: string, isOpen: boolean, selected: number | null) => ({
  role: 'combobox',
  'aria-expanded': isOpen,
  'aria-controls': listId,
  'aria-autocomplete': 'list' as const,
  ...(selected === null ? {} : { 'aria-activedescendant': `${listId}-${selected}` }),
});

interface OptionListProps {
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option[];
  /** The one that Enter uses; null: none. */
  readonly selected: number | null;
  /** Whether it opens above the field. */
  readonly above: boolean;
  readonly onPick: (value: CellValue) => void;
}

function OptionList(props: OptionListProps): ReactElement | null {
  const { id, label, options, selected, above, onPick } = props;
  if (options.length === 0) return null;
  return (
    <ul id={id} role="listbox" aria-label={label} className={above ? 'is-above' : ''}>
      {options.map(({ key, text, second, value }, index) => (
        <li
          key={key}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === selected}
          ref={index === selected ? (item) => item?.scrollIntoView({ block: 'nearest' }) : undefined}
          // Before the field loses the focus, which would commit what is typed.
          onPointerDown={(event) => {
            event.preventDefault();
            onPick(value);
          }}
        >
          {text}
          {second === null ? null : <span className="batch-grid-second">{second}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The instances of the row's account while that cell is open; null if there are none to offer. */
const useInstancesFor = ({ column }: Draft, row: BatchRowInput | undefined): readonly Instance[] | null =>
  useKnownInstances(column === 'instances' ? (row?.account ?? null) : null)?.instances ?? null;

function optionsOf(
  { column, text }: Draft,
  match: AccountMatch,
  known: readonly Instance[] | null,
): readonly Option[] {
  if (column === 'role') {
    return roles.map((role) => ({
      key: role,
      text: roleName(role),
      second: null,
      value: { text: role, account: null },
    }));
  }
  if (column === 'instances') {
    return instanceOptions(text, known).map(({ cell, ...option }) => ({
      ...option,
      value: { text: cell, account: null },
    }));
  }
  if (column !== 'account') return [];
  return match.search(text, maxOptions).map((account) => ({
    key: accountRefKey(account),
    text: account.name,
    second: match.detail(account),
    value: match.cellOf(account),
  }));
}

/** What Enter uses before one moved in the list: what the text means, nothing for an empty one. */
function proposedIn(options: readonly Option[], { column, text }: Draft, match: AccountMatch): number | null {
  // Names can be typed one after another: only what is marked completes them.
  if (text.trim() === '' || column === 'instances') return null;
  if (column !== 'account') return placeOf(options, ({ value }) => value.text === roleTyped(text));
  const wanted = match.wanted(text);
  return wanted === null ? null : placeOf(options, ({ key }) => key === accountRefKey(wanted));
}

/** The current content of the cell. */
const standingIn = (
  options: readonly Option[],
  { column }: Draft,
  row: BatchRowInput | undefined,
): number | null =>
  row === undefined ? null : placeOf(options, ({ value }) => withCell(row, column, value) === row);

function placeOf(options: readonly Option[], isMeant: (option: Option) => boolean): number | null {
  const index = options.findIndex(isMeant);
  return index < 0 ? null : index;
}
