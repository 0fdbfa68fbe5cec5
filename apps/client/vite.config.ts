import preact from '@preact/preset-vite';
import { defineConfig, loadEnv } from 'vite';
import { pdfjsAssets } from './pdfjs-assets.ts';

// The code of a QR code's squares is larger than most pages, and shown behind a button.
const SHARED = /\/node_modules\/(preact|preact-iso|zustand|lucide-preact)\/|\/src\/(ui|i18n)\/(?!qr-code)[^/]+$/;

const ROOM = /\/src\/pages\/room\/room-door\.tsx$/;
const OTHER_PAGES = /\/src\/pages\/(home|host|design)\/[a-z]+-page\.tsx$/;
// The few files of the protocol that come without schemas.
const PLAIN_PROTOCOL = /\/packages\/protocol\/src\/(roles|refusals|links|merge-patch)\.ts$/;
const OURS = /\/apps\/client\/src\//;

interface Modules {
  getModuleInfo(id: string): { importers: readonly string[] } | null;
}

function nameFor(id: string, modules: Modules): string | null {
  if (PLAIN_PROTOCOL.test(id)) return 'basis';
  if (!comesWith(ROOM, id, modules)) return null;
  return comesWith(OTHER_PAGES, id, modules) ? 'basis' : 'room';
}

/** Whether one of our modules is fetched together with a page: the page imports it, itself or through others, and not later. */
function comesWith(page: RegExp, id: string, modules: Modules, seen = new Set<string>()): boolean {
  if (page.test(id)) return true;
  if (!OURS.test(id) || seen.has(id)) return false;
  seen.add(id);
  return modules.getModuleInfo(id)?.importers.some((importer) => comesWith(page, importer, modules, seen)) ?? false;
}

// The development server hands everything that is not the client to the real server.
export default defineConfig(({ mode }) => {
  const target = loadEnv(mode, '.', 'WERKRAUM_').WERKRAUM_SERVER ?? 'http://127.0.0.1:8080';
  return {
    plugins: [preact(), pdfjsAssets()],
    build: {
      target: 'es2022',
      cssTarget: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
      sourcemap: true,
      assetsInlineLimit: 0,
      manifest: true,
      rolldownOptions: {
        output: {
          // Few files, not dozens of a few hundred bytes each: what most pages share, what the room shares with other
          // pages, and what it begins with and shares with its own parts that come later.
          codeSplitting: {
            groups: [
              { name: 'shared', test: SHARED, minShareCount: 3 },
              { name: (id, modules) => nameFor(id, modules), minShareCount: 2 },
            ],
          },
        },
      },
    },
    server: {
      host: '127.0.0.1',
      proxy: {
        '/api': { target },
        '/socket.io': { target, ws: true },
        '/livekit': { target, ws: true },
      },
    },
  };
});
