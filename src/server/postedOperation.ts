import type { FastifyReply, FastifyRequest } from "fastify";
import { type DocumentNode, getOperationAST, getVariableValues, type OperationDefinitionNode } from "graphql";
import { z } from "zod";
import { isObject } from "../lenient.ts";
import type { Context } from "../resolvers/context.ts";
import { createDocumentCache } from "./documentCache.ts";
import type { Engine, GraphQLServer } from "./graphql.ts";
import { isWithinBudget } from "./mutationBudget.ts";
import { type OperationPlan, planOperation } from "./operationPlan.ts";
import { UPSTREAM_REPORT_HEADER, upstreamReportOf } from "./upstreamReport.ts";

/** https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters */
const Parameters = z.strictObject({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.custom<Readonly<Record<string, unknown>>>(isObject).nullish(),
  extensions: z.custom(isObject).nullish(),
});

/** How many fields are planned, of all operations together, until all plans are given up: 70 MB. */
const MAX_PLANNED_FIELDS = 100_000;

/** A valid document, with the plans of its operations that were asked for, by their names. */
type PlannedDocument = {
  document: DocumentNode;
  operations: Map<string | null, PlannedOperation | undefined>;
};
type PlannedOperation = { operation: OperationDefinitionNode; plan: OperationPlan };

/**
 * Answers queries and mutations that are POSTed as JSON and in order, which is nearly all that a gateway does, without what yoga does for
 * any kind of request: its Request and Response, its chain of plugins and its executor take ten times as long as the answer. All else,
 * whatever has a fault included, is left to yoga, which knows what to say. test/server/postedOperation.test.ts holds that both say
 * the same.
 */
export function createPostedOperations(server: GraphQLServer, engine: Engine) {
  const { schema, context, maskError, upstreamBudget, development } = engine;
  let documents = createDocumentCache<PlannedDocument>();
  let plannedFields = 0;

  function documentOf(text: string): PlannedDocument | undefined {
    // A short document may have many operations, and each a plan for each outcome of its conditions.
    if (plannedFields > MAX_PLANNED_FIELDS) {
      documents = createDocumentCache();
      plannedFields = 0;
    }
    const known = documents.get(text);
    if (known) return known;
    // With the limits that are plugins.
    const { parse, validate } = server.getEnveloped({});
    try {
      const document = parse(text);
      if (validate(schema, document).length > 0) return undefined;
      const planned = { document, operations: new Map() };
      documents.set(text, planned);
      return planned;
    } catch {
      return undefined;
    }
  }

  function operationOf(text: string, name: string | null): PlannedOperation | undefined {
    const planned = documentOf(text);
    if (!planned) return undefined;
    const { document, operations } = planned;
    if (operations.has(name)) return operations.get(name);
    const operation = getOperationAST(document, name);
    if (!operation) return undefined;
    const plan =
      operation.operation !== "subscription" && isWithinBudget(upstreamBudget, operation, document)
        ? planOperation(schema, document, operation, {
            onPlanned(fields) {
              plannedFields += fields;
            },
          })
        : undefined;
    const found = plan && { operation, plan };
    operations.set(name, found);
    return found;
  }

  function execution(body: unknown) {
    const asked = Parameters.safeParse(body).data;
    const planned = asked && operationOf(asked.query, asked.operationName ?? null);
    if (!planned) return undefined;
    const { variableDefinitions = [] } = planned.operation;
    const { coerced } = getVariableValues(schema, variableDefinitions, asked.variables ?? {}, {
      maxErrors: 1,
    });
    return coerced && ((contextValue: Context) => planned.plan(contextValue, coerced));
  }

  /** Answers the request, unless it has to be left to yoga; whether it does. */
  return function answer({ body, headers }: FastifyRequest, reply: FastifyReply): boolean {
    const mediaType = mediaTypeFor(headers.accept);
    const execute = mediaType && execution(body);
    if (!execute) return false;

    const client = leftBy(reply);
    const isReported = development || headers[UPSTREAM_REPORT_HEADER] !== undefined;
    const send = (json: string) => reply.header("content-type", `${mediaType}; charset=utf-8`).send(json);
    const run = async () => {
      const contextValue = context({ client });
      const { data, errors } = await execute(contextValue);
      const masked = errors.length > 0 ? `,"errors":${JSON.stringify(errors.map(maskError))}` : "";
      const extensions = isReported ? `,"extensions":${JSON.stringify(upstreamReportOf(contextValue))}` : "";
      send(`{"data":${data}${masked}${extensions}}`);
    };
    run().catch((error: unknown) => send(JSON.stringify({ errors: [maskError(error)] })));
    return true;
  };
}

/** Aborts when the client goes away before its answer. */
export function leftBy({ raw }: FastifyReply): AbortSignal {
  const leaving = new AbortController();
  raw.once("close", () => {
    if (!raw.writableFinished) leaving.abort();
  });
  return leaving.signal;
}

export type PostedOperations = ReturnType<typeof createPostedOperations>;

/**
 * The media type that the answer has, of the two that yoga has, by what `Accept` names first; `undefined` for what is not as simple.
 * https://graphql.github.io/graphql-over-http/draft/#sec-Accept
 */
export function mediaTypeFor(accept = "*/*"): string | undefined {
  for (const range of accept.split(",")) {
    const [type = "", ...parameters] = range.split(";");
    if (parameters.some((parameter) => parameter.includes("charset="))) return undefined;
    switch (type.trim().toLowerCase()) {
      case "application/graphql-response+json":
        return "application/graphql-response+json";
      case "application/json":
      case "application/*":
      case "*/*":
        return "application/json";
    }
  }
  return undefined;
}
