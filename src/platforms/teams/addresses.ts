// Which addresses may be called. They come with what is sent to us, so that none is called unchecked, neither on arrival nor when it was remembered.

/** Where Microsoft documents the Bot Connector of Teams: the public cloud, and the government community cloud, which shares its keys. */
const CONNECTORS = new Set(['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com']);
/** Where OneDrive and SharePoint of an organisation take uploads. */
const UPLOADS = /^[a-z0-9-]+\.sharepoint\.com$/;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;

export type Addresses = {
  /** The address of a connector, if it may be called. */
  service: (url: string) => URL | undefined;
  /** An address a file may be put at, if it may be called. */
  upload: (url: string) => URL | undefined;
};

function parsed(url: string): URL | undefined {
  const read = URL.canParse(url) ? new URL(url) : undefined;
  return read && read.username === '' && read.password === '' ? read : undefined;
}

/** Microsoft's own, over https; besides them only what is named in `own` (`127.0.0.1:39782`), which must be this machine. */
export function makeAddresses(own: readonly string[] = []): Addresses {
  const ours = new Set(own.filter(host => LOOPBACK.test(host)));
  const check = (isKnown: (host: string) => boolean) => (url: string) => {
    const read = parsed(url);
    if (!read) return undefined;
    if (ours.has(read.host)) return read;
    // With a port of its own it is not Microsoft's door.
    return read.protocol === 'https:' && read.port === '' && isKnown(read.hostname) ? read : undefined;
  };
  const service = check(host => CONNECTORS.has(host));
  return {
    service: url => {
      const read = service(url);
      return read && read.search === '' && read.hash === '' ? read : undefined;
    },
    upload: check(host => UPLOADS.test(host)),
  };
}

/** Whether this is the machine itself. */
export const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address);
