import { once } from "node:events";
import { Bxml } from "bandwidth-sdk";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import { createWorld, type World } from "../world.ts";

interface Message {
  eventType: string;
  track?: string;
  payload?: string;
}

let world: World;
let server: WebSocketServer;
let destination: string;
let messages: Message[];
let authorization: string | undefined;
beforeEach(async () => {
  world = await createWorld();
  server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  destination = `ws://127.0.0.1:${Object(server.address()).port}/stream`;
  messages = [];
  server.on("connection", (socket: WebSocket, request) => {
    authorization = request.headers.authorization;
    socket.on("message", (data) => messages.push(JSON.parse(String(data))));
  });
});
afterEach(async () => {
  await world.stop();
  for (const socket of server.clients) socket.terminate();
  server.close();
});

const ofType = (eventType: string) => messages.filter((message) => message.eventType === eventType);
const told = () => world.receiver.types().filter((type) => /^(mediaStream|realTime)/.test(type ?? ""));
const SENTENCE = "a".repeat(20);

describe("StartStream", () => {
  test("sends what is heard on its tracks to the socket, and tells its start and its end", async () => {
    const callId = await world.perform(
      [
        new Bxml.StartStream(
          {
            name: "live",
            tracks: "both",
            destination,
            destinationUsername: "me",
            destinationPassword: "secret",
            streamEventUrl: "/stream",
          },
          [new Bxml.StreamParam({ name: "room", value: "7" })],
        ),
        new Bxml.Pause({ duration: 1 }),
        new Bxml.SpeakSentence(SENTENCE),
        new Bxml.StopStream({ name: "live", wait: true }),
        new Bxml.Pause({ duration: 5 }),
      ],
      { to: "+19195550106", tag: "mine" },
    );
    await world.advance(4.5);
    await world.act(callId, "speak", { text: SENTENCE });
    await world.advance(5);
    expect(authorization).toBe(`Basic ${btoa("me:secret")}`);
    expect(messages[0]).toMatchObject({
      eventType: "start",
      metadata: { callId, streamName: "live", tracks: [{ name: "inbound" }, { name: "outbound" }] },
      streamParams: { room: "7" },
    });
    expect(messages.at(-1)).toMatchObject({ eventType: "stop", metadata: { streamName: "live" } });
    // 1.4 seconds each, in packets of 20 ms of one byte for each of 8,000 samples a second.
    for (const track of ["inbound", "outbound"]) {
      const packets = ofType("media").filter((message) => message.track === track);
      expect(packets).toHaveLength(70);
      const bytes = packets.map(({ payload }) => Buffer.from(payload ?? "", "base64"));
      expect(bytes.every(({ length }) => length === 160)).toBe(true);
      expect(new Set(Buffer.concat(bytes)).size).toBeGreaterThan(20);
    }
    const described = { name: "live", destination, tracks: ["inbound", "outbound"], type: "WebSocket" };
    expect(world.receiver.events("mediaStreamStarted", "mediaStreamStopped")).toMatchObject([
      { callId, tag: "mine", mediaStream: described },
      { callId, cause: "closed", mediaStream: { ...described, duration: "PT2.4S" } },
    ]);
  });

  test("encodes a sound as it sends it, so that a long one holds nothing up", async () => {
    await world.perform(
      `<StartStream tracks="outbound" destination="${destination}"/><Pause/><Ring duration="600"/>`,
    );
    const before = process.threadCpuUsage();
    await world.advance(2);
    const { user } = process.threadCpuUsage(before);
    await expect.poll(() => ofType("media")).toHaveLength(100);
    // Two seconds of sound take some 5,000 microseconds, all ten minutes of it half a million.
    expect(user).toBeLessThan(100_000);
  });

  test("ends with its call, which is told after it", async () => {
    await world.perform(`<StartStream destination="${destination}" streamEventUrl="/s"/><Pause/>`);
    await world.advance(2);
    expect(world.receiver.types()).toEqual([
      "answer",
      "mediaStreamStarted",
      "mediaStreamStopped",
      "disconnect",
    ]);
  });

  test.each([
    ["without a code", undefined, "closed"],
    ["as gone away", 1001, "closed"],
    ["for an error of its own", 1011, "connection-error"],
  ])("that its receiver closes %s is told as stopped", async (_, code, cause) => {
    server.on("connection", (socket) => socket.on("message", () => socket.close(code)));
    await world.perform(
      `<StartStream destination="${destination}" streamEventUrl="/s"/><Pause duration="60"/>`,
    );
    await expect.poll(told).toEqual(["mediaStreamStarted", "mediaStreamStopped"]);
    expect(world.receiver.events("mediaStreamStopped")).toMatchObject([{ cause }]);
  });

  test("is rejected with the cause when it cannot be", async () => {
    const start = (name: string, tracks: string, url = destination) =>
      `<StartStream name="${name}" tracks="${tracks}" destination="${url}" streamEventUrl="/s"/>`;
    await world.perform(
      `${start("a", "both")}${start("a", "inbound")}${start("b", "inbound")}${start("c", "both")}<Pause/>
       ${start("d", "inbound", "ws://127.0.0.1:1/")}<Pause/>
       ${start("e", "inbound", `${destination}#fragment`)}<Pause duration="60"/>`,
    );
    await world.advance(3);
    const rejected = world.receiver.events("mediaStreamRejected");
    expect(rejected).toMatchObject([
      {
        cause: "duplicate",
        errorMessage: "A stream with the name a already exists",
        originalMediaStream: { name: "a", tracks: ["inbound", "outbound"] },
      },
      { cause: "track-limit", mediaStream: { name: "c" } },
      { cause: "connection-error", mediaStream: { name: "d" } },
      { cause: "connection-error", mediaStream: { name: "e" } },
    ]);
  });

  test.each([
    ["<StartStream/>", "destination: is required"],
    ["<StartStream destination='https://a.example'/>", "destination: must be a ws or wss URL"],
    ["<StartStream destination='ws://a' tracks='all'/>", "tracks: must be one of inbound, outbound, both"],
    ["<StartStream destination='ws://a'><StreamParam name='a'/></StartStream>", "value: is required"],
    ["<StartStream destination='ws://a'><CustomParam/></StartStream>", "may contain <StreamParam> only"],
    ["<StopStream/>", "name"],
    ["<StartTranscription stabilized='true'/>", "stabilized: needs a destination"],
  ])("refuses %s", async (verb, reason) => {
    expect(await world.call(await world.perform(verb))).toMatchObject({
      disconnectCause: "invalid-bxml",
      errorMessage: expect.stringContaining(reason),
    });
  });
});

describe("StartTranscription", () => {
  test("keeps what was said for the API, and tells that it is there", async () => {
    const callId = await world.perform(
      [
        new Bxml.StartTranscription({ name: "notes", tracks: "both", transcriptionEventUrl: "/transcribed" }),
        new Bxml.SpeakSentence("How can I help?"),
        new Bxml.Pause({ duration: 5 }),
        new Bxml.StopTranscription({ name: "notes" }),
        new Bxml.SpeakSentence("Not written down any more."),
      ],
      { to: "+19195550106" },
    );
    await world.advance(4 + 2);
    await world.act(callId, "speak", { text: "Where is my parcel?" });
    await world.advance(10);
    const path = `${world.paths.calls}/${callId}/transcriptions`;
    const [listed] = (await world.send("GET", path)).body;
    expect(listed).toMatchObject({ transcriptionName: "notes" });
    const url = `${path}/${listed.transcriptionId}`;
    expect((await world.send("GET", url)).body.tracks).toEqual([
      { detectedLanguage: "en-US", track: "inbound", transcript: "Where is my parcel?", confidence: 0.97 },
      { detectedLanguage: "en-US", track: "outbound", transcript: "How can I help?", confidence: 0.97 },
    ]);
    expect(told()).toEqual(["realTimeTranscriptionAvailable"]);
    expect(world.receiver.events("realTimeTranscriptionAvailable")).toMatchObject([
      { realTimeTranscription: { id: listed.transcriptionId, status: "available", url: world.url + url } },
    ]);
  });

  test("with a destination sends each sentence when it has been said, and tells start and end too", async () => {
    await world.perform(
      `<StartTranscription destination="${destination}" tracks="outbound" transcriptionEventUrl="/t">
       <CustomParam name="a" value="b"/></StartTranscription>
       <Pause/><SpeakSentence>How can I help?</SpeakSentence><StopTranscription/><Pause duration="5"/>`,
    );
    await world.advance(9);
    await expect.poll(() => ofType("stop")).toHaveLength(1);
    expect(messages[0]).toMatchObject({ eventType: "start", customParams: { a: "b" } });
    expect(ofType("transcription")).toMatchObject([
      { track: "outbound", transcript: "How can I help?", isPartial: false, language: "en-US" },
    ]);
    expect(told()).toEqual([
      "realTimeTranscriptionStarted",
      "realTimeTranscriptionStopped",
      "realTimeTranscriptionAvailable",
    ]);
  });
});

test("a reset of the sandbox closes the sockets", async () => {
  await world.perform(`<StartStream destination="${destination}"/><Pause duration="60"/>`);
  await expect.poll(() => server.clients.size).toBe(1);
  await world.send("POST", "/_sandbox/reset");
  await expect.poll(() => server.clients.size).toBe(0);
});
