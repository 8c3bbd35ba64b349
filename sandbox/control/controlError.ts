import type { z } from "zod";
import { firstMistake } from "../errors.ts";

/** A mistake in a request to a control route. */
export class ControlError extends Error {
  readonly statusCode: number;

  constructor(statusCode: number, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

/** Parses input of a control route; the first mistake becomes a 400 that names the field. */
export function parseControl<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const { success, data, error } = schema.safeParse(input);
  if (success) return data;
  throw new ControlError(400, firstMistake(error));
}
