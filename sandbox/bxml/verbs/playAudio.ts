import { z } from "zod";
import { listenersOf } from "../../voice/conference.ts";
import { play } from "../../voice/speech.ts";
import { callbackUrl, credential, credentialsOf, describeElement, textContent } from "../element.ts";
import type { Verb } from "../verb.ts";

/** `<PlayAudio>`: plays a file for as long as it lasts. It is heard as a tone. */
export const playAudio = describeElement({
  name: "PlayAudio",
  attributes: { username: credential, password: credential },
  content: textContent(z.string().min(1, "must have the URL of an audio file")),
  read: ({ attributes: { username, password }, content, documentUrl }): Verb => {
    const credentials = credentialsOf(username, password);
    const url = callbackUrl(content, documentUrl, credentials);
    return {
      inCall: async ({ leg, clock, audioFiles, signal }) => {
        const durationMs = await audioFiles.duration(url, credentials, signal);
        await play(clock, [leg], { text: "", durationMs }, signal);
        return undefined;
      },
      inConference: async ({ conference, clock, audioFiles, signal }) => {
        const durationMs = await audioFiles.duration(url, credentials, signal);
        await play(clock, listenersOf(conference), { text: "", durationMs }, signal);
      },
    };
  },
});
