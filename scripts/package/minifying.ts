// V8 keeps a script with a single wider character at two bytes per character (docs/performance.md).
const codegen = { asciiOnly: true };

/** How the page's scripts are built. */
export const pageMinifying = { codegen };

/** How main's are: lines and names stay, so that a stack in a crash report can be read. */
export const mainMinifying = {
  compress: false,
  mangle: false,
  codegen: { ...codegen, removeWhitespace: false },
};
