import type { FileId, SessionId } from '@werkraum/protocol';
import type { Files } from '../../ports/files.ts';

/** Files that live as long as the process. */
export function createMemoryFiles(): Files {
  const sessions = new Map<SessionId, Map<FileId, Uint8Array>>();
  const of = (sessionId: SessionId) => sessions.get(sessionId) ?? new Map<FileId, Uint8Array>();
  return {
    async put(sessionId, fileId, bytes) {
      sessions.set(sessionId, of(sessionId).set(fileId, bytes.slice()));
    },
    async get(sessionId, fileId) {
      const bytes = of(sessionId).get(fileId);
      return bytes && { size: bytes.byteLength, bytes: once(bytes) };
    },
    async delete(sessionId, fileId) {
      const files = of(sessionId);
      files.delete(fileId);
      if (files.size === 0) sessions.delete(sessionId);
    },
    deleteSession: async (sessionId) => void sessions.delete(sessionId),
    list: async (sessionId) => [...of(sessionId).keys()],
    sessions: async () => [...sessions.keys()],
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
