import ButtonDropdown, { type ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown';
import { useState, type ReactElement } from 'react';
import { DeleteViewDialog } from './DeleteViewDialog';
import { NameViewDialog } from './NameViewDialog';
import { viewsText } from './viewsText';

interface SavedViewsMenuProps {
  readonly names: readonly string[];
  /** The view that is shown; null if it isn't a saved one. */
  readonly selected: string | null;
  readonly onPick: (name: string) => void;
  /** Saves what is shown. */
  readonly onSave: (name: string) => void;
  readonly onRename: (from: string, to: string) => void;
  readonly onDelete: (name: string) => void;
}

const viewPrefix = 'view ';

type Dialog = 'save' | 'rename' | 'delete';

/** Shows a saved view, saves what is shown as one, and renames or deletes the one that is shown. */
export function SavedViewsMenu(props: SavedViewsMenuProps): ReactElement {
  const { names, selected, onPick, onSave, onRename, onDelete } = props;
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = (): void => setDialog(null);
  return (
    <>
      <ButtonDropdown
        items={itemsFor(names, selected)}
        expandToViewport
        onItemClick={({ detail: { id } }) => {
          if (id.startsWith(viewPrefix)) onPick(id.slice(viewPrefix.length));
          else setDialog(id as Dialog);
        }}
      >
        {selected === null ? viewsText.views : viewsText.shown(selected)}
      </ButtonDropdown>
      {dialog === 'save' ? (
        <NameViewDialog
          {...{ names, before: null }}
          onName={(name) => {
            onSave(name);
            close();
          }}
          onClose={close}
        />
      ) : null}
      {dialog === 'rename' && selected !== null ? (
        <NameViewDialog
          {...{ names, before: selected }}
          onName={(name) => {
            onRename(selected, name);
            close();
          }}
          onClose={close}
        />
      ) : null}
      {dialog === 'delete' && selected !== null ? (
        <DeleteViewDialog
          name={selected}
          onDelete={() => {
            onDelete(selected);
            close();
          }}
          onClose={close}
        />
      ) : null}
    </>
  );
}

function itemsFor(names: readonly string[], selected: string | null): ButtonDropdownProps.ItemOrGroup[] {
  const actions = [
    { id: 'save' satisfies Dialog, text: viewsText.save },
    ...(selected === null
      ? []
      : [
          { id: 'rename' satisfies Dialog, text: viewsText.rename },
          { id: 'delete' satisfies Dialog, text: viewsText.delete },
        ]),
  ];
  if (names.length === 0) return actions;
  return [
    {
      text: viewsText.views,
      items: names.map((name) => ({
        id: viewPrefix + name,
        text: name,
        itemType: 'checkbox' as const,
        checked: name === selected,
      })),
    },
    ...actions,
  ];
}
