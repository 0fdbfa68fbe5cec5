import { config } from 'zod';

// Our pages forbid turning text into code, and a browser reports even the attempt. zod tries, to be faster, unless
// told not to before the first schema is made: so the files that everything with a schema imports begin with this. Servers keep the fast way.
if ('document' in globalThis) config({ jitless: true });
