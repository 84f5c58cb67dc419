import type { Plugin } from 'vite';

/**
 * A build plugin that moves Cloudscape's only variable on the document's root to the body, where its thousand design tokens are.
 * With variables on both, Chromium copies all tokens for each element that sets its own variable, and styling the page takes two
 * to three times as long (docs/performance.md).
 */
export const bodyVariables = (): Plugin => ({
  name: 'body-variables',
  enforce: 'pre',
  transform: (code, id) => (id.includes('@cloudscape-design') ? onBody(code) : null),
});

/** The style sheet with its mark on the body, or null if it has none. */
export function onBody(css: string): string | null {
  return rootMark.test(css) ? css.replace(rootMark, 'body$1') : null;
}

/** `:root { --awsui-version-info-1a2b3c4d: true; }`, by which Cloudscape detects from any element that its styles are loaded. */
const rootMark = /:root(\s*\{\s*--awsui-version-info-\w+:\s*true;?\s*\})/;
