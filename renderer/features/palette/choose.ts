/** Closes the palette, then does what was selected in it. */
export type Choose = (run: () => void) => void;
