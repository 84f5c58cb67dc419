/** Error messages of this folder: what happened and what to do. */
export const networkErrorText = {
  socksProxy:
    'This computer is set to use a kind of proxy that AMC Access Manager can’t use (SOCKS). Set an HTTP or HTTPS proxy in the system settings, or ask your IT for one.',
  unreachable: (whom: string) => `${whom} couldn’t be reached. Check your network connection and try again.`,
  offline: (whom: string) =>
    `This computer is offline, so ${whom} couldn’t be reached. Connect to a network and try again.`,
  unknownName: (whom: string) =>
    `The address of ${whom} couldn’t be looked up (DNS). Check that you’re online. If you use a VPN, check that it’s connected.`,
  turnedAway: (whom: string) =>
    `The connection to ${whom} was turned away. A firewall or proxy may be blocking it. If this continues, ask your IT.`,
  wrongTime: (whom: string) =>
    `The certificate of ${whom} isn’t valid at this computer’s current time. Correct the computer’s clock and try again.`,
  strangeCertificate: (whom: string) =>
    `Something between this computer and ${whom} answers with a certificate that isn’t trusted. It may be the sign-in page of this network: open a web page in your browser first. In an office whose proxy inspects traffic, ask your IT to install its certificate in the system.`,
  webPageInstead: (whom: string) =>
    `A web page answered instead of ${whom}. It may be the sign-in page of this network: open a web page in your browser, sign in to the network, then try again.`,
  proxyAsksForPassword:
    'The proxy of this network asks for a user name and password, which AMC Access Manager can’t provide. Ask your IT for access without them.',
  proxyRefused: (status: string) =>
    `The proxy of this network didn’t let the connection through (status ${status}). If this continues, ask your IT.`,
};
