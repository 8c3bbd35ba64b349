// Bandwidth's older number lookup, as its contract of December 2023 had it: the vendor's SDK carries it no more.

const json = (schema: object) => ({ content: { "application/json": { schema } } });
const text = { type: "string" };
const texts = { type: "array", items: text };
const object = (properties: object, required: readonly string[] = []) => ({
  type: "object",
  properties,
  required,
});

const error = json(object({ message: text }));
const errors = { 400: error, 401: error, 403: error, 404: error, 415: error, 429: error, 500: error };
const status = { type: "string", enum: ["IN_PROGRESS", "COMPLETE", "PARTIAL_COMPLETE", "FAILED"] };
const servers = [{ url: "https://numbers.bandwidth.com/api/v1" }];

/** Its two paths, in the form of OpenAPI. */
export const TNLOOKUP: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "/accounts/{accountId}/tnlookup": {
    servers,
    post: {
      operationId: "createLookup",
      requestBody: json(object({ tns: texts }, ["tns"])),
      responses: { ...errors, 202: json(object({ requestId: text, status })) },
    },
  },
  "/accounts/{accountId}/tnlookup/{requestId}": {
    servers,
    get: {
      operationId: "getLookupStatus",
      responses: {
        ...errors,
        200: json(
          object({
            requestId: text,
            status,
            result: {
              type: "array",
              items: object({
                "Response Code": { type: "integer" },
                Message: text,
                "E.164 Format": text,
                Formatted: text,
                Country: text,
                "Line Type": text,
                "Line Provider": text,
                "Mobile Country Code": text,
                "Mobile Network Code": text,
              }),
            },
            failedTelephoneNumbers: texts,
          }),
        ),
      },
    },
  },
};
