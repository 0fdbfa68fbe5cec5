import { execFileSync } from 'node:child_process';

/** Runs a command of the system quietly; throws when it fails. */
export const run = (command: string, ...args: string[]): Buffer => execFileSync(command, args, { stdio: 'pipe' });

/** Tries a command; the reason why it cannot be used on this machine, if so. */
export function hindrance(command: string, ...args: string[]): string | undefined {
  try {
    run(command, ...args);
    return undefined;
  } catch (error) {
    return `${command} is not possible here: ${error instanceof Error ? error.message.split('\n')[0] : error}`;
  }
}
