/** A gateway, and a key that it knows; one that runs with the sandbox asks for none. */
export type Gateway = { url: string; key?: string | undefined };

/** The gateway that the environment names, by default that of `npm start`. */
export const gatewayOfEnvironment = (): Gateway => ({
  url: process.env["GATEWAY_URL"] ?? "http://localhost:4000",
  key: process.env["GATEWAY_API_KEY"],
});

/** Carries out one query or mutation; throws when it has errors. */
export async function execute({ url, key }: Gateway, document: string, variables: object): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(key && { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ query: document, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join(" "));
  return data;
}

const PUT = `mutation ($input: PutCallScriptInput!) {
  putCallScript(input: $input) { callScript { callScriptId } }
}`;

/** Says how calls to a number are answered. */
export async function putInstructions(gateway: Gateway, number: string, instructions: object): Promise<void> {
  await execute(gateway, PUT, { input: { number, instructions } });
}
