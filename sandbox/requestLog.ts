import type { FastifyRequest } from "fastify";
import { toIsoTime } from "./values.ts";

export const MAX_REQUESTS_LOGGED = 10_000;

/** One REST request that the sandbox received. Headers and bodies are left out: they hold secrets. */
export interface RequestRecord {
  time: string;
  method: string;
  path: string;
  query: Record<string, string | string[]>;
  /** 0 if there was no answer: a fault cut the connection, or the client went away. */
  status: number;
}

/** What is remembered of a request. */
export function requestRecord(
  request: Pick<FastifyRequest, "method" | "originalUrl">,
  status: number,
  now: number,
): RequestRecord {
  const [path = "", search] = request.originalUrl.split("?");
  const searchParams = new URLSearchParams(search);
  const query: RequestRecord["query"] = {};
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name);
    query[name] = values.length > 1 ? values : (values[0] ?? "");
  }
  return { time: toIsoTime(now), method: request.method, path, query, status };
}
