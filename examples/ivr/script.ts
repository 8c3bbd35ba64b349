import { AGENT_PLEASE, GOODBYE, MENU, THANKS, VOICEMAIL } from "./documents.ts";
import { gatewayOfEnvironment, putInstructions } from "./gateway.ts";

/** The whole IVR, stored in the gateway: of `onEvents` the first entry that matches answers. */
export const SCRIPT = {
  onAnswer: { verbs: MENU },
  onEvents: [
    { event: "GATHER", digits: "1", bxml: { verbs: AGENT_PLEASE } },
    { event: "GATHER", digits: "2", bxml: { verbs: VOICEMAIL } },
    { event: "GATHER", digits: "", bxml: { verbs: GOODBYE } },
    { event: "GATHER", bxml: { verbs: MENU } },
    { event: "TRANSFER_COMPLETE", cause: "HANGUP", bxml: { verbs: GOODBYE } },
    { event: "TRANSFER_COMPLETE", bxml: { verbs: VOICEMAIL } },
    { event: "RECORD_COMPLETE", bxml: { verbs: THANKS } },
  ],
};

if (import.meta.main) {
  const [number = "+19195554321"] = process.argv.slice(2);
  await putInstructions(gatewayOfEnvironment(), number, { script: SCRIPT });
  console.log(`Calls to ${number} are answered by the script.`);
}
