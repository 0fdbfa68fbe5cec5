import { isIP } from 'node:net';

/** A setting that cannot be used. The message is one line that starts with the variable's name. */
export class ConfigError extends Error {}

export function refuse(variable: string, problem: string): never {
  throw new ConfigError(`${variable} ${problem}`);
}

export function wholeNumber(variable: string, text: string, min: number, max: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) refuse(variable, `must be a whole number from ${min} to ${max}, not "${text}".`);
  return value;
}

export function oneOf<T extends string>(variable: string, text: string, values: readonly T[]): T {
  return (
    values.find((value) => value === text) ?? refuse(variable, `must be one of ${values.join(', ')}, not "${text}".`)
  );
}

/** A URL with one of the given protocols and nothing behind the host, answered without a trailing slash. */
export function originUrl(variable: string, text: string, protocols: readonly string[]): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !protocols.includes(url.protocol)) {
    refuse(
      variable,
      `must be an address that starts with ${protocols.map((name) => `${name}//`).join(' or ')}, not "${text}".`,
    );
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
    refuse(variable, `must be an address without a path, such as ${url.protocol}//${url.host}.`);
  }
  return `${url.protocol}//${url.host}`;
}

export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname);
}

const PROXY_NAMES = ['loopback', 'linklocal', 'uniquelocal'];

/** Whose `X-Forwarded-*` headers count: a number of hops, or a list of addresses, networks and Express' names for them. */
export function proxies(variable: string, text: string): number | readonly string[] {
  if (/^\d+$/.test(text)) return wholeNumber(variable, text, 0, 10);
  return text.split(',').map((item) => {
    const name = item.trim();
    if (PROXY_NAMES.includes(name) || isNetwork(name)) return name;
    return refuse(variable, `must be a number of hops or a list of addresses, not "${text}".`);
  });
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const longest = isIP(address) === 4 ? 32 : isIP(address) === 6 ? 128 : -1;
  return rest.length === 0 && longest > 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= longest));
}

const MIN_SECRET_CHARACTERS = 32;

/** Length is all that can be checked of a secret; well-known ones are refused by name. */
export function strongSecret(variable: string, text: string): string {
  if (/change-?me/i.test(text)) refuse(variable, 'still holds the example text: put a random value of your own there.');
  if (text.length < MIN_SECRET_CHARACTERS) {
    refuse(variable, `must have at least ${MIN_SECRET_CHARACTERS} characters; it has ${text.length}.`);
  }
  return text;
}
