import type { ReactElement } from 'react';
import './labels.css';

/** A note as it was written, with its line breaks. */
export const NoteText = ({ note }: { readonly note: string }): ReactElement => (
  <span className="account-note">{note}</span>
);
