import preact from '@preact/preset-vite';
import { defineConfig, loadEnv } from 'vite';

// The code of a QR code's squares is larger than most pages, and shown behind a button.
const SHARED = /\/node_modules\/(preact|preact-iso|zustand|lucide-preact)\/|\/src\/(ui|i18n)\/(?!qr-code)[^/]+$/;

// The development server hands everything that is not the client to the real server.
export default defineConfig(({ mode }) => {
  const target = loadEnv(mode, '.', 'WERKRAUM_').WERKRAUM_SERVER ?? 'http://127.0.0.1:8080';
  return {
    plugins: [preact()],
    build: {
      target: 'es2022',
      cssTarget: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
      sourcemap: true,
      assetsInlineLimit: 0,
      manifest: true,
      rolldownOptions: {
        output: {
          // What most pages share comes as one file, not as thirty of a few hundred bytes each.
          advancedChunks: { groups: [{ name: 'shared', test: SHARED, minShareCount: 3 }] },
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
