import { Fragment, type ReactElement, type ReactNode } from 'react';

/** The names between braces in a text: `"Read {guide} first"` has `"guide"`. */
type PlacesOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlacesOf<Rest>
  : never;

interface TextWithProps<Text extends string> {
  /** A complete sentence, declared `as const`, so that the compiler sees its placeholders. */
  readonly text: Text;
  readonly places: string extends Text ? never : Readonly<Record<PlacesOf<Text>, ReactNode>>;
}

/**
 * A sentence with elements in it, such as a link or emphasis, each where the text names it in braces. So a sentence stays whole
 * in its ...Text.ts, and can be reordered there.
 * @throws Error for a placeholder without an element, which the compiler already reports
 */
export function TextWith<const Text extends string>({ text, places }: TextWithProps<Text>): ReactElement {
  const elements: Readonly<Record<string, ReactNode>> = places;
  return (
    <>
      {text.split(/\{(\w+)\}/).map((piece, index) => {
        if (index % 2 === 0) return piece;
        if (!(piece in elements)) throw new Error(`Nothing is given for {${piece}} in “${text}”.`);
        return <Fragment key={index}>{elements[piece]}</Fragment>;
      })}
    </>
  );
}
