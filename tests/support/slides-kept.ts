import { createInspectorProcess } from '@werkraum/server/src/adapters/inspection/process.ts';
import { createMemoryFiles } from '@werkraum/server/src/adapters/memory/files.ts';

/** What a server needs to take slides, for servers whose tests are about something else. */
export const slidesKept = () => ({ files: createMemoryFiles(), inspector: createInspectorProcess() });
