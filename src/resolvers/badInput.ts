import { GraphQLError } from "graphql";
import type { z } from "zod";

/** The error for a value that a client must change: `BAD_USER_INPUT`, with the field's path in its message and in `extensions.field`. */
export function badInput(field: string, fault: string): GraphQLError {
  return new GraphQLError(`${field} ${fault}`, { extensions: { code: "BAD_USER_INPUT", field } });
}

/** Parses an argument. The schema's messages are the rest of a sentence that begins with the field's name. */
export function parseArgument<T>(name: string, schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = [name, ...(issue?.path ?? [])].reduce<string>(
    (path, key) =>
      typeof key === "number" ? `${path}[${key}]` : path ? `${path}.${String(key)}` : String(key),
    "",
  );
  throw badInput(field, issue?.message ?? "cannot be used");
}
