import type { CompleteResolvers } from "./complete.ts";
import { globalId } from "./globalId.ts";

export const MediaFile: CompleteResolvers["MediaFile"] = {
  id: ({ mediaName }) => globalId("MediaFile", mediaName),
  mediaId: ({ mediaName }) => mediaName,
  api: () => "V2",
  url: ({ mediaName }, _args, { mediaUrls }) => mediaUrls.sign({ mediaId: mediaName }),
};
