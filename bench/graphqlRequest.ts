import { API_KEY } from "./processes.ts";

export const GRAPHQL_HEADERS = { "content-type": "application/json", authorization: `Bearer ${API_KEY}` };

/** A query as a client POSTs it, for a load and for `fetch`. */
export const graphqlRequest = (query: string, variables?: Record<string, unknown>) => ({
  method: "POST" as const,
  path: "/graphql",
  headers: GRAPHQL_HEADERS,
  body: JSON.stringify({ query, variables }),
});
