/** What calls to the company hear, as the verbs of the graph's `BxmlVerbInput`. */

const say = (text: string) => ({ speakSentence: { text, voice: "JULIE" } });

/** The number of the agent whom callers are put through to; the sandbox's answers after two rings. */
export const AGENT = "+19195559999";

/** The first thing that callers hear; asks for a digit. */
export const MENU = [
  say("Welcome to the lamp shop."),
  {
    gather: {
      prompts: [say("For an agent press one. To leave a message press two.")],
      maxDigits: 1,
      repeatCount: 2,
    },
  },
];

/** Puts the caller through; asks how to go on when the agent is gone, or was not there. */
export const AGENT_PLEASE = [
  say("One moment, please."),
  { transfer: { to: [{ phoneNumber: { number: AGENT } }], callTimeout: 20 } },
];

/** Takes a message, and has it written down. */
export const VOICEMAIL = [
  say("Please leave a message after the tone. End it with the pound key."),
  { record: { maxDuration: 120, transcribe: true } },
];

export const THANKS = [say("Thank you. Goodbye."), { hangup: {} }];
export const GOODBYE = [say("Goodbye."), { hangup: {} }];
