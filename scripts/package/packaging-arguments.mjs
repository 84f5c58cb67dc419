/**
 * electron-builder's command line arguments about the machine it runs on.
 * @param {NodeJS.Platform} platform
 * @param {string} arch
 * @param {readonly string[]} targets electron-builder's, for example `dir`
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
export const packagingArguments = (platform, arch, targets, env) => [
  platformSwitch[platform],
  ...targets,
  `--${arch}`,
  '--publish',
  'never',
  ...(platform === 'darwin' && !hasIdentity(env) ? signedAdHoc : []),
];

const platformSwitch = { darwin: '--mac', linux: '--linux', win32: '--win' };

/**
 * Apple silicon starts no program without a signature, and electron-builder makes none by default. The hardened runtime accepts
 * only libraries of the same signer, which an ad-hoc signature doesn't have.
 */
const signedAdHoc = ['-c.mac.identity=-', '-c.mac.hardenedRuntime=false'];

const hasIdentity = ({ CSC_LINK, CSC_NAME }) => [CSC_LINK, CSC_NAME].some((value) => Boolean(value));
