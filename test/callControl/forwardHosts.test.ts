import { expect, test } from "vitest";
import { readForwardHost, trustOf } from "../../src/callControl/forwardHosts.ts";

const hosts = [
  "app.example.com",
  "app.example.com:8443",
  "*.example.org",
  "10.0.0.1:3000",
  "[::1]:3000",
].flatMap((host) => readForwardHost(host) ?? []);

test.each([
  ["https://app.example.com/x", "named"],
  ["https://APP.example.com:443", "named"],
  ["http://app.example.com/", "named"],
  ["https://app.example.com:8443/", "named"],
  ["https://a.example.org", "matched"],
  ["https://a.b.example.org", "matched"],
  ["http://10.0.0.1:3000", "named"],
  ["http://[::1]:3000", "named"],
  // Spelled otherwise, and read as the same by who connects.
  ["http://167772161:3000", "named"],
])("%s is %s", (url, trust) => {
  expect(trustOf(url, hosts)).toBe(trust);
});

test.each([
  "https://app.example.com:444/",
  "https://app.example.com./",
  "https://app.example.com.evil.com/",
  "https://evil.com/app.example.com",
  "https://app.example.com@evil.com/",
  "https://evil.com\\@app.example.com/",
  "https://xapp.example.com/",
  "https://example.org/",
  "https://evilexample.org/",
  "https://a.example.org:8443/",
  "http://10.0.0.1/",
  "http://10.0.0.2:3000/",
  "ws://app.example.com/",
  "ftp://app.example.com/",
  "http://[",
  "/x",
  "",
])("%s is asked by nobody", (url) => {
  expect(trustOf(url, hosts)).toBeUndefined();
});
