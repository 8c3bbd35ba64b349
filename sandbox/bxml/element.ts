import type { Element } from "@xmldom/xmldom";
import { z } from "zod";
import type { CallbackMethod, Credentials } from "../applications.ts";
import type { Destination } from "../callbacks.ts";
import { createParser } from "../errors.ts";
import { isSafeForCredentials, limitedText } from "../values.ts";

/** A mistake may quote all of a document, and goes into events. */
const MAX_MISTAKE_LENGTH = 500;

/** A document that Bandwidth would refuse; the call ends with `invalid-bxml`. */
export class InvalidBxml extends Error {
  constructor(mistake: string) {
    super(mistake.length > MAX_MISTAKE_LENGTH ? `${mistake.slice(0, MAX_MISTAKE_LENGTH)}...` : mistake);
  }
}

/** Where a synchronous event goes. */
export interface Question {
  destination: Destination;
  fallback: Destination | undefined;
}

/** Reads what is between an element's tags. `documentUrl` is where the document came from: its relative URLs start there. */
export type ContentReader<Content> = (element: Element, documentUrl: string) => Content;

type Presence = "required" | "optional";

/** All that is known of an element of BXML. What is not described here is a mistake: it would silently do nothing. */
interface Description<
  Shape extends z.ZodRawShape,
  Asked extends string,
  Told extends string,
  Content,
  Result,
> {
  name: string;
  attributes: Shape;
  /** Synchronous events: each has the attributes `xUrl`, `xMethod`, `xFallbackUrl`, `xFallbackMethod`, and credentials for both. */
  asks?: Record<Asked, Presence>;
  /** Asynchronous events: each has the attributes `xUrl` and `xMethod`, and credentials. */
  tells?: Record<Told, Presence>;
  content: ContentReader<Content>;
  /** Judges what no single attribute can, and makes of the element what it is for. */
  read(given: {
    attributes: z.output<z.ZodObject<Shape>>;
    ask: (event: Asked) => Question | undefined;
    tell: (event: Told) => Destination | undefined;
    content: Content;
    documentUrl: string;
  }): Result;
}

/** Makes something of an element of this name. */
export interface ElementReader<Result> {
  readonly name: string;
  read: ContentReader<Result>;
}

/** Makes the reader of a described element. It throws InvalidBxml for whatever the description does not allow. */
export function describeElement<
  Shape extends z.ZodRawShape,
  Content,
  Result,
  Asked extends string = never,
  Told extends string = never,
>(description: Description<Shape, Asked, Told, Content, Result>): ElementReader<Result> {
  const { name, content, read } = description;
  const shape = z.strictObject(description.attributes);
  const valid = createParser((mistake) => new InvalidBxml(`<${name}> is invalid: ${mistake}`));
  const asks = Object.entries<Presence>(description.asks ?? {});
  const tells = Object.entries<Presence>(description.tells ?? {});
  return {
    name,
    read: (element, documentUrl) => {
      const attributes = attributesOf(element);
      const take = callbackAttributes(attributes, documentUrl, name);
      const login = asks.length + tells.length > 0 ? take.credentials("username", "password") : undefined;
      const told = new Map(
        tells.map(([event, presence]) => [event, take.destination(event, presence, login)]),
      );
      const fallbackLogin =
        asks.length > 0 ? take.credentials("fallbackUsername", "fallbackPassword") : undefined;
      const asked = new Map(
        asks.map(([event, presence]) => {
          const destination = take.destination(event, presence, login);
          const fallback = take.destination(`${event}Fallback`, "optional", fallbackLogin);
          return [event, destination && { destination, fallback }];
        }),
      );
      return read({
        attributes: valid(shape, Object.fromEntries(attributes)),
        ask: (event) => asked.get(event),
        tell: (event) => told.get(event),
        content: content(element, documentUrl),
        documentUrl,
      });
    },
  };
}

function attributesOf(element: Element): Map<string, string> {
  const given = [...element.attributes].filter(({ name }) => !name.startsWith("xmlns"));
  return new Map(given.map(({ name, value }) => [name, value]));
}

const method = z.enum(["GET", "POST"], { error: "must be GET or POST" }).default("POST");

/** A user name or password. */
export const credential = limitedText(1024).optional();

/** The login that an element names; one half of it may be left out. */
export const credentialsOf = (
  username: string | undefined,
  password: string | undefined,
): Credentials | undefined =>
  username === undefined && password === undefined
    ? undefined
    : { username: username ?? "", password: password ?? "" };

/** Takes the attributes of callbacks out of those given. */
function callbackAttributes(given: Map<string, string>, documentUrl: string, tagName: string) {
  function take<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> {
    const value = given.get(name);
    given.delete(name);
    const { success, data, error } = schema.safeParse(value);
    if (success) return data;
    throw new InvalidBxml(`<${tagName}> is invalid: Invalid ${name}: ${error.issues[0]?.message}`);
  }
  return {
    credentials: (usernameName: string, passwordName: string) =>
      credentialsOf(take(usernameName, credential), take(passwordName, credential)),
    destination: (event: string, presence: Presence, credentials: Credentials | undefined) => {
      const callbackMethod: CallbackMethod = take(`${event}Method`, method);
      const url = take(`${event}Url`, z.string().optional());
      if (url !== undefined && url !== "") {
        return { url: callbackUrl(url, documentUrl, credentials), method: callbackMethod, credentials };
      }
      if (presence === "optional") return undefined;
      throw new InvalidBxml(`<${tagName}> is invalid: Invalid ${event}Url: is required`);
    },
  };
}

/** The absolute URL of something that is asked for over HTTP. */
export function callbackUrl(url: string, documentUrl: string, credentials: Credentials | undefined): string {
  const resolved = URL.parse(url, documentUrl);
  if (resolved === null || !["http:", "https:"].includes(resolved.protocol)) {
    throw new InvalidBxml("Invalid callback URL: only http and https are allowed");
  }
  if (credentials !== undefined && !isSafeForCredentials(resolved.href)) {
    throw new InvalidBxml("Invalid callback URL: must use https if specifying username and password");
  }
  return resolved.href;
}

/** Neither text nor elements. */
export const noContent: ContentReader<undefined> = (element) => {
  if ((element.textContent ?? "").trim() !== "" || element.children.length > 0) {
    throw new InvalidBxml(`<${element.tagName}> may have no content`);
  }
  return undefined;
};

/** Text, read without the white space around it. */
export const textContent =
  (schema: z.ZodType<string>): ContentReader<string> =>
  (element) => {
    if (element.children.length > 0) {
      throw new InvalidBxml(`<${element.tagName}> may contain text only`);
    }
    const { success, data, error } = schema.safeParse((element.textContent ?? "").trim());
    if (success) return data;
    throw new InvalidBxml(`<${element.tagName}> ${error.issues[0]?.message}`);
  };

/** From `minimum` to `maximum` elements of these kinds, no text. */
export const nested =
  <Result>(
    readers: readonly ElementReader<Result>[],
    { minimum, maximum }: { minimum: number; maximum: number },
  ): ContentReader<Result[]> =>
  (element, documentUrl) => {
    const names = readers.map(({ name }) => `<${name}>`).join(" and ");
    refuseText(element, names);
    if (element.children.length < minimum || element.children.length > maximum) {
      throw new InvalidBxml(`<${element.tagName}> must have ${minimum} to ${maximum} of ${names}`);
    }
    return [...element.children].map((child) => {
      const reader = readers.find(({ name }) => name === child.tagName);
      if (reader !== undefined) return reader.read(child, documentUrl);
      throw new InvalidBxml(`<${element.tagName}> may contain ${names} only, not <${child.tagName}>`);
    });
  };

/** Refuses text directly within an element. */
export function refuseText(element: Element, instead: string): void {
  for (const { nodeType, nodeValue, TEXT_NODE, CDATA_SECTION_NODE } of element.childNodes) {
    if (nodeType !== TEXT_NODE && nodeType !== CDATA_SECTION_NODE) continue;
    if ((nodeValue ?? "").trim() === "") continue;
    throw new InvalidBxml(`<${element.tagName}> may contain ${instead} only, no text`);
  }
}
