import { expect } from "vitest";
import { post } from "./client.ts";
import type { Upstream } from "./upstream.ts";

/** A mutation by its name, its payload's selection, and the stub that must not hear of what is refused. */
export function mutation(upstream: Upstream, url: () => string, name: string, selection: string) {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { ${name}(input: $input) { ${selection} } }`;
  return {
    /** Sends it; the data of its field. */
    async send(input: Record<string, unknown>): Promise<unknown> {
      const { data, errors } = await post(url(), document, { input });
      expect(errors).toBeUndefined();
      return data?.[name];
    },
    /** Expects that it is refused for the field, with the message, before anything is sent. */
    async expectRefused(input: Record<string, unknown>, field: string, message: string) {
      const before = upstream.requests().length;
      const { data, errors } = await post(url(), document, { input });
      expect(data?.[name] ?? null).toBeNull();
      expect(errors).toMatchObject([
        { message: `${field} ${message}`, extensions: { code: "BAD_USER_INPUT", field } },
      ]);
      expect(upstream.requests()).toHaveLength(before);
    },
  };
}
