import { createParser } from "../errors.ts";

/** A mistake in a request to a control route. */
export class ControlError extends Error {
  readonly statusCode: number;

  constructor(statusCode: number, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

/** Parses input of a control route; the first mistake becomes a 400 that names the field. */
export const parseControl = createParser((mistake) => new ControlError(400, mistake));
