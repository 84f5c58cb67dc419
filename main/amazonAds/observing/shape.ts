import { isPlainKey } from './keyWords';
import { formatOf, patternOf } from './valueFormat';

/**
 * The shape of JSON answers: keys and types, with the formats of texts and numbers. Made to be read by strangers, so no value of an
 * answer is in it, and no key that isn't a plain word.
 */
export interface Shape {
  /** What a value was, for example `object`, or a format of `formatOf`. */
  readonly kinds: Set<string>;
  readonly keys: Map<string, Shape>;
  /** What a list's entries were; null: none was seen. */
  items: Shape | null;
}

/** How much is kept of all shapes together. */
export interface ShapeBudget {
  /** The number of further shapes; the rest of an answer isn't looked at. */
  left: number;
}

export const emptyShape = (): Shape => ({ kinds: new Set(), keys: new Map(), items: null });

/** Max number of levels that are looked at. */
const maxDepth = 12;
/** Max number of entries of a list that are looked at. */
const maxEntries = 200;
/** An object with more keys is a table by ID, whose keys are values. */
const maxKeys = 40;
/** Max number of formats that are kept of one value. */
const maxKinds = 12;

/** Adds what an answer shows. */
export function addShape(shape: Shape, value: unknown, budget: ShapeBudget, depth = 0): void {
  if (Array.isArray(value)) {
    note(shape, value.length === 0 ? 'empty list' : 'list');
    if (depth === maxDepth || value.length === 0) return;
    shape.items ??= newShape(budget);
    if (shape.items === null) return;
    for (const entry of value.slice(0, maxEntries)) addShape(shape.items, entry, budget, depth + 1);
    return;
  }
  if (typeof value !== 'object' || value === null) {
    note(shape, formatOf(value));
    return;
  }
  note(shape, 'object');
  if (depth === maxDepth) return;
  const entries = Object.entries(value);
  const isTable = entries.length > maxKeys;
  for (const [key, entry] of entries.slice(0, maxEntries)) {
    const name = isTable ? '(key)' : keyName(key);
    const known = shape.keys.get(name) ?? newShape(budget);
    if (known === null) return;
    shape.keys.set(name, known);
    addShape(known, entry, budget, depth + 1);
  }
}

function newShape(budget: ShapeBudget): Shape | null {
  if (budget.left === 0) return null;
  budget.left -= 1;
  return emptyShape();
}

function note({ kinds }: Shape, kind: string): void {
  if (kinds.size < maxKinds) kinds.add(kind);
  else kinds.add('more formats');
}

/** A key as Amazon writes its own; anything else may be a value that serves as a key, and is shown as a pattern. */
const keyName = (key: string): string => (isPlainKey(key) ? key : `(key ${patternOf(key)})`);

/** The lines of a shape, indented, keys by name. */
export function shapeLines(shape: Shape, name: string, indent = ''): string[] {
  const kinds = [...shape.kinds].sort().join(', ');
  return [
    `${indent}${name}: ${kinds === '' ? 'nothing seen' : kinds}`,
    ...[...shape.keys]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([key, inner]) => shapeLines(inner, key, `${indent}  `)),
    ...(shape.items === null ? [] : shapeLines(shape.items, 'each', `${indent}  `)),
  ];
}
