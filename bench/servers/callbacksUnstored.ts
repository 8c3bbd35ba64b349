// The gateway's way of a callback without what makes it durable: authenticated, read and fingerprinted, but told to nobody.
import { pino } from "pino";
import type { CallControl } from "../../src/callControl/callControl.ts";
import { keepTicksFast, keepYoung } from "../../src/garbage.ts";
import { addCallbacks } from "../../src/server/callbacks.ts";
import { createHttp } from "../../src/server/http.ts";
import type { Store } from "../../src/subscriptions/store.ts";
import { CALLBACKS } from "../processes.ts";
import { listenForBench } from "./listen.ts";

keepYoung();
keepTicksFast();
const clocks = { now: () => new Date(), steadyNow: Date.now };
// What is posted uses no more of them.
const store = { log: { append: async () => undefined } } as unknown as Store;
const callControl = { reply: async () => "nothing" } as unknown as CallControl;

const app = createHttp(pino({ level: "warn" }), Date.now);
const target = { ...CALLBACKS, baseUrl: "http://localhost" };
await app.register((scope) =>
  addCallbacks(scope, { target, accountId: undefined, store, callControl, ...clocks }),
);
await app.ready();
listenForBench(app.server);
