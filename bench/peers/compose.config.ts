// Hive Gateway serves a supergraph that Mesh Compose makes of the OpenAPI contract:
// https://the-guild.dev/graphql/mesh/v1/getting-started
import { defineConfig } from "@graphql-mesh/compose-cli";
import { loadOpenAPISubgraph } from "@omnigraph/openapi";

export const composeConfig = defineConfig({
  subgraphs: [
    {
      sourceHandler: loadOpenAPISubgraph("Bandwidth", {
        source: "./bandwidth-2023-12.yml",
        endpoint: "{env.UPSTREAM_URL}",
        operationHeaders: { Authorization: "Bearer {env.UPSTREAM_TOKEN}" },
        // Errors are errors then, and not a member of a union in each answer.
        ignoreErrorResponses: true,
      }),
    },
  ],
  additionalTypeDefs: /* GraphQL */ `
    extend type callState {
      recordings: [callRecordingMetadata]
        @resolveTo(
          sourceName: "Bandwidth"
          sourceTypeName: "Query"
          sourceFieldName: "listCallRecordings"
          requiredSelectionSet: "{ accountId callId }"
          sourceArgs: { accountId: "{root.accountId}", callId: "{root.callId}" }
        )
    }
  `,
});
