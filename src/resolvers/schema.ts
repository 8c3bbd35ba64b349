import { readdirSync, readFileSync } from "node:fs";
import { makeExecutableSchema } from "@graphql-tools/schema";
import { type GraphQLSchema, isScalarType, isSpecifiedScalarType } from "graphql";
import { JSONResolver } from "graphql-scalars";
import { Call } from "./Call.ts";
import { CallAwaitingInstructions } from "./CallAwaitingInstructions.ts";
import { CallbackDelivery } from "./CallbackDelivery.ts";
import { CallRecording } from "./CallRecording.ts";
import { callScriptResolvers } from "./CallScript.ts";
import { Conference } from "./Conference.ts";
import { ConferenceMember } from "./ConferenceMember.ts";
import { ConferenceRecording } from "./ConferenceRecording.ts";
import type { CompleteResolvers } from "./complete.ts";
import { DateTime } from "./DateTime.ts";
import { Duration } from "./Duration.ts";
import { AskingEvent, CallEvent, Event, eventResolvers, MessageEvent } from "./Event.ts";
import { GenerateMessagingCodePayload } from "./GenerateMessagingCodePayload.ts";
import { GivenInstructions } from "./GivenInstructions.ts";
import { Lookup } from "./Lookup.ts";
import { LookupResult } from "./LookupResult.ts";
import { MediaFile } from "./MediaFile.ts";
import { Message, MessageEdge } from "./Message.ts";
import { Mutation } from "./Mutation.ts";
import { Node } from "./Node.ts";
import { Query } from "./Query.ts";
import { RealTimeTranscription, TranscribedTrack } from "./RealTimeTranscription.ts";
import { Subscription } from "./Subscription.ts";
import { Transcription } from "./Transcription.ts";
import { UploadScalar } from "./Upload.ts";

/** Beside src/ in the sources as in dist/. */
const SCHEMA_FOLDER = new URL("../../schema/", import.meta.url);

const resolvers: CompleteResolvers = {
  Query,
  Mutation,
  Subscription,
  Call,
  CallRecording,
  CallbackDelivery,
  Message,
  MessageEdge,
  Conference,
  ConferenceMember,
  ConferenceRecording,
  Node,
  Transcription,
  RealTimeTranscription,
  TranscribedTrack,
  Lookup,
  LookupResult,
  MediaFile,
  GenerateMessagingCodePayload,
  Recording: {
    __resolveType: (recording) => ("callId" in recording ? "CallRecording" : "ConferenceRecording"),
  },
  Event,
  CallEvent,
  AskingEvent,
  CallAwaitingInstructions,
  GivenInstructions,
  ...callScriptResolvers,
  MessageEvent,
  ...eventResolvers,
  DateTime,
  Duration,
  JSON: JSONResolver,
  Upload: UploadScalar,
};

/** The graph: the files of schema/, with the resolvers of this folder. */
export function createSchema(): GraphQLSchema {
  const files = readdirSync(SCHEMA_FOLDER).filter((name) => name.endsWith(".graphql"));
  const schema = makeExecutableSchema({
    typeDefs: files.map((name) => readFileSync(new URL(name, SCHEMA_FOLDER), "utf8")),
    resolvers,
    // Each type would keep where it stands, and with it the tokens of all files: 4 MB.
    noLocation: true,
    // The schema was made for them: to make another one of it took 50 ms of the start.
    updateResolversInPlace: true,
    resolverValidationOptions: {
      requireResolversToMatchSchema: "error",
      requireResolversForResolveType: "error",
    },
  });
  // A scalar that is given as a whole brings a description of its own, or none, in the place of that in schema/.
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isScalarType(type) || isSpecifiedScalarType(type)) continue;
    type.description = type.astNode?.description?.value;
    type.specifiedByURL = undefined;
  }
  return schema;
}
