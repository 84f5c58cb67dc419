/** A cell, and the position of the delimiter or line end after it; the text's length if there is none. */
export interface CellEnd {
  readonly text: string;
  readonly end: number;
}
