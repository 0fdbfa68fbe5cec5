import type { FileId, SessionId } from '@werkraum/protocol';

/** The bytes of one kept file. */
export interface KeptBytes {
  size: number;
  bytes: AsyncIterable<Uint8Array>;
}

/**
 * Keeps bytes, each file under an id made here and never by what somebody sent (`files.contract.ts`). Who may read what is not
 * its business. Every method rejects when the medium fails; what was asked may then be asked again.
 */
export interface Files {
  /** Resolves when the medium has all of it. Until then, and when it fails, there is no such file. An id is never used again. */
  put(sessionId: SessionId, fileId: FileId, bytes: Uint8Array): Promise<void>;
  /** Undefined when there is no such file. */
  get(sessionId: SessionId, fileId: FileId): Promise<KeptBytes | undefined>;
  /** Removing what is not there is fine. */
  delete(sessionId: SessionId, fileId: FileId): Promise<void>;
  deleteSession(sessionId: SessionId): Promise<void>;
  /** The files of a session, in no particular order. */
  list(sessionId: SessionId): Promise<readonly FileId[]>;
  /** Every session that has files. */
  sessions(): Promise<readonly SessionId[]>;
}
