/** Closes the palette, then does what was chosen in it. */
export type Choose = (run: () => void) => void;
