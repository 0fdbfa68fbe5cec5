import type { BrowserContext } from '@playwright/test';

/** What went wrong in the browsers of one test: uncaught errors, refusals by the content policy, errors on the console. */
export interface ConsoleWatch {
  add(context: BrowserContext, name: string): Promise<void>;
  faults(): readonly string[];
}

/**
 * Chromium itself writes an error for each request that fails or is refused, however well the page copes with that; and
 * so does livekit-client when its line to the server ends from the other side, or ends while it is being established.
 */
export const LINE_IS_CUT =
  /net::ERR_|WebSocket connection to|Failed to fetch|Fetch API cannot load|error reading from signal stream|websocket error during connection/;

/**
 * The same, and a door that asks over HTTP what it may offer behind a link that opens nothing any more, and a video room that lets
 * nobody in for a moment while a seat changes hands.
 */
export const SENT_AWAY = new RegExp(
  `${LINE_IS_CUT.source}|status of 40[13] \\(\\w+\\) \\(\\S+/seat\\)|status of 403 \\(\\w+\\) \\(\\S+/livekit/rtc/`,
);

/** A line that is cut, while there is no LiveKit for the server's gate to pass anybody on to. */
export const VIDEO_IS_DOWN = new RegExp(`${LINE_IS_CUT.source}|status of 50[234]|could not establish|ConnectionError`);

/**
 * livekit-client calls it an error when the room it leaves closes its own data channels, and when a track arrives whose
 * sender has gone to another room meanwhile. Pictures that are missing are missed by the tests themselves.
 */
const LIVEKIT_LEAVES =
  /DataChannel error on \w+: User-Initiated Abort|publisher data channel '\w+' closed unexpectedly|add a track for a participant, that's not present/;

/** Nothing a browser says is expected. */
export const NOTHING = /(?!)/;

/** Listens to every page of the contexts it is given. `expected`: console errors that belong to what the test does. */
export function watchConsoles(expected: RegExp): ConsoleWatch {
  const faults: string[] = [];
  const note = (text: string) => {
    if (!LIVEKIT_LEAVES.test(text) && !expected.test(text)) faults.push(text);
  };
  return {
    add: async (context, name) => {
      context.on('weberror', (error) => note(`${name}, uncaught: ${error.error().stack ?? error.error().message}`));
      context.on('console', (message) => {
        if (message.type() === 'error') note(`${name}, console: ${message.text()} (${message.location().url})`);
        if (/missingKey/.test(message.text())) note(`${name}, no words for: ${message.text()}`);
      });
      // Reports arrive also where the console stays silent (report-only, workers' sources).
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
          console.error(`content policy: ${violatedDirective} refuses ${blockedURI}`);
        });
      });
    },
    faults: () => faults,
  };
}
