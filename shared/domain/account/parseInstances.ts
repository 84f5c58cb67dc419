import { visibleText } from '../../people/characters';
import { toSearchText } from '../../text/searchText';
import type { Instance } from './instance';
import { plannedInstanceKey, type PlannedInstance, type WantedInstances } from './plannedInstances';

/** What a text about an account's instances means. */
export interface ParsedInstances {
  /** Null if nothing is planned, or if it isn't certain which instances are meant. */
  readonly plan: WantedInstances | null;
  /** What names no instance of the account. */
  readonly unknown: readonly string[];
  /** What several instances fit. */
  readonly ambiguous: readonly AmbiguousInstance[];
  /** Amazon never listed the account's instances, so that names are taken as written. */
  readonly isUnchecked: boolean;
}

export interface AmbiguousInstance {
  readonly text: string;
  /** Those that fit, in the account's order. */
  readonly fitting: readonly Instance[];
  /** It is also the word for all instances. */
  readonly meansAll: boolean;
}

const allTexts = new Set(
  'all|all instances|*|alle|alle instanzen|tous|toutes|toutes les instances|todas|todos|tutte|tutti|すべて|全て|全部|所有|모두|전체'
    .split('|')
    .map(toSearchText),
);

/** Nothing is planned any longer. An empty cell keeps what was planned. */
const noneTexts = new Set(
  'none|no instances|no instance|-|–|keine|keine instanzen|aucune|aucune instance|ninguna|nessuna|nenhuma|なし|无|無|없음'
    .split('|')
    .map(toSearchText),
);

/** One spelling for case, full-width letters, accents and whitespace. */
const spelled = (text: string): string => toSearchText(visibleText(text.normalize('NFKC')));

/** Whether a text means all of an account's instances, whatever these are. */
const meansAllInstances = (text: string): boolean => allTexts.has(spelled(text));

/** Whether a text means that no instance is planned any longer. */
const meansNoInstances = (text: string): boolean => noneTexts.has(spelled(text));

/** Names or IDs with ";" between them, full-width or not, or one a line. */
const piecesOf = (text: string): string[] =>
  text
    .split(/[;；\r\n]+/)
    .map(visibleText)
    .filter((piece) => piece !== '');

/** How a plan is written into a cell; `createInstancesParser` reads it again. */
export const writtenInstances = (plan: WantedInstances | null, known: readonly Instance[] = []): string => {
  if (plan === null) return '';
  if (typeof plan === 'string') return plan;
  const names = plan.map(({ name }) => spelled(name));
  const isWritable = ({ instanceId, name }: PlannedInstance): boolean =>
    instanceId === null ||
    (!/[;；]/.test(name) &&
      !allTexts.has(spelled(name)) &&
      !noneTexts.has(spelled(name)) &&
      names.filter((each) => each === spelled(name)).length === 1 &&
      known.filter(({ instanceId: id, name: each }) => id !== instanceId && spelled(each) === spelled(name))
        .length === 0);
  return plan.map((each) => (isWritable(each) ? each.name : (each.instanceId ?? each.name))).join('; ');
};

/**
 * Reads what is written about instances of one account: names or IDs with ";" between them, "all", or "none" alone. Ignores case, full-width
 * letters, accents and whitespace, unless that makes two instances alike; then only the exact name or the ID counts.
 * @param known what Amazon listed; null if it never did
 */
export function createInstancesParser(known: readonly Instance[] | null): (text: string) => ParsedInstances {
  const answers = new Map<string, ParsedInstances>();
  const exact = indexed(known ?? [], visibleText);
  const loose = indexed(known ?? [], spelled);

  const fitting = (piece: string): readonly Instance[] => {
    const same = exact.get(piece) ?? [];
    return same.length > 0 ? same : (loose.get(spelled(piece)) ?? []);
  };

  function read(text: string): ParsedInstances {
    // A name may have a ";" in it.
    const whole = visibleText(text);
    const pieces = exact.has(whole) ? [whole] : piecesOf(text);
    // An instance may have that name.
    if (pieces.length === 1 && meansNoInstances(whole) && fitting(whole).length === 0) return nothing;
    const planned = new Map<string, PlannedInstance>();
    const [unknown, ambiguous]: [string[], AmbiguousInstance[]] = [[], []];
    let isAll = false;
    for (const piece of pieces) {
      const found = fitting(piece);
      const meansAll = meansAllInstances(piece);
      const [only] = found;
      if (found.length > 1 || (only !== undefined && meansAll)) {
        ambiguous.push({ text: piece, fitting: found, meansAll });
      } else if (meansAll) isAll = true;
      else if (only !== undefined) planned.set(plannedInstanceKey(only), only);
      else if (known === null) {
        const named = { instanceId: null, name: piece };
        planned.set(plannedInstanceKey(named), named);
      } else unknown.push(piece);
    }
    const isCertain = unknown.length === 0 && ambiguous.length === 0;
    const list = [...planned.values()].map(({ instanceId, name }) => ({ instanceId, name }));
    return {
      plan: !isCertain ? null : isAll ? 'all' : list.length > 0 ? list : null,
      unknown,
      ambiguous,
      isUnchecked: known === null && !isAll && list.length > 0,
    };
  }

  return (text) => {
    const before = answers.get(text);
    if (before !== undefined) return before;
    const answer = read(text);
    answers.set(text, answer);
    return answer;
  };
}

const nothing: ParsedInstances = { plan: 'none', unknown: [], ambiguous: [], isUnchecked: false };

/** Instances by name and by ID, each once per text. */
function indexed(
  known: readonly Instance[],
  spell: (text: string) => string,
): ReadonlyMap<string, readonly Instance[]> {
  const index = new Map<string, Instance[]>();
  for (const instance of known) {
    for (const text of new Set([spell(instance.name), spell(instance.instanceId)])) {
      index.set(text, [...(index.get(text) ?? []), instance]);
    }
  }
  return index;
}
