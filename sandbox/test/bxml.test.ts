import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bxml, createWorld, type World } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.stop());

/** Dials, gives these verbs as the answer, and lets `seconds` pass after the call was answered. */
async function run(verbs: string, seconds: number) {
  world.receiver.on("/answer", bxml(verbs));
  const callId = await world.dial();
  await world.advance(4 + seconds);
  return callId;
}

const recordingsOf = async (callId: string) =>
  (await world.send("GET", `${world.paths.calls}/${callId}/recordings`)).body;

const press = (callId: string, digits: string) =>
  world.send("POST", `/_sandbox/calls/${callId}/digits`, { digits });

test("SpeakSentence takes time in proportion to its text", async () => {
  const sentence = "a".repeat(100);
  const callId = await run(`<SpeakSentence voice="julie">${sentence}</SpeakSentence>`, 6.9);
  expect(await world.call(callId)).toMatchObject({ state: "answered" });
  await world.advance(0.2);
  expect(await world.call(callId)).toMatchObject({ state: "disconnected" });
});

test("Pause waits one second unless it says how long", async () => {
  const callId = await run('<Pause/><Pause duration="2.5"/>', 3.4);
  expect(await world.call(callId)).toMatchObject({ state: "answered" });
  await world.advance(0.1);
  expect(await world.call(callId)).toMatchObject({ state: "disconnected" });
});

test("Hangup ends the call and the verbs after it never run", async () => {
  const callId = await run('<Hangup/><Pause duration="100"/>', 0);
  expect(await world.call(callId)).toMatchObject({ state: "disconnected", disconnectCause: "hangup" });
});

test("an empty document hangs up", async () => {
  world.receiver.on("/answer", (_, response) => response.end("<?xml version='1.0'?><Response/>"));
  const callId = await world.dial();
  await world.advance(4);
  expect(await world.call(callId)).toMatchObject({ disconnectCause: "hangup" });
});

describe("a document is read in the encoding that its Content-Type names, or it declares itself, or in UTF-8", () => {
  const cases: [contentType: string, declaration: string, encoding: BufferEncoding][] = [
    ["application/xml", '<?xml version="1.0" encoding="ISO-8859-1"?>', "latin1"],
    ["application/xml; charset=iso-8859-1", "", "latin1"],
    ["application/xml; charset=utf-8", '<?xml version="1.0" encoding="ISO-8859-1"?>', "utf8"],
    ["application/xml", '<?xml version="1.0" encoding="none-such"?>', "utf8"],
    ["application/xml", "", "utf8"],
  ];

  test("U+FFFD is a character like any other; bytes that are none of their encoding are no document", async () => {
    const tag = Buffer.from("<Response><Tag>\ufffd</Tag><Redirect redirectUrl='/next'/></Response>");
    world.receiver.on("/answer", (_, response) => response.end(tag));
    world.receiver.on("/next", (_, response) =>
      response.end(Buffer.from("<Response><!--é--></Response>", "latin1")),
    );
    const callId = await world.dial();
    await world.advance(5);
    expect(world.receiver.received.at(1)).toMatchObject({ path: "/next", body: { tag: "\ufffd" } });
    expect(await world.call(callId)).toMatchObject({ disconnectCause: "invalid-bxml" });
  });

  test.each(cases)("%s, %s", async (contentType, declaration, encoding) => {
    const document = (verbs: string) => Buffer.from(`${declaration}<Response>${verbs}</Response>`, encoding);
    world.receiver.on("/answer", (_, response) =>
      response
        .writeHead(200, { "content-type": contentType })
        .end(document("<Tag>é</Tag><Pause duration='9'/>")),
    );
    const callId = await world.dial();
    await world.advance(5);
    const put = await fetch(`${world.url}${world.paths.calls}/${callId}/bxml`, {
      method: "PUT",
      headers: {
        authorization: `Basic ${Buffer.from("sandbox:sandbox").toString("base64")}`,
        "content-type": contentType,
      },
      body: document(`<Redirect redirectUrl="${world.receiver.url}/é"/>`),
    });
    expect(put.status).toBe(204);
    await world.advance(0);
    expect(world.receiver.received.at(1)).toMatchObject({ path: "/%C3%A9", body: { tag: "é" } });
  });
});

test("Redirect replaces the document and resolves relative URLs against the one that served it", async () => {
  world.receiver.on("/flows/next", bxml('<Redirect redirectUrl="more/last"/>'));
  world.receiver.on("/flows/more/last", bxml("<Hangup/>"));
  const callId = await run('<Redirect redirectUrl="flows/next"/><Pause duration="100"/>', 0);
  expect(await world.call(callId)).toMatchObject({ disconnectCause: "hangup" });
  expect(world.receiver.types()).toEqual(["answer", "redirect", "redirect", "disconnect"]);
});

test("a document that redirects to itself for ever ends the call", async () => {
  const callId = await run('<Redirect redirectUrl="/answer"/>', 0);
  expect(await world.call(callId)).toMatchObject({
    disconnectCause: "error",
    errorMessage: "More than 1000 BXML documents in a call",
  });
});

describe("StartRecording", () => {
  test("records until StopRecording, then tells recordingAvailable before the call goes on to its end", async () => {
    const callId = await run(
      `<StartRecording recordingAvailableUrl="/recording" tag="kept" multiChannel="true"/>
       <Pause duration="3"/><StopRecording/><Pause/>`,
      60,
    );
    expect(world.receiver.types()).toEqual(["answer", "recordingAvailable", "disconnect"]);
    const [recording] = await recordingsOf(callId);
    expect(recording).toMatchObject({ callId, duration: "PT3S", channels: 2, status: "complete" });
    const call = await world.call(callId);
    expect(world.receiver.received[1]?.body).toEqual({
      eventType: "recordingAvailable",
      eventTime: expect.any(String),
      accountId: "9900000",
      applicationId: call.applicationId,
      from: call.from,
      to: call.to,
      direction: "outbound",
      callId,
      callUrl: `${world.url}${world.paths.calls}/${callId}`,
      enqueuedTime: call.enqueuedTime,
      recordingId: recording.recordingId,
      startTime: recording.startTime,
      endTime: recording.endTime,
      duration: "PT3S",
      channels: 2,
      fileFormat: "wav",
      mediaUrl: recording.mediaUrl,
      status: "complete",
      tag: "kept",
    });
  });

  test("without StopRecording ends with the call", async () => {
    const callId = await run('<StartRecording recordingAvailableUrl="/recording"/><Pause duration="2"/>', 60);
    expect(await recordingsOf(callId)).toMatchObject([{ duration: "PT2S" }]);
    expect(world.receiver.types()).toEqual(["answer", "disconnect", "recordingAvailable"]);
  });

  test("a second one changes nothing", async () => {
    const callId = await run("<StartRecording/><Pause/><StartRecording/><Pause/>", 60);
    expect(await recordingsOf(callId)).toMatchObject([{ duration: "PT2S" }]);
  });

  test("leaves out what lies between PauseRecording and ResumeRecording", async () => {
    const callId = await run(
      `<StartRecording/><Pause/><PauseRecording/><Pause duration="10"/><ResumeRecording/><Pause/>`,
      60,
    );
    expect(await recordingsOf(callId)).toMatchObject([{ duration: "PT2S" }]);
  });

  test("is processing for a moment, and its media is not there yet", async () => {
    const callId = await run("<StartRecording/><Pause/><StopRecording/><Pause duration='9'/>", 1);
    const [recording] = await recordingsOf(callId);
    expect(recording.status).toBe("processing");
    expect((await world.send("GET", new URL(recording.mediaUrl).pathname)).status).toBe(404);
  });
});

describe("Record", () => {
  test("ends on a terminating digit, and recordComplete gives the next document", async () => {
    world.receiver.on("/complete", bxml('<Pause duration="100"/>'));
    const callId = await run(
      `<Record recordCompleteUrl="/complete" recordingAvailableUrl="/recording"/><Redirect redirectUrl="/no"/>`,
      5,
    );
    await press(callId, "12");
    await world.advance(1);
    expect(await recordingsOf(callId)).toEqual([]);
    await press(callId, "#");
    await world.advance(1);
    expect(world.receiver.types()).toEqual(["answer", "recordComplete", "recordingAvailable"]);
    const [recording] = await recordingsOf(callId);
    const call = await world.call(callId);
    expect(world.receiver.received[1]?.body).toEqual({
      eventType: "recordComplete",
      eventTime: expect.any(String),
      accountId: "9900000",
      applicationId: call.applicationId,
      from: call.from,
      to: call.to,
      direction: "outbound",
      callId,
      callUrl: `${world.url}${world.paths.calls}/${callId}`,
      enqueuedTime: call.enqueuedTime,
      answerTime: call.answerTime,
      recordingId: recording.recordingId,
      mediaUrl: recording.mediaUrl,
      startTime: recording.startTime,
      endTime: recording.endTime,
      duration: "PT6S",
      channels: 1,
      fileFormat: "wav",
    });
  });

  test("ends after maxDuration, and without a recordCompleteUrl the next verb runs", async () => {
    const callId = await run('<Record maxDuration="7"/><Pause duration="2"/>', 8);
    expect(await world.call(callId)).toMatchObject({ state: "answered" });
    expect(await recordingsOf(callId)).toMatchObject([{ duration: "PT7S" }]);
    await world.advance(1);
    expect(await world.call(callId)).toMatchObject({ state: "disconnected" });
  });

  test("ends after silenceTimeout, counted from the end of the far party's sentence", async () => {
    const callId = await run('<Record silenceTimeout="2" terminatingDigits=""/>', 30);
    const [recording] = await recordingsOf(callId);
    expect(recording.duration).toBe("PT5.71S");
  });

  test("keeps what was recorded when the far party hangs up, without recordComplete", async () => {
    const callId = await run(`<Record recordCompleteUrl="/complete" recordingAvailableUrl="/recording"/>`, 5);
    await world.send("POST", `/_sandbox/calls/${callId}/hangup`);
    await world.advance(1);
    expect(await recordingsOf(callId)).toMatchObject([{ duration: "PT5S" }]);
    expect(world.receiver.types()).toEqual(["answer", "disconnect", "recordingAvailable"]);
  });
});

describe("a document that Bandwidth would refuse ends the call with invalid-bxml and says why", () => {
  test.each([
    ["<Response><Pause></Response>", "not well-formed XML"],
    ["", "The reply is not well-formed XML: missing root element"],
    [
      `<Response><SpeakSentence>${"<p>".repeat(9000)}deep${"</p>".repeat(9000)}</SpeakSentence></Response>`,
      "<SpeakSentence> must not nest tags deeper than 50 levels",
    ],
    [
      `<Response><Pause>${"<p>".repeat(9000)}${"</p>".repeat(9000)}</Pause></Response>`,
      "<Pause> may have no content",
    ],
    [
      `<Response><Tag>${"<p>".repeat(9000)}${"</p>".repeat(9000)}</Tag></Response>`,
      "<Tag> may contain text only",
    ],
    ["<Reply/>", "must be <Response>"],
    ["<Response>hello</Response>", "no text"],
    ["<Response><Dance/></Response>", "<Dance> is not a BXML verb"],
    ["<Response><Pause duration='0.01'/></Response>", "duration: must be a number between 0.1 and 86400"],
    ["<Response><Pause durations='1'/></Response>", "durations"],
    ["<Response><SpeakSentence> </SpeakSentence></Response>", "must have text"],
    ["<Response><Redirect/></Response>", "redirectUrl: is required"],
    ["<Response><Redirect redirectUrl='ftp://x/'/></Response>", "only http and https"],
    ["<Response><Redirect redirectUrl='http://a.example/' username='u'/></Response>", "must use https"],
    ["<Response><Hangup>now</Hangup></Response>", "may have no content"],
    [`<Response><!--${"x".repeat(70_000)}--></Response>`, "larger than 64 KB"],
  ])("%s: %s", async (document, reason) => {
    world.receiver.on("/answer", (_, response) => response.end(document));
    const callId = await world.dial();
    await world.advance(4);
    expect(await world.call(callId)).toMatchObject({
      disconnectCause: "invalid-bxml",
      errorMessage: expect.stringContaining(reason),
    });
  });
});

test("what is wrong with a document is said in few words, however much there is", async () => {
  const attributes = Array.from({ length: 7000 }, (_, index) => `a${index}=""`).join(" ");
  const { errorMessage } = await world.call(await run(`<Pause ${attributes}/>`, 0));
  expect(errorMessage).toMatch(/^<Pause> is invalid: .*"a0", "a1"/);
  expect(errorMessage.length).toBeLessThan(600);
});

describe("what is not emulated yet ends the call with application-error, before any verb runs", () => {
  test.each([
    ["<Connect><Endpoint>e-1</Endpoint></Connect>", "<Connect>"],
    ["<Record fileFormat='mp3'/>", 'fileFormat="mp3"'],
  ])("%s", async (verb, name) => {
    const callId = await run(`<Pause duration="100"/>${verb}`, 0);
    expect(await world.call(callId)).toMatchObject({
      disconnectCause: "application-error",
      errorMessage: `The sandbox does not emulate ${name} yet`,
    });
  });
});
