/** A text on one line: its trimmed, non-empty lines joined with `joint`. */
export const oneLine = (text: string, joint = ' '): string =>
  /[\r\n]/.test(text)
    ? text
        .split(/[\r\n]+/)
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join(joint)
    : text;
