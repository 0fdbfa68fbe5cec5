/** As much of a TCP socket as gathering writes needs. */
export interface Corkable {
  readonly writableCorked: number;
  cork(): void;
  uncork(): void;
}

/** Gathers what is written to a connection until everything that is ready to run has run, and sends it in one go. */
export interface WriteBatch {
  gather(tcp: Corkable): void;
}

/**
 * A commit's patches and the answers to the commands that made it are written in a row of microtasks; the next tick
 * comes after all of them. So they are one packet on the network and one call of the system per connection.
 */
export function createWriteBatch(): WriteBatch {
  let gathered: Corkable[] = [];

  function release(): void {
    const sockets = gathered;
    gathered = [];
    for (const tcp of sockets) tcp.uncork();
  }

  return {
    gather(tcp) {
      if (tcp.writableCorked > 0) return;
      tcp.cork();
      if (gathered.push(tcp) === 1) process.nextTick(release);
    },
  };
}
