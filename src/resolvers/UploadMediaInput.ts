import { z } from "zod";
import { id, optional, textUpTo } from "./inputPieces.ts";
import { Upload } from "./Upload.ts";

/**
 * The input of uploadMedia. The contract knows no rule for names: refused is what a URL cannot carry, or would read as a step up or
 * as nothing.
 */
export const UploadMediaInput = z.object({
  mediaId: id
    .refine((name) => name.isWellFormed(), "must be well-formed Unicode")
    .refine(
      (name) => name.split("/").every((segment) => !/^\.{0,2}$/.test(segment)),
      "must have a name between its slashes, other than . and ..",
    ),
  file: z.instanceof(Upload),
  cacheControl: optional(textUpTo(1024).regex(/^[\t\x20-\x7e]*$/, "must be a header value: printable ASCII")),
});

/** The Content-Type that a file was sent with. */
export const ContentType = z
  .string()
  .regex(/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/, "must have a Content-Type such as image/png");
