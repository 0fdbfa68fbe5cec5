import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const ROOT = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
/** Character maps of East Asian scripts, the standard fonts, and decoders in plain JavaScript: no WebAssembly. */
const FOLDERS: Readonly<Record<string, RegExp>> = {
  cmaps: /\.bcmap$/,
  standard_fonts: /\.(pfb|ttf)$/,
  wasm: /_nowasm_fallback\.js$/,
};
const BASE = '/assets/pdfjs/';

const files = (): string[] =>
  Object.entries(FOLDERS).flatMap(([folder, wanted]) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => wanted.test(name))
      .map((name) => `${folder}/${name}`),
  );

/** Puts what PDF.js fetches while it reads a file beside our own assets, so that nothing comes from elsewhere. */
export function pdfjsAssets(): Plugin {
  return {
    name: 'pdfjs-assets',
    generateBundle() {
      for (const name of files())
        this.emitFile({ type: 'asset', fileName: BASE.slice(1) + name, source: readFileSync(join(ROOT, name)) });
    },
    configureServer({ middlewares }) {
      const served = new Set(files());
      middlewares.use((request, response, next) => {
        const name = request.url?.startsWith(BASE) ? request.url.slice(BASE.length) : undefined;
        if (name === undefined || !served.has(name)) return next();
        if (name.endsWith('.js')) response.setHeader('content-type', 'text/javascript');
        response.end(readFileSync(join(ROOT, name)));
      });
    },
  };
}
