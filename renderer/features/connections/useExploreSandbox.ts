import type { CodedError } from '../../../shared/errors';
import { useAddSandbox } from '../../queries/connections';
import { useStartSignIn } from '../../queries/signIn';
import { goTo } from '../../navigation/useRoute';

interface ExploreSandbox {
  readonly open: () => void;
  readonly opening: boolean;
  readonly error: CodedError | null;
}

/** Adds a sandbox connection, shows the accounts and starts the sign-in, all with one click. */
export function useExploreSandbox(): ExploreSandbox {
  const addSandbox = useAddSandbox();
  const startSignIn = useStartSignIn();
  const open = (): void => {
    addSandbox
      .mutateAsync()
      .then(({ connectionId }) => {
        startSignIn({ connectionId });
        goTo({ screen: 'accounts' });
      })
      // The mutation holds the error, which the screen shows.
      .catch(() => undefined);
  };
  return { open, opening: addSandbox.isPending, error: addSandbox.error };
}
