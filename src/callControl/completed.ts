import { type CallbackTarget, completeEventUrls } from "../bxml/eventUrls.ts";
import { withControlId } from "./controlId.ts";

/**
 * The document as Bandwidth gets it that asked at `path` behind `/callbacks/voice/`. `root`: the id by which events find the control of
 * their call, where it has one.
 */
export function completed(
  document: string,
  path: string,
  root: string | undefined,
  target: CallbackTarget,
): string {
  const callbackUrl = `${target.baseUrl}/callbacks/voice`;
  const documentUrl = `${callbackUrl}/${path}`;
  const controlled = root === undefined ? document : withControlId(document, documentUrl, callbackUrl, root);
  return completeEventUrls(controlled, documentUrl, target);
}
