import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import type { Clock } from "../clock.ts";

/** Bandwidth's own life of media. */
const LIFE_MS = 48 * 60 * 60 * 1000;
const MAX_FILES = 10_000;
/** The most disk that media take; beyond it the oldest go. */
const MAX_TOTAL_BYTES = 1024 ** 3;

export interface MediaFile {
  mediaName: string;
  contentType: string;
  cacheControl: string | undefined;
  contentLength: number;
  uploadedAt: number;
  /** Where the bytes are. */
  path: string;
}

/** Media that are uploaded, on disk: the bytes of a file are never whole in memory. */
export interface MediaStore {
  /** Takes a file in, in place of one of the same name. Resolves with false, and keeps nothing, if it is too large. */
  put(
    about: Pick<MediaFile, "mediaName" | "contentType" | "cacheControl">,
    bytes: Readable,
    maxBytes: number,
  ): Promise<boolean>;
  find(mediaName: string): MediaFile | undefined;
  /** By name. */
  list(): MediaFile[];
  read(file: MediaFile): Readable;
  remove(file: MediaFile): Promise<void>;
  /** Forgets everything and takes the folder away. */
  clear(): void;
}

/** Makes an empty store in a temporary folder, which is there only while it is needed. */
export function createMediaStore({ clock }: { clock: Pick<Clock, "now"> }): MediaStore {
  const files = new Map<string, MediaFile>();
  let folder: string | undefined;
  let sequence = 0;

  const isAlive = ({ uploadedAt }: MediaFile) => clock.now() - uploadedAt <= LIFE_MS;
  const total = () => [...files.values()].reduce((sum, { contentLength }) => sum + contentLength, 0);

  async function remove(file: MediaFile) {
    if (files.get(file.mediaName) === file) files.delete(file.mediaName);
    await rm(file.path, { force: true });
  }

  async function makeRoom() {
    for (const file of [...files.values()]) if (!isAlive(file)) await remove(file);
    for (const file of [...files.values()]) {
      if (files.size <= MAX_FILES && total() <= MAX_TOTAL_BYTES) return;
      await remove(file);
    }
  }

  return {
    put: async (about, bytes, maxBytes) => {
      folder ??= mkdtempSync(join(tmpdir(), "bandwidth-sandbox-"));
      sequence += 1;
      const path = join(folder, String(sequence));
      const contentLength = await write(path, bytes, maxBytes).catch(async (error: unknown) => {
        await rm(path, { force: true });
        throw error;
      });
      // A reset meanwhile has taken the folder away: there is nothing to remember.
      if (folder !== dirname(path)) return true;
      if (contentLength > maxBytes) {
        await rm(path, { force: true });
        return false;
      }
      const before = files.get(about.mediaName);
      files.delete(about.mediaName);
      files.set(about.mediaName, { ...about, contentLength, uploadedAt: clock.now(), path });
      if (before !== undefined) await rm(before.path, { force: true });
      await makeRoom();
      return true;
    },
    find: (mediaName) => {
      const file = files.get(mediaName);
      return file !== undefined && isAlive(file) ? file : undefined;
    },
    list: () => [...files.values()].filter(isAlive).sort((a, b) => (a.mediaName < b.mediaName ? -1 : 1)),
    read: ({ path }) => createReadStream(path),
    remove,
    clear: () => {
      files.clear();
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
      folder = undefined;
    },
  };
}

/** Writes the bytes to a file and answers how many there were; stops when there are more than the maximum. */
async function write(path: string, bytes: Readable, maxBytes: number): Promise<number> {
  const file = await open(path, "w");
  let length = 0;
  try {
    // Were the source destroyed at the limit, its connection would be too, and nobody could be told.
    for await (const chunk of bytes.iterator({ destroyOnReturn: false })) {
      length += chunk.length;
      if (length > maxBytes) break;
      await file.write(chunk);
    }
  } finally {
    // Node itself drops only a body that nobody has begun to read: the connection's next request would wait behind this one.
    bytes.resume();
    await file.close();
  }
  return length;
}
