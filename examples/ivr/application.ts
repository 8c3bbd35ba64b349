import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { json } from "node:stream/consumers";
import { Bxml } from "bandwidth-sdk";
import { AGENT } from "./documents.ts";
import { gatewayOfEnvironment, putInstructions } from "./gateway.ts";

/** The same IVR as a plain HTTP application, as teams have it that know nothing of the gateway. */
export async function startApplication(port: number): Promise<Server> {
  const server = createServer(async (request, response) => {
    const document = answer(await readEvent(request));
    response.writeHead(200, { "content-type": "application/xml; charset=utf-8" }).end(document.toBxml());
  });
  server.listen(port);
  await once(server, "listening");
  return server;
}

type VoiceEvent = { eventType: string; digits?: string; cause?: string };

async function readEvent(request: IncomingMessage): Promise<VoiceEvent> {
  return (await json(request)) as VoiceEvent;
}

const say = (text: string) => new Bxml.SpeakSentence(text, { voice: "julie" });

function answer({ eventType, digits, cause }: VoiceEvent): Bxml.Response {
  if (eventType === "initiate") return menu();
  if (eventType === "gather" && digits === "1") return agentPlease();
  if (eventType === "gather" && digits === "2") return voicemail();
  if (eventType === "gather") return digits === "" ? goodbye("Goodbye.") : menu();
  if (eventType === "transferComplete") return cause === "hangup" ? goodbye("Goodbye.") : voicemail();
  return goodbye("Thank you. Goodbye.");
}

const menu = () =>
  new Bxml.Response([
    say("Welcome to the lamp shop."),
    new Bxml.Gather({ gatherUrl: "/gather", maxDigits: 1, repeatCount: 2 }, [
      say("For an agent press one. To leave a message press two."),
    ]),
  ]);

const agentPlease = () =>
  new Bxml.Response([
    say("One moment, please."),
    new Bxml.Transfer({ transferCompleteUrl: "/transfer-complete", callTimeout: 20 }, [
      new Bxml.PhoneNumber(AGENT),
    ]),
  ]);

const voicemail = () =>
  new Bxml.Response([
    say("Please leave a message after the tone. End it with the pound key."),
    new Bxml.Record({ recordCompleteUrl: "/record-complete", maxDuration: 120, transcribe: true }),
  ]);

const goodbye = (text: string) => new Bxml.Response([say(text), new Bxml.Hangup()]);

if (import.meta.main) {
  const port = 5000;
  const [number = "+19195554321"] = process.argv.slice(2);
  await startApplication(port);
  await putInstructions(gatewayOfEnvironment(), number, {
    forward: { url: `http://localhost:${port}/calls` },
  });
  console.log(`Calls to ${number} are answered by the application at port ${port}. Ctrl-C ends it.`);
}
