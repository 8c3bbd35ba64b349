import basicAuth from "@fastify/basic-auth";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { CallbackTarget } from "../bxml/eventUrls.ts";
import type { CallControl } from "../callControl/callControl.ts";
import { parseJson } from "../lenient.ts";
import { settledMessage } from "../messageBody.ts";
import { type Callback, readCallback } from "../subscriptions/callback.ts";
import type { Store } from "../subscriptions/store.ts";
import { errorBody } from "./errors.ts";
import { secretCheck } from "./secrets.ts";

/** The largest body of a callback; Bandwidth's are of a few KB. */
export const CALLBACK_BODY_LIMIT = 256 * 1024;

const WARN_EVERY_MS = 60_000;

/** What became of a delivery. `unreadable`: it is of a content type that is no JSON. */
type Taken = Callback & { unreadable?: true };

/** `/callbacks/voice/*` and `/callbacks/messaging`: authenticate, read, log, and only then answer Bandwidth. */
export async function addCallbacks(
  app: FastifyInstance,
  options: {
    target: CallbackTarget;
    /** Whose events are taken; `undefined` takes them all. */
    accountId: string | undefined;
    store: Store;
    callControl: CallControl;
    now: () => Date;
    steadyNow: () => number;
  },
) {
  const { target, accountId, callControl, now, steadyNow } = options;
  const { log, rejectedCallbacks, idempotencyKeys } = options.store;

  let warnedAt = Number.NEGATIVE_INFINITY;
  /** Once a minute at most: whoever guesses must not fill the log. */
  function warnOfWrongCredentials() {
    const time = steadyNow();
    if (time - warnedAt < WARN_EVERY_MS) return;
    warnedAt = time;
    app.log.warn("A callback came with credentials that are not CALLBACK_USERNAME and CALLBACK_PASSWORD");
  }

  // As Bandwidth sends it each time; what is written in another way takes the way below.
  const isAuthorization = secretCheck(
    `Basic ${Buffer.from(`${target.username}:${target.password}`).toString("base64")}`,
  );
  const isUsername = secretCheck(target.username);
  const isPassword = secretCheck(target.password);
  // Bandwidth sends the first request without credentials and a second with them when it is challenged by a 401.
  await app.register(basicAuth, {
    authenticate: { realm: "callbacks" },
    validate: async (username, password) => {
      const known = [isUsername(username), isPassword(password)];
      if (!known.includes(false)) return;
      warnOfWrongCredentials();
      throw new Error("wrong credentials");
    },
  });
  // Before the body is read: what nobody vouches for costs nothing.
  app.addHook("onRequest", (request, reply, done) => {
    if (isAuthorization(request.headers.authorization ?? "")) done();
    else app.basicAuth(request, reply, done);
  });
  app.removeAllContentTypeParsers();
  // The first is found without reading the header.
  for (const contentType of ["application/json", "*"]) {
    app.addContentTypeParser(
      contentType,
      { parseAs: "string", bodyLimit: CALLBACK_BODY_LIMIT },
      (_request, body, done) => done(null, body),
    );
  }

  // One whose body is over the limit reaches no handler. It is not read, so that its path and size are all that is known.
  app.addHook("onError", async ({ url, headers }, _reply, error) => {
    if (error.statusCode !== 413) return;
    const [path = ""] = url.split("?");
    const reason = `The body is over the limit of ${CALLBACK_BODY_LIMIT} bytes: ${headers["content-length"] ?? "an unknown number"}.`;
    await rejectedCallbacks.add({ receivedAt: now(), path, reason, body: "" });
  });

  for (const url of ["/callbacks/voice", "/callbacks/voice/*"]) {
    app.route<{ Params: { "*"?: string } }>({
      method: ["GET", "POST"],
      url,
      handler: async (request, reply) => {
        const callback = await take(request);
        if (callback.refused.length > 0) return refuse(reply, callback);
        const { "*": path = "" } = request.params;
        await settle(path, callback);
        // Bandwidth delivers voice events one by one.
        const [event] = callback.events;
        const isGone = () => reply.raw.destroyed;
        const answer = event && (await callControl.reply({ event, path, headers: request.headers, isGone }));
        if (answer === "failed")
          return reply.code(502).send(errorBody("BAD_GATEWAY", "The application failed."));
        if (answer === undefined || answer === "nothing") return reply.code(204).send();
        return reply.type("application/xml; charset=utf-8").send(answer.document);
      },
    });
  }
  app.route({
    method: ["GET", "POST"],
    url: "/callbacks/messaging",
    handler: async (request, reply) => {
      const callback = await take(request);
      await settleMessages(callback);
      return callback.refused.length > 0 ? refuse(reply, callback) : reply.code(200).send();
    },
  });

  function refuse(reply: FastifyReply, { refused, unreadable }: Taken) {
    const [status, code] = unreadable
      ? ([415, "UNSUPPORTED_MEDIA_TYPE"] as const)
      : ([400, "BAD_REQUEST"] as const);
    return reply.code(status).send(errorBody(code, refused.join(" ")));
  }

  /** Logs what can be taken of a delivery and sets the delivery aside when something cannot. */
  async function take(request: FastifyRequest): Promise<Taken> {
    const receivedAt = now();
    const callback = read(request, receivedAt);
    if (callback.events.length > 0) await log.append(callback.events);
    if (callback.refused.length > 0) {
      const [path = ""] = request.url.split("?");
      const body = request.method === "GET" ? JSON.stringify(request.query) : String(request.body ?? "");
      await rejectedCallbacks.add({ receivedAt, path, reason: callback.refused.join(" "), body });
    }
    return callback;
  }

  function read(request: FastifyRequest, receivedAt: Date): Taken {
    const refused = (reason: string): Callback => ({ events: [], refused: [reason] });
    let content: unknown;
    let text: string | undefined;
    if (request.method === "POST") {
      if (!/^application\/([\w.-]+\+)?json\b/i.test(request.headers["content-type"] ?? "")) {
        return { ...refused("The Content-Type is not application/json."), unreadable: true };
      }
      text = String(request.body ?? "");
      content = parseJson(text);
      if (content === undefined) return refused("The body is not JSON.");
    } else {
      content = nested(Object.entries(request.query ?? {}));
    }
    try {
      return readCallback(content, { accountId, now: receivedAt.getTime(), text });
    } catch (error) {
      // JSON that is nested thousands of levels deep cannot be walked.
      if (error instanceof RangeError) return refused("The body is nested too deep.");
      throw error;
    }
  }

  /** The URLs that the gateway gave to one call alone tell which call it became, should the answer to createCall be lost. */
  async function settle(path: string, callback: Callback) {
    const id = /^(?:answer|disconnect)\/([\w-]+)$/.exec(path)?.[1];
    const callId = callback.events[0]?.keys.callId;
    if (id && callId) await idempotencyKeys.settleByCallback(id, JSON.stringify({ callId, loaded: false }));
  }

  /** The same for messages, by the tag that the gateway gave them. */
  async function settleMessages({ events }: Callback) {
    for (const { payload } of events) {
      const message = settledMessage(payload);
      if (message?.tag) await idempotencyKeys.settleByCallback(message.tag, JSON.stringify(message));
    }
  }
}

/**
 * The query of a GET callback as the object that it was. How Bandwidth flattens objects is not documented; dots are the usual way, and
 * no event holds an object within an object.
 */
function nested(parameters: readonly (readonly [string, unknown])[]): object {
  const flat = parameters.filter(([name]) => !name.includes("."));
  const inner = Object.groupBy(
    parameters.filter(([name]) => name.includes(".")),
    ([name]) => name.slice(0, name.indexOf(".")),
  );
  const objects = Object.entries(inner).map(([outer, fields = []]) => [
    outer,
    Object.fromEntries(fields.map(([name, value]) => [name.slice(outer.length + 1), value])),
  ]);
  return Object.fromEntries([...flat, ...objects]);
}
