import { MESSAGING_APPLICATION_ID, VOICE_APPLICATION_ID } from "./account.ts";
import type { Destination } from "./callbacks.ts";
import type { Config } from "./config.ts";

export type CallbackMethod = "GET" | "POST";

export interface Credentials {
  username: string;
  password: string;
}

/** A voice application: where inbound calls, and the ends of inbound calls, are told. */
export interface VoiceApplication {
  applicationId: string;
  serviceType: "Voice-V2";
  callInitiatedCallbackUrl: string;
  callInitiatedMethod: CallbackMethod;
  callInitiatedFallbackUrl?: string | undefined;
  callInitiatedFallbackMethod: CallbackMethod;
  callStatusCallbackUrl?: string | undefined;
  callStatusMethod: CallbackMethod;
  callbackCreds?: Credentials | undefined;
  fallbackCreds?: Credentials | undefined;
  /** Seconds that a callback of an inbound call may take. */
  callbackTimeout: number;
}

/** A messaging application: where inbound messages, and the fates of outbound ones, are told. */
export interface MessagingApplication {
  applicationId: string;
  serviceType: "Messaging-V2";
  inboundCallbackUrl: string;
  inboundCallbackCreds?: Credentials | undefined;
  outboundCallbackUrl?: string | undefined;
  outboundCallbackCreds?: Credentials | undefined;
  /** `message-sent` only if it is asked for: Bandwidth has added it lately. */
  requestedCallbackTypes: ("message-sending" | "message-sent" | "message-delivered" | "message-failed")[];
}

export interface Applications {
  voice: VoiceApplication;
  messaging: MessagingApplication;
}

type CallbackConfig = Pick<Config, "baseCallbackUrl" | "callbackUsername" | "callbackPassword">;

/** The account's two applications as they are at the start: both deliver to the configured base URL. */
export function seededApplications(config: CallbackConfig): Applications {
  const credentials = { username: config.callbackUsername, password: config.callbackPassword };
  const messagingUrl = `${config.baseCallbackUrl}/callbacks/messaging`;
  return {
    voice: {
      applicationId: VOICE_APPLICATION_ID,
      serviceType: "Voice-V2",
      callInitiatedCallbackUrl: `${config.baseCallbackUrl}/callbacks/voice/initiate`,
      callInitiatedMethod: "POST",
      callInitiatedFallbackMethod: "POST",
      callStatusCallbackUrl: `${config.baseCallbackUrl}/callbacks/voice/status`,
      callStatusMethod: "POST",
      callbackCreds: credentials,
      callbackTimeout: 15,
    },
    messaging: {
      applicationId: MESSAGING_APPLICATION_ID,
      serviceType: "Messaging-V2",
      inboundCallbackUrl: messagingUrl,
      inboundCallbackCreds: credentials,
      outboundCallbackUrl: messagingUrl,
      outboundCallbackCreds: credentials,
      requestedCallbackTypes: ["message-sending", "message-delivered", "message-failed"],
    },
  };
}

/** Where the events of the application's inbound calls go. */
export function voiceDestinations(application: VoiceApplication): {
  initiated: Destination;
  initiatedFallback: Destination | undefined;
  status: Destination | undefined;
} {
  const { callInitiatedCallbackUrl, callInitiatedFallbackUrl, callStatusCallbackUrl } = application;
  const { callbackCreds, fallbackCreds } = application;
  return {
    initiated: {
      url: callInitiatedCallbackUrl,
      method: application.callInitiatedMethod,
      credentials: callbackCreds,
    },
    initiatedFallback: callInitiatedFallbackUrl
      ? {
          url: callInitiatedFallbackUrl,
          method: application.callInitiatedFallbackMethod,
          credentials: fallbackCreds,
        }
      : undefined,
    status: callStatusCallbackUrl
      ? { url: callStatusCallbackUrl, method: application.callStatusMethod, credentials: callbackCreds }
      : undefined,
  };
}
