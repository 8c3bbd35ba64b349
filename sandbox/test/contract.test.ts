import { expect, test } from "vitest";
import { faultsOfCallback, faultsOfRequest, faultsOfResponse } from "./contract.ts";

// The judge of all other tests of the sandbox, and of the gateway's requests, finds what it should.

const call = { to: "+19195551234", from: "+19195554321", applicationId: "a", answerUrl: "https://a.example" };
const createCall = (body: unknown) =>
  faultsOfRequest({ method: "POST", path: "/api/v2/accounts/9900000/calls", query: {}, body });
const listMessages = (query: Record<string, string>) =>
  faultsOfRequest({ method: "GET", path: "/api/v2/users/9900000/messages", query, body: "" });
const getCallState = (status: number, body: unknown) =>
  faultsOfResponse({
    method: "GET",
    path: "/api/v2/accounts/9900000/calls/c-1",
    status,
    json: body === undefined ? "" : JSON.stringify(body),
  });

test("what the contract has is no fault", () => {
  expect([
    ...createCall({ ...call, tag: null, machineDetection: { mode: "sync" } }),
    ...listMessages({ limit: "50", bwQueued: "true", product: "P2P" }),
    ...getCallState(200, { callId: "c-1", stirShaken: { any: "thing" }, endTime: null }),
    ...getCallState(404, { type: "validation", description: "Call [c-1] not found", id: null }),
    ...faultsOfCallback({ eventType: "dtmf", digit: "1" }),
  ]).toEqual([]);
});

test.for([
  ["a field that is unknown", createCall({ ...call, colour: "red" }), "request of createCall"],
  ["one inside another", createCall({ ...call, machineDetection: { colour: "red" } }), "colour"],
  ["a field of another type", createCall({ ...call, callTimeout: "30" }), "/callTimeout must be number"],
  ["a field that is missing", createCall({ ...call, from: undefined }), "required property 'from'"],
  ["an unknown query parameter", listMessages({ colour: "red" }), "?colour is unknown"],
  ["one of another type", listMessages({ limit: "many" }), "?limit must be integer"],
  ["a field of a response", getCallState(200, { colour: "red" }), "200 of getCallState"],
  ["one of an error", getCallState(404, { message: "no" }), "404 of getCallState"],
  ["a body that is missing", getCallState(200, undefined), "the body is missing"],
  ["a status", getCallState(202, {}), "the status is unknown"],
  ["a field of a callback", faultsOfCallback({ eventType: "dtmf", colour: "red" }), "dtmfCallback"],
  [
    "a field of a list of one message",
    faultsOfCallback([{ type: "message-sent" }]),
    "required property 'to'",
  ],
  ["an event", faultsOfCallback({ eventType: "party" }), "partyCallback is unknown"],
] as const)("%s is a fault", ([, faults, part]) => {
  expect(faults.join("\n")).toContain(part);
});
