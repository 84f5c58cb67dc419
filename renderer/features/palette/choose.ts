/** Closes the palette, then runs the selected action. */
export type Choose = (run: () => void) => void;
