export interface WorkOff {
  /** Works until nothing is left or something fails; a run under way does what came meanwhile. Never rejects. */
  run(): Promise<void>;
  busy(): boolean;
}

/** One run at a time over steps that each find out for themselves what there is to do. */
export function createWorkOff(parts: {
  hasWork: () => boolean;
  steps: readonly (() => Promise<void>)[];
  failed: (error: unknown) => void;
}): WorkOff {
  let running: Promise<void> | undefined;

  /** One step that fails does not keep the others from being done. */
  async function once(): Promise<void> {
    const failures: unknown[] = [];
    for (const step of parts.steps) await step().catch((error: unknown) => void failures.push(error));
    if (failures.length > 0) throw failures[0];
  }

  async function work(): Promise<void> {
    try {
      while (parts.hasWork()) await once();
    } catch (error) {
      parts.failed(error);
    }
    running = undefined;
  }

  return {
    async run() {
      if (!running && parts.hasWork()) running = work();
      await running;
    },
    busy: () => running !== undefined,
  };
}
