/** A host that events may be forwarded to: itself, or with `isWildcard` all under it. `port` is empty for the scheme's own. */
export type ForwardHost = { hostname: string; port: string; isWildcard: boolean };

const HOST = /^(\*\.)?([^\s/?#@\\*]+)$/;
/** As a URL has it, which takes other signs as well. */
export const HOSTNAME = /^([\w.-]+|\[.*\])$/;

/** Reads `app.example.com`, `app.example.com:8443`, `*.example.com`, `[::1]:3000`; `undefined` for what is none of these. */
export function readForwardHost(text: string): ForwardHost | undefined {
  const [, wildcard, host = ""] = HOST.exec(text) ?? [];
  const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : undefined;
  if (url?.pathname !== "/") return undefined;
  const { hostname } = url;
  if (!HOSTNAME.test(hostname)) return undefined;
  // A URL has no port where it is the scheme's own.
  const port = /:(\d+)$/.exec(host)?.[1] ?? "";
  // Written so it would be no URL's.
  if (port.startsWith("0")) return undefined;
  const isWildcard = wildcard !== undefined;
  // All of a top-level domain is nobody's.
  if (isWildcard && (!hostname.includes(".") || /^[\d.]+$|^\[/.test(hostname))) return undefined;
  return { hostname, port, isWildcard };
}

/** How a URL may be asked: `named` by the operator itself, `matched` by a wildcard, and then at public addresses only. What is no URL may not. */
export function trustOf(url: string, hosts: readonly ForwardHost[]): "named" | "matched" | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, port } = new URL(url);
  if (protocol !== "http:" && protocol !== "https:") return undefined;
  const ownPort = protocol === "https:" ? "443" : "80";
  const atPort = hosts.filter((host) => (host.port || ownPort) === (port || ownPort));
  if (atPort.some((host) => !host.isWildcard && host.hostname === hostname)) return "named";
  const isMatched = atPort.some((host) => host.isWildcard && hostname.endsWith(`.${host.hostname}`));
  return isMatched ? "matched" : undefined;
}
