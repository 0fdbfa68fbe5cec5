import type { ServiceStatus } from '@werkraum/protocol';

/** How the house is doing, for everybody who is connected. */
export interface ServiceBoard {
  now(): ServiceStatus;
  set(change: Partial<ServiceStatus>): void;
  /** Called after each change. */
  onChange(listen: (status: ServiceStatus) => void): void;
}

export function createServiceBoard(first: ServiceStatus): ServiceBoard {
  let status = first;
  const listeners: ((status: ServiceStatus) => void)[] = [];
  return {
    now: () => status,
    set(change) {
      const next = { ...status, ...change };
      if (next.saving === status.saving && next.video === status.video) return;
      status = next;
      for (const listen of listeners) listen(status);
    },
    onChange: (listen) => void listeners.push(listen),
  };
}
