import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parseJsonFile } from '../../../shared/text/jsonText';
import { faultRule, type FaultRule } from './fault';

/**
 * The rules of a file with a JSON array of them, for a sandbox started by hand.
 * @throws Error for people: what is wrong with the file
 */
export function readFaultsFile(file: string): FaultRule[] {
  let content: unknown;
  try {
    content = parseJsonFile(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The faults can't be read from ${file}: ${reason}`, { cause: error });
  }
  const rules = z.array(faultRule).safeParse(content);
  if (rules.success) return rules.data;
  throw new Error(`The faults in ${file} aren't right:\n${z.prettifyError(rules.error)}`);
}
