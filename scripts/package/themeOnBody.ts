import type { Plugin } from 'vite';

/**
 * A build plugin that has Cloudscape look for the class of a theme on the body, where it belongs, instead of anywhere in the
 * document. Checkboxes, status signs, selects and buttons ask several times each while they are drawn, and a class that nothing has
 * is found nowhere only after the whole page was searched (docs/performance.md).
 */
export const themeOnBody = (): Plugin => ({
  name: 'theme-on-body',
  enforce: 'pre',
  transform: (code, id) => (id.includes('@cloudscape-design') ? askingBody(code) : null),
});

/** The module with its question put to the body, or null if it doesn't ask. */
export function askingBody(module: string): string | null {
  return search.test(module) ? module.replace(search, 'document.body.classList.contains($1)') : null;
}

/** `!!document.querySelector(`.${themeDefinitions[theme].className}`)` */
const search = /!!document\.querySelector\(`\.\$\{(themeDefinitions\[theme\]\.className)\}`\)/;
