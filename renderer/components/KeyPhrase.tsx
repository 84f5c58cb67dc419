import type { ReactElement } from 'react';
import { componentsText } from './componentsText';

/** A key as ten words to read out by phone. @param props.owner null: the key of this computer */
export function KeyPhrase({
  phrase,
  owner,
}: {
  readonly phrase: readonly string[];
  readonly owner: string | null;
}): ReactElement {
  const label = owner === null ? componentsText.yourKey : componentsText.keyOf(owner);
  return (
    <ol className="key-phrase" aria-label={label}>
      {phrase.map((part, index) => (
        // A word can occur twice.
        <li key={`${String(index)} ${part}`}>{part}</li>
      ))}
    </ol>
  );
}
