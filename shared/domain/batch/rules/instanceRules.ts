import type { Instance } from '../../account/instance';
import { isSamePlan, type WantedInstances } from '../../account/plannedInstances';
import { planReplacedText } from '../../account/plannedInstancesText';
import { createInstancesParser, writtenInstances, type ParsedInstances } from '../../account/parseInstances';
import type { RowFinding } from '../batch';
import { personKey, type BatchFacts, type PlanFact } from './facts';
import { findingsText } from './findingsText';
import { error, warning, writes, type Row } from './makeFinding';
import { roleOfText } from './roleWords';

/** To which instances a row's person is to be added. */
export interface PlannedRow {
  /** Null: the row plans nothing, and what was planned before stays. */
  readonly plan: WantedInstances | null;
  /** What was planned before; null if nothing was. */
  readonly before: PlanFact | null;
}

/** How many instances of an account are named in a finding. */
const maxNamed = 8;

const column = 'instances';

/** An account as the rules name it. */
interface InAccount {
  /** Its `accountKey`. */
  readonly place: string;
  readonly name: string;
}

/** What rows say about their accounts' instances. An admin reaches all of them, so nothing is planned for one. */
export function createInstanceRules({
  instances,
  plans,
}: Pick<BatchFacts, 'instances' | 'plans'>): (
  row: Row,
  account: InAccount,
) => { readonly row: PlannedRow; readonly findings: readonly RowFinding[] } | null {
  const readers = new Map<string, (text: string) => ParsedInstances>();
  const readerOf = (place: string): ((text: string) => ParsedInstances) => {
    const reader = readers.get(place) ?? createInstancesParser(instances.get(place) ?? null);
    readers.set(place, reader);
    return reader;
  };

  return (row, { place, name }) => {
    if (roleOfText(row.role) === 'admin') return null;
    const before = plans.get(personKey(place, row.emailAddress)) ?? null;
    if (row.instances.trim() === '')
      return before === null ? null : { row: { plan: null, before }, findings: [] };
    const read = readerOf(place)(row.instances);
    const { plan } = read;
    const known = instances.get(place) ?? [];
    const findings = instanceFaults(read, name, known);
    if (read.isUnchecked) {
      const message = findingsText.instancesUnchecked(name);
      findings.push(warning({ code: 'INSTANCES_UNCHECKED', column, message }));
    }
    if (plan !== null && before !== null && !isSamePlan(plan, before.wanted)) {
      const message = planReplacedText(before.plannedAt, before.wanted, plan);
      findings.push(
        warning(
          { code: 'PLAN_REPLACED', column, message },
          writes(column, writtenInstances(before.wanted, known), { label: findingsText.keepPlan }),
        ),
      );
    }
    return { row: { plan, before }, findings };
  };
}

/** Why it isn't certain which instances of an account a text means; empty if it is. */
export function instanceFaults(
  { unknown, ambiguous }: ParsedInstances,
  accountName: string,
  known: readonly Instance[],
): RowFinding[] {
  const findings: RowFinding[] = [];
  if (unknown.length > 0) {
    const named = known.slice(0, maxNamed).map(({ name }) => name);
    const names =
      known.length > named.length ? [...named, findingsText.more(known.length - named.length)] : named;
    const message = findingsText.instanceUnknown(unknown, accountName, names);
    findings.push(error({ code: 'INSTANCE_UNKNOWN', column, message }));
  }
  for (const { text, fitting, meansAll } of ambiguous) {
    const ids = fitting.map(({ instanceId }) => instanceId);
    const message = meansAll
      ? findingsText.instanceOrAll(text, accountName, ids)
      : findingsText.instanceAmbiguous(text, accountName, ids);
    findings.push(error({ code: 'INSTANCE_AMBIGUOUS', column, message }));
  }
  return findings;
}
