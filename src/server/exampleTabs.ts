/** What GraphiQL opens with, a tab each. Each works as it is against the sandbox, in this order. */
const EXAMPLES = {
  place: `# 1. Places a call: it is answered after two rings, speaks, is recorded, and ends. Watch it in the next tab.
mutation PlaceCall {
  createCall(
    input: {
      to: "+19195551234"
      from: "+19195554321"
      onAnswer: {
        verbs: [
          { startRecording: {} }
          { speakSentence: { text: "Hello from the graph." } }
          { stopRecording: {} }
          { pause: { duration: 3 } }
        ]
      }
    }
  ) {
    call {
      callId
      state
    }
  }
}
`,
  watch: `# 2. Shows what has happened so far, then each event as it comes. GraphiQL keeps the newest on the right.
subscription WatchCalls {
  events(after: "0") {
    cursor
    type
    time
    ... on CallEvent {
      callId
      to
    }
    ... on RecordingAvailableEvent {
      recording {
        recordingId
        duration
      }
    }
    ... on DisconnectEvent {
      cause
    }
  }
}
`,
  list: `# 3. The calls of the account, with their recordings.
query Calls {
  calls(first: 10) {
    edges {
      node {
        callId
        from
        to
        state
        answerTime
        disconnectCause
        recordings {
          recordingId
          duration
          status
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
  send: `# 4. Sends a text. Its delivery shows in the second tab as well.
mutation SendMessage {
  createMessage(input: { to: ["+19195551234"], from: "+19195554321", text: "Hello from the graph." }) {
    message {
      messageId
      segmentCount
      time
    }
  }
}
`,
};

export const exampleTabs = Object.values(EXAMPLES).map((query) => ({ query }));
