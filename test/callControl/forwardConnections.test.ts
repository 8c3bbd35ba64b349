import type { LookupFunction } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createForwardConnections,
  type ForwardConnections,
} from "../../src/callControl/forwardConnections.ts";
import { type Application, startApplication } from "./application.ts";

let application: Application;
let addresses: { address: string; family: number }[];
let looked: string[];
let connections: ForwardConnections;
beforeAll(async () => {
  application = await startApplication({
    "/": "hello",
    "/redirect": { status: 302, headers: { location: "/" } },
  });
  const lookup: LookupFunction = (hostname, options, callback) => {
    looked.push(hostname);
    if (options.all) callback(null, addresses);
    else callback(null, addresses[0]?.address ?? "", addresses[0]?.family);
  };
  connections = createForwardConnections(lookup);
});
afterAll(async () => {
  await connections.close();
  await application.stop();
});

const ask = (trust: "named" | "matched", path = "/") => {
  looked = [];
  const request = { method: "GET", headers: {}, body: null, signal: AbortSignal.timeout(10_000), trust };
  return connections.fetch(`http://app.example.com:${application.port}${path}`, request);
};
const causeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => "it was asked",
    (error: Error) => String(error.cause),
  );
const at = (...list: string[]) => {
  addresses = list.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
};

test("a host that the operator names may be at a private address", async () => {
  at("127.0.0.1");
  expect((await ask("named")).status).toBe(200);
  expect(looked).toEqual(["app.example.com"]);
});

test.each([
  "127.0.0.1",
  "10.1.2.3",
  "172.31.255.255",
  "192.168.0.1",
  "169.254.169.254",
  "100.64.0.1",
  "0.0.0.0",
  "255.255.255.255",
  "::1",
  "::",
  "fe80::1",
  "fc00::1",
  "fd12:3456::1",
  "::ffff:10.0.0.1",
  "64:ff9b::a00:1",
  "2002:a00:1::1",
  "2001:db8::1",
  "ff02::1",
])("one that a wildcard matches may not: %s is connected to by nobody", async (address) => {
  const before = application.requests.length;
  at(address);
  expect(await causeOf(ask("matched"))).toBe("Error: The host has a private address");
  // One among others is enough: it is not for the name's owner to choose.
  at("93.184.216.34", address);
  expect(await causeOf(ask("matched"))).toBe("Error: The host has a private address");
  expect(application.requests).toHaveLength(before);
});

test("a redirect is not followed", async () => {
  at("127.0.0.1");
  const before = application.requests.length;
  expect((await ask("named", "/redirect")).status).toBe(302);
  expect(application.requests).toHaveLength(before + 1);
});
