import type { Settings } from '../../../../shared/domain/settings';
import { useChangeSettings, useSettings } from '../../../queries/settings';
import { paletteText } from '../paletteText';
import type { Command } from './command';

const themes: Record<Settings['theme'], string> = {
  light: paletteText.lightTheme,
  dark: paletteText.darkTheme,
  system: paletteText.systemTheme,
};
const densities: Record<Settings['density'], string> = {
  comfortable: paletteText.comfortableDensity,
  compact: paletteText.compactDensity,
};

/** Themes and densities. */
export function useAppearanceCommands(): readonly Command[] {
  const settings = useSettings();
  const change = useChangeSettings();
  const option = (title: string, setting: Partial<Settings>, inForce: boolean): Command => ({
    id: `appearance ${title}`,
    title,
    group: 'Appearance',
    synonyms: 'appearance mode',
    inForce,
    run: () => change(setting),
  });
  return [
    ...(['light', 'dark', 'system'] as const).map((theme) =>
      option(themes[theme], { theme }, settings?.theme === theme),
    ),
    ...(['comfortable', 'compact'] as const).map((density) =>
      option(densities[density], { density }, settings?.density === density),
    ),
  ];
}
