// The limit of taking callbacks: parses the JSON, as Fastify does by itself, and stores nothing.
import Fastify from "fastify";
import { listenForBench } from "./listen.ts";

const app = Fastify();
app.post("/callbacks/voice/disconnect", (_request, reply) => reply.code(204).send());
await app.ready();
listenForBench(app.server);
