import type { ReactElement } from 'react';

/** A key as ten words to read out by phone. */
export function KeyPhrase({ phrase }: { readonly phrase: readonly string[] }): ReactElement {
  return (
    <ol className="key-phrase">
      {phrase.map((part, index) => (
        // A word can occur twice.
        <li key={`${String(index)} ${part}`}>{part}</li>
      ))}
    </ol>
  );
}
