import type { Plugin } from "graphql-yoga";
import type { Context } from "../resolvers/context.ts";

/** The request header that asks for `extensions.upstream`, with any value. */
export const UPSTREAM_REPORT_HEADER = "x-upstream-report";

/**
 * `extensions.upstream { calls saved waitedMs }`: what a query or mutation cost at Bandwidth, for those who ask for it and, in
 * development, for all.
 */
export function upstreamReport(development: boolean): Plugin<Context> {
  return {
    onExecute({ args: { contextValue } }) {
      const asked: boolean = contextValue.request?.headers.has(UPSTREAM_REPORT_HEADER);
      if (!development && !asked) return undefined;
      return {
        onExecuteDone({ result, setResult }) {
          if (Symbol.asyncIterator in result) return;
          setResult({ ...result, extensions: { ...result.extensions, ...upstreamReportOf(contextValue) } });
        },
      };
    },
  };
}

/** What `extensions` has of it. */
export const upstreamReportOf = ({ datasources }: Context) => ({ upstream: datasources.calls.report() });
