/** Asks the person where to save a new file; null if they cancel. */
export type ShowSaveFileDialog = (suggestion: {
  readonly title: string;
  /** Its extension is the file's kind. */
  readonly name: string;
}) => Promise<string | null>;

/** Asks the person for a file to read; null if they cancel. */
export type ShowOpenFileDialog = (wanted: {
  readonly title: string;
  /** The name of the kind of file, and its extensions without the dot. */
  readonly kind: string;
  readonly endings: readonly string[];
}) => Promise<string | null>;
