/** Asks the person where to save a new file; null when they think better of it. */
export type ShowSaveFileDialog = (suggestion: {
  readonly title: string;
  /** Its ending is the file's kind. */
  readonly name: string;
}) => Promise<string | null>;

/** Asks the person for a file to read; null when they think better of it. */
export type ShowOpenFileDialog = (wanted: {
  readonly title: string;
  /** What such files are called, and their endings without the dot. */
  readonly kind: string;
  readonly endings: readonly string[];
}) => Promise<string | null>;
