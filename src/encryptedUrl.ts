/** Hosts of URLs that lead nowhere but to this machine. */
export const THIS_MACHINE: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/** Whether what is sent to the URL is safe from others on the way: it is https, or stays on this machine, as with the sandbox. */
export function isPrivateOnTheWire(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || THIS_MACHINE.includes(hostname);
}
