import type { ElementReader } from "../element.ts";
import { notEmulated, type Verb } from "../verb.ts";

/** `<Connect>`, a beta of 2026: it needs endpoints, which the sandbox does not emulate either. */
export const connect: ElementReader<Verb> = {
  name: "Connect",
  read: () => {
    throw notEmulated("<Connect>");
  },
};
