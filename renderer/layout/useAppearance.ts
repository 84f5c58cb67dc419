import { applyDensity, applyMode, Density, Mode } from '@cloudscape-design/global-styles';
import { useLayoutEffect, useSyncExternalStore } from 'react';
import type { Settings } from '../../shared/domain/settings';

const darkPreferred = window.matchMedia('(prefers-color-scheme: dark)');

/** Applies the appearance from Settings; with `system`, it follows the operating system live. */
export function useAppearance({ theme, density }: Settings): void {
  const systemIsDark = useSyncExternalStore(followSystem, () => darkPreferred.matches);
  const dark = theme === 'system' ? systemIsDark : theme === 'dark';
  useLayoutEffect(() => {
    applyMode(dark ? Mode.Dark : Mode.Light);
  }, [dark]);
  useLayoutEffect(() => {
    applyDensity(density === 'compact' ? Density.Compact : Density.Comfortable);
  }, [density]);
}

function followSystem(listener: () => void): () => void {
  darkPreferred.addEventListener('change', listener);
  return () => {
    darkPreferred.removeEventListener('change', listener);
  };
}
