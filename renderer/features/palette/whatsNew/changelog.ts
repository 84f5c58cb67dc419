import text from '../../../../CHANGELOG.md?raw';

/** What changed in one version, for the people who use the app. */
export interface Release {
  /** As in the file: a version with its date, or "Unreleased". */
  readonly title: string;
  readonly groups: readonly { readonly title: string; readonly changes: readonly string[] }[];
}

/** The versions of CHANGELOG.md, newest first, without what only developers write there. */
export function releasesOf(changelog: string): readonly Release[] {
  return partsOf(changelog, '## ').map(({ title, body }) => ({
    title,
    groups: partsOf(body, '### ').map((group) => ({ title: group.title, changes: changesOf(group.body) })),
  }));
}

function partsOf(text: string, mark: string): readonly { readonly title: string; readonly body: string }[] {
  return `\n${text}`
    .split(`\n${mark}`)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.split('\n');
      return { title: title.trim(), body: lines.join('\n') };
    });
}

/** A change may go over several lines. */
const changesOf = (body: string): readonly string[] =>
  `\n${body}`
    .split('\n- ')
    .slice(1)
    .map((change) => change.replaceAll(/\s+/g, ' ').replaceAll(/[_`]/g, '').trim());

export const releases = releasesOf(text);
