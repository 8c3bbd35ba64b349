import { faultOfBxml, faultOfSize, MAX_BXML_BYTES } from "../bxml/check.ts";
import { type CallbackTarget, eventUrl } from "../bxml/eventUrls.ts";
import { readUpTo } from "../readUpTo.ts";
import type { NewEvent } from "../subscriptions/event.ts";
import { fingerprint } from "../subscriptions/fingerprint.ts";
import type { CallControl } from "../subscriptions/store.ts";
import { placeOf, type Question } from "./askingEvents.ts";
import { completed } from "./completed.ts";
import { decodeDocument } from "./decodeDocument.ts";
import type { ForwardConnections } from "./forwardConnections.ts";
import { throughGateway } from "./forwardedDocument.ts";
import { type ForwardHost, trustOf } from "./forwardHosts.ts";
import type { Control, Forward } from "./instructions.ts";

/** Why an application gave no document, in a sentence without its URL, which may hold a secret. */
export class ForwardFailed extends Error {
  override readonly name = "ForwardFailed";
}

/** Of a connection, or of the request that Bandwidth made: RFC 9110, 7.6.1. The application has an authorization of its own. */
const NOT_RELAYED = new Set([
  "accept-encoding",
  "authorization",
  "connection",
  "content-length",
  "content-type",
  "cookie",
  "expect",
  "host",
  "keep-alive",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

export type Forwarding = ReturnType<typeof createForwarding>;

/** Relays events to applications that answer with BXML. */
export function createForwarding({
  hosts,
  connections,
  target: gateway,
}: {
  hosts: readonly ForwardHost[];
  connections: ForwardConnections;
  target: CallbackTarget;
}) {
  /** Asks the application; gives what it answers with 2xx, empty or not. Rejects with `ForwardFailed` where it did not. */
  async function ask(
    forward: Forward,
    event: NewEvent,
    headers: RequestHeaders,
    signal: AbortSignal,
  ): Promise<{ bytes: Uint8Array; contentType: string | undefined }> {
    // Also what is stored is looked at: the operator may have taken the host out since.
    const trust = trustOf(forward.url, hosts);
    if (!trust) throw new ForwardFailed("Its host is not in FORWARD_HOSTS");
    const isGet = forward.method === "GET";
    const relayed = relayedHeaders(headers);
    const request = {
      method: forward.method,
      headers: {
        ...relayed,
        ...(!isGet && { "content-type": "application/json; charset=utf-8" }),
        ...authorizationOf(forward),
      },
      body: isGet ? null : event.payload,
      signal,
      trust,
    };
    try {
      const url = isGet ? withQuery(forward.url, event.payload) : forward.url;
      const { status, contentType, body } = await connections.fetch(url, request);
      if (status < 200 || status > 299) {
        await body?.cancel();
        throw new ForwardFailed(`It answered ${status}`);
      }
      const bytes = await readUpTo(MAX_BXML_BYTES, body);
      if (!bytes) throw new ForwardFailed("Its document is longer than 64 KB");
      return { bytes, contentType };
    } catch (error) {
      if (error instanceof ForwardFailed) throw error;
      throw new ForwardFailed(signal.aborted ? "It did not answer in time" : "It cannot be reached", {
        cause: error,
      });
    }
  }

  return {
    /** Tells the application of an event that asks nothing. */
    tell: ask,

    /**
     * The document that the application answers with, and a control to keep for each event URL in it. There is no document if the
     * application gave none and the event needs none. `root` is the id of the call's own control, `rule` the place in it of what forwards.
     */
    async answer(
      forward: Forward,
      { event, type, isAnswerNeeded }: Question,
      { root, rule }: { root: string; rule: number },
      headers: RequestHeaders,
      signal: AbortSignal,
    ): Promise<{ document: string | undefined; targets: CallControl[] }> {
      const { bytes, contentType } = await ask(forward, event, headers, signal);
      const xml = decodeDocument(bytes, contentType);
      if (xml === undefined) throw new ForwardFailed("Its document is not in the encoding that it tells");
      if (xml.trim() === "" && !isAnswerNeeded) return { document: undefined, targets: [] };
      const fault = faultOfBxml(xml, placeOf(type));
      if (fault) throw new ForwardFailed(`Its document ${fault}`);
      const targets = new Map<string, CallControl>();
      const document = throughGateway(xml, forward.url, (address) => {
        if (!trustOf(address.url, hosts)) return undefined;
        const target = { root, rule, ...address };
        // A fingerprint, so that an application that writes the same URL again and again has one control stored for it, not one each time.
        // `root` is a secret: with it in the fingerprint, nobody can guess the id.
        const id = fingerprint(root, target);
        const control: Control = { target, rules: [] };
        targets.set(id, { id, control: JSON.stringify(control) });
        return `${eventUrl(gateway)("forwarded")}/${id}`;
      });
      const tooLong = faultOfSize(completed(document, "", root, gateway));
      if (tooLong)
        throw new ForwardFailed(`Its document ${tooLong} with the URLs and credentials of the gateway`);
      return { document, targets: [...targets.values()] };
    },
  };
}

function relayedHeaders(headers: RequestHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || NOT_RELAYED.has(name) ? [] : [[name, String(value)]],
    ),
  );
}

function authorizationOf({ username, password }: Forward): Record<string, string> {
  if (username === undefined && password === undefined) return {};
  return {
    authorization: `Basic ${Buffer.from(`${username ?? ""}:${password ?? ""}`).toString("base64")}`,
  };
}

/** As Bandwidth delivers by GET: properties as parameters, those of objects within by dots. */
function withQuery(url: string, payload: string): string {
  const withParameters = new URL(url);
  const event: object = JSON.parse(payload);
  for (const [name, value] of Object.entries(event)) {
    const inner = typeof value === "object" && value !== null ? Object.entries(value) : [["", value]];
    for (const [key, each] of inner) {
      if (each === null || each === undefined) continue;
      const text = typeof each === "object" ? JSON.stringify(each) : String(each);
      withParameters.searchParams.set(key === "" ? name : `${name}.${key}`, text);
    }
  }
  return withParameters.href;
}
