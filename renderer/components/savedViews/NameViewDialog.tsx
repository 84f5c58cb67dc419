import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { cleanLabel } from '../../../shared/domain/account/labels';
import { maxViewName, maxViews, viewNamed } from '../../../shared/domain/savedViews';
import { ConfirmDialog } from '../consent/ConfirmDialog';
import { viewsText } from './viewsText';

interface NameViewDialogProps {
  /** Of all views of the list. */
  readonly names: readonly string[];
  /** The name that is changed; null: a view is saved. */
  readonly before: string | null;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for the name of a view. */
export function NameViewDialog({ names, before, onName, onClose }: NameViewDialogProps): ReactElement {
  const [draft, setDraft] = useState(before ?? '');
  const input = useRef<InputProps.Ref>(null);
  useEffect(() => input.current?.select(), []);
  const name = cleanLabel(draft);
  const views = names.map((each) => ({ name: each }));
  const other = viewNamed(views, name)?.name ?? null;
  const complaint = complaintAbout(name, { before, other, isFull: names.length >= maxViews });
  const done = (): void => {
    if (complaint === undefined) onName(name);
  };
  return (
    <ConfirmDialog
      header={before === null ? viewsText.saveTitle : viewsText.renameTitle(before)}
      confirm={{ text: viewsText.confirm, pending: false, missing: complaint, onClick: done }}
      onCancel={onClose}
    >
      <FormField
        label={viewsText.name}
        description={before === null ? viewsText.saved : undefined}
        constraintText={before === null && other !== null ? viewsText.replaces(other) : undefined}
        errorText={name === '' ? undefined : complaint}
      >
        <Input
          ref={input}
          value={draft}
          onChange={({ detail }) => setDraft(detail.value)}
          onKeyDown={({ detail }) => {
            if (detail.key === 'Enter') done();
          }}
        />
      </FormField>
    </ConfirmDialog>
  );
}

interface Surrounding {
  readonly before: string | null;
  /** The view that has the name already. */
  readonly other: string | null;
  readonly isFull: boolean;
}

function complaintAbout(name: string, { before, other, isFull }: Surrounding): string | undefined {
  if (name === '') return viewsText.nameMissing;
  if (name.length > maxViewName) return viewsText.nameTooLong(maxViewName);
  if (before === null) return isFull && other === null ? viewsText.tooMany(maxViews) : undefined;
  return other !== null && other !== before ? viewsText.nameTaken(other) : undefined;
}
