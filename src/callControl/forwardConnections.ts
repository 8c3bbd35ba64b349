import { lookup as systemLookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { Agent, fetch } from "undici";

/** Addresses that are nobody's on the Internet: https://www.iana.org/assignments/iana-ipv4-special-registry and its sister of IPv6. */
const PRIVATE = new BlockList();
for (const [address, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  PRIVATE.addSubnet(address, bits, "ipv4");
// Of IPv6 only 2000::/3 is given out; within it these hold addresses of IPv4, or examples.
const GLOBAL = new BlockList();
GLOBAL.addSubnet("2000::", 3, "ipv6");
PRIVATE.addSubnet("2001::", 23, "ipv6");
PRIVATE.addSubnet("2001:db8::", 32, "ipv6");
PRIVATE.addSubnet("2002::", 16, "ipv6");

function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !PRIVATE.check(address, "ipv4");
  return GLOBAL.check(address, "ipv6") && !PRIVATE.check(address, "ipv6");
}

/** The addresses of a host, unless one of them is private: the connection is made to what was looked at, not to what is looked up later. */
const publicOnly =
  (lookup: LookupFunction): LookupFunction =>
  (hostname, options, callback) =>
    lookup(hostname, options, (error, address, family) => {
      const addresses = typeof address === "string" ? [address] : address.map((each) => each.address);
      if (error || addresses.every(isPublic)) callback(error, address, family);
      else callback(new Error("The host has a private address"), "");
    });

/** How applications are asked over HTTP. No redirect is followed. */
export type ForwardConnections = {
  fetch(
    url: string,
    /** `trust`: whether the operator has named the host, or it is to be at public addresses. */
    request: {
      method: string;
      headers: Record<string, string>;
      body: string | null;
      signal: AbortSignal;
      trust: "named" | "matched";
    },
  ): Promise<{
    status: number;
    contentType: string | undefined;
    body: (AsyncIterable<Uint8Array> & { cancel(): Promise<void> }) | null;
  }>;
  close(): Promise<void>;
};

/** Up to 256 connections to each host. `lookup` finds the addresses of a host. */
export function createForwardConnections(lookup: LookupFunction = systemLookup): ForwardConnections {
  const common = { connections: 256, pipelining: 1, keepAliveTimeout: 30_000 };
  const agents = {
    named: new Agent({ ...common, connect: { timeout: 5_000, lookup } }),
    matched: new Agent({ ...common, connect: { timeout: 5_000, lookup: publicOnly(lookup) } }),
  };
  return {
    async fetch(url, { trust, ...request }) {
      const { status, headers, body } = await fetch(url, {
        ...request,
        redirect: "manual",
        dispatcher: agents[trust],
      });
      return { status, contentType: headers.get("content-type") ?? undefined, body };
    },
    async close() {
      await Promise.all([agents.named.destroy(), agents.matched.destroy()]);
    },
  };
}
