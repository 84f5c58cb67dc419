import type { StoreAddress } from '../../../shared/domain/team/storeAddress';
import { CodedError } from '../../../shared/errors';
import { storeErrorText } from './storeErrorText';
import { problemOf, problems, systemCodeOf, type StoreProblem } from './storeProblem';

/** A problem with the store, in sentences for people. */
export class StoreError extends CodedError {
  readonly problem: StoreProblem;

  constructor(problem: StoreProblem, address: StoreAddress, systemCode?: string) {
    const { code } = problems[problem];
    super({
      code,
      message: storeErrorText[problem](address),
      retryable: code === 'TEAM_UNREACHABLE',
      ...(systemCode === undefined ? {} : { details: systemCode }),
    });
    this.problem = problem;
  }
}

/**
 * What went wrong with the store. PostgreSQL's own text may hold values, so only its code is passed on.
 * @param phase whether the connection was being made, or was there
 */
export function storeError(
  thrown: unknown,
  address: StoreAddress,
  phase: 'connecting' | 'working',
): CodedError {
  if (thrown instanceof CodedError) return thrown;
  return new StoreError(problemOf(thrown, phase), address, systemCodeOf(thrown));
}
