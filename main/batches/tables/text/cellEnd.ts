/** A cell, and where the delimiter or line end behind it is; the text's length where there is none. */
export interface CellEnd {
  readonly text: string;
  readonly end: number;
}
