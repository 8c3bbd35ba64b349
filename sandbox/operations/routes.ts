import type { Services } from "../services.ts";
import { createAsyncBulkLookup } from "./createAsyncBulkLookup.ts";
import { createCall } from "./createCall.ts";
import { createLookup } from "./createLookup.ts";
import { createMessage } from "./createMessage.ts";
import { createSyncLookup } from "./createSyncLookup.ts";
import { deleteCallTranscription } from "./deleteCallTranscription.ts";
import { deleteMedia } from "./deleteMedia.ts";
import { deleteRealTimeTranscription } from "./deleteRealTimeTranscription.ts";
import { deleteRecording } from "./deleteRecording.ts";
import { deleteRecordingMedia } from "./deleteRecordingMedia.ts";
import { downloadCallRecording } from "./downloadCallRecording.ts";
import { downloadConferenceRecording } from "./downloadConferenceRecording.ts";
import { generateMessagingCode } from "./generateMessagingCode.ts";
import { generateVoiceCode } from "./generateVoiceCode.ts";
import { getAsyncBulkLookup } from "./getAsyncBulkLookup.ts";
import { getCallRecording } from "./getCallRecording.ts";
import { getCallState } from "./getCallState.ts";
import { getCallTranscription } from "./getCallTranscription.ts";
import { getConference } from "./getConference.ts";
import { getConferenceMember } from "./getConferenceMember.ts";
import { getConferenceRecording } from "./getConferenceRecording.ts";
import { getLookupStatus } from "./getLookupStatus.ts";
import { getMedia } from "./getMedia.ts";
import { getRealTimeTranscription } from "./getRealTimeTranscription.ts";
import { getStatistics } from "./getStatistics.ts";
import { listAccountCallRecordings } from "./listAccountCallRecordings.ts";
import { listCallRecordings } from "./listCallRecordings.ts";
import { listCalls } from "./listCalls.ts";
import { listConferenceRecordings } from "./listConferenceRecordings.ts";
import { listConferences } from "./listConferences.ts";
import { listMedia } from "./listMedia.ts";
import { listMessages } from "./listMessages.ts";
import { listRealTimeTranscriptions } from "./listRealTimeTranscriptions.ts";
import { type Endpoint, endpoint } from "./operation.ts";
import { transcribeCallRecording } from "./transcribeCallRecording.ts";
import { updateCall } from "./updateCall.ts";
import { updateCallBxml } from "./updateCallBxml.ts";
import { updateCallRecordingState } from "./updateCallRecordingState.ts";
import { updateConference } from "./updateConference.ts";
import { updateConferenceBxml } from "./updateConferenceBxml.ts";
import { updateConferenceMember } from "./updateConferenceMember.ts";
import { uploadMedia } from "./uploadMedia.ts";
import { verifyCode } from "./verifyCode.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What a path serves, by method. A string names an operation of Bandwidth's that is not emulated yet. */
export type Routes = Record<string, Partial<Record<Method, Endpoint | string>>>;

/** Below /api/v2/accounts/{accountId}. */
export const voiceRoutes = (services: Services): Routes => ({
  "/calls": {
    GET: endpoint("listCalls", listCalls(services)),
    POST: endpoint("createCall", createCall(services)),
  },
  "/calls/:callId": {
    GET: endpoint("getCallState", getCallState(services)),
    POST: endpoint("updateCall", updateCall(services)),
  },
  "/calls/:callId/bxml": { PUT: endpoint("updateCallBxml", updateCallBxml(services), "xml") },
  "/calls/:callId/recording": {
    PUT: endpoint("updateCallRecordingState", updateCallRecordingState(services)),
  },
  "/calls/:callId/recordings": { GET: endpoint("listCallRecordings", listCallRecordings(services)) },
  "/calls/:callId/recordings/:recordingId": {
    GET: endpoint("getCallRecording", getCallRecording(services)),
    DELETE: endpoint("deleteRecording", deleteRecording(services)),
  },
  "/calls/:callId/recordings/:recordingId/media": {
    GET: endpoint("downloadCallRecording", downloadCallRecording(services)),
    DELETE: endpoint("deleteRecordingMedia", deleteRecordingMedia(services)),
  },
  "/calls/:callId/recordings/:recordingId/transcription": {
    GET: endpoint("getCallTranscription", getCallTranscription(services)),
    POST: endpoint("transcribeCallRecording", transcribeCallRecording(services)),
    DELETE: endpoint("deleteCallTranscription", deleteCallTranscription(services)),
  },
  "/calls/:callId/transcriptions": {
    GET: endpoint("listRealTimeTranscriptions", listRealTimeTranscriptions(services)),
  },
  "/calls/:callId/transcriptions/:transcriptionId": {
    GET: endpoint("getRealTimeTranscription", getRealTimeTranscription(services)),
    DELETE: endpoint("deleteRealTimeTranscription", deleteRealTimeTranscription(services)),
  },
  "/conferences": { GET: endpoint("listConferences", listConferences(services)) },
  "/conferences/:conferenceId": {
    GET: endpoint("getConference", getConference(services)),
    POST: endpoint("updateConference", updateConference(services)),
  },
  "/conferences/:conferenceId/bxml": {
    PUT: endpoint("updateConferenceBxml", updateConferenceBxml(services), "xml"),
  },
  "/conferences/:conferenceId/members/:memberId": {
    GET: endpoint("getConferenceMember", getConferenceMember(services)),
    PUT: endpoint("updateConferenceMember", updateConferenceMember(services)),
  },
  "/conferences/:conferenceId/recordings": {
    GET: endpoint("listConferenceRecordings", listConferenceRecordings(services)),
  },
  "/conferences/:conferenceId/recordings/:recordingId": {
    GET: endpoint("getConferenceRecording", getConferenceRecording(services)),
  },
  "/conferences/:conferenceId/recordings/:recordingId/media": {
    GET: endpoint("downloadConferenceRecording", downloadConferenceRecording(services)),
  },
  "/recordings": { GET: endpoint("listAccountCallRecordings", listAccountCallRecordings(services)) },
  "/statistics": { GET: endpoint("getStatistics", getStatistics(services)) },
  "/tollFreeVerification": { POST: "requestTollFreeVerification" },
  "/phoneNumbers/:phoneNumber/tollFreeVerification": {
    GET: "getTollFreeVerificationStatus",
    PUT: "updateTollFreeVerificationRequest",
    DELETE: "deleteVerificationRequest",
  },
  "/tollFreeVerification/webhooks/subscriptions": {
    GET: "listWebhookSubscriptions",
    POST: "createWebhookSubscription",
  },
  "/tollFreeVerification/webhooks/subscriptions/:id": {
    PUT: "updateWebhookSubscription",
    DELETE: "deleteWebhookSubscription",
  },
});

/** Below /v2/accounts/{accountId}/endpoints. */
export const endpointRoutes: Routes = {
  "/": { GET: "listEndpoints", POST: "createEndpoint" },
  "/:endpointId": { GET: "getEndpoint", DELETE: "deleteEndpoint" },
  "/:endpointId/bxml": { PUT: "updateEndpointBxml" },
};

/** Below /api/v2/users/{accountId}. */
export const messagingRoutes = (services: Services): Routes => ({
  "/media": { GET: endpoint("listMedia", listMedia(services)) },
  "/media/*": {
    GET: endpoint("getMedia", getMedia(services)),
    PUT: endpoint("uploadMedia", uploadMedia(services), "stream"),
    DELETE: endpoint("deleteMedia", deleteMedia(services)),
  },
  "/messages/multiChannel": { POST: "createMultiChannelMessage" },
  "/messages": {
    GET: endpoint("listMessages", listMessages(services)),
    POST: endpoint("createMessage", createMessage(services)),
  },
});

/** Below /api/v1/accounts/{accountId}/code. */
export const mfaRoutes = (services: Services): Routes => ({
  "/voice": { POST: endpoint("generateVoiceCode", generateVoiceCode(services)) },
  "/messaging": { POST: endpoint("generateMessagingCode", generateMessagingCode(services)) },
  "/verify": { POST: endpoint("verifyCode", verifyCode(services)) },
});

/** Below /api/v1/accounts/{accountId}/tnlookup. */
export const tnLookupRoutes = (services: Services): Routes => ({
  "/": { POST: endpoint("createLookup", createLookup(services)) },
  "/:requestId": { GET: endpoint("getLookupStatus", getLookupStatus(services)) },
});

/** Below /v2/accounts/{accountId}/phoneNumberLookup. */
export const phoneNumberLookupRoutes = (services: Services): Routes => ({
  "/": { POST: endpoint("createSyncLookup", createSyncLookup(services)) },
  "/bulk": { POST: endpoint("createAsyncBulkLookup", createAsyncBulkLookup(services)) },
  "/bulk/:requestId": { GET: endpoint("getAsyncBulkLookup", getAsyncBulkLookup(services)) },
});
