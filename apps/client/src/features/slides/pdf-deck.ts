import { AnnotationMode, getDocument, type PDFDocumentProxy, PDFWorker, TextLayer } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { type Box, type Deck, DeckTrouble, fitted } from './deck.ts';

/** Character maps, fonts and decoders of PDF.js, served by us (`pdf-assets.ts`). */
const ASSETS = `${import.meta.env.BASE_URL}assets/pdfjs/`;
/** Larger pictures in a page are left out: they are a way to fill a visitor's memory. */
const MOST_PIXELS = 40_000_000;

type ScriptUrlPolicy = { createScriptURL(url: string): string };
type PolicyFactory = { createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy };

/** The address of our own worker, in the form that pages with trusted types ask for. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  const policy = trustedTypes?.createPolicy('werkraum-slides', { createScriptURL: () => url });
  return policy?.createScriptURL(url) ?? url;
}

let worker: PDFWorker | undefined;

/** Starts the worker that reads PDFs, one for all of them, so that slides which are shown next wait for nothing. */
export function startPdfWorker(): PDFWorker {
  worker ??= PDFWorker.create({ port: new Worker(trusted(workerUrl), { type: 'module' }) });
  return worker;
}

/**
 * Opens a PDF. Nothing in it runs: no scripts, no forms, no links, no WebAssembly; what it refers to outside of itself is
 * not fetched. Throws `DeckTrouble` for what cannot be read.
 */
export async function openPdf(bytes: Blob): Promise<Deck> {
  const task = getDocument({
    data: new Uint8Array(await bytes.arrayBuffer()),
    worker: startPdfWorker(),
    cMapUrl: `${ASSETS}cmaps/`,
    standardFontDataUrl: `${ASSETS}standard_fonts/`,
    wasmUrl: `${ASSETS}wasm/`,
    useWasm: false,
    enableXfa: false,
    maxImageSize: MOST_PIXELS,
    verbosity: 0,
  });
  const pdf = await task.promise.catch(() => {
    throw new DeckTrouble('broken');
  });
  return {
    draw: (page, box, signal) => draw(pdf, page, box, signal),
    lay: (page, container, width, signal) => lay(pdf, page, container, width, signal),
    close: () => void task.destroy(),
  };
}

async function draw(pdf: PDFDocumentProxy, number: number, box: Box, signal: AbortSignal): Promise<HTMLCanvasElement> {
  const page = await pdf.getPage(number);
  signal.throwIfAborted();
  const natural = page.getViewport({ scale: 1 });
  const size = fitted(natural, box);
  const canvas = Object.assign(document.createElement('canvas'), size);
  const viewport = page.getViewport({ scale: size.width / natural.width });
  const task = page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE, intent: 'display' });
  const stop = () => task.cancel();
  signal.addEventListener('abort', stop);
  try {
    await task.promise;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    page.cleanup();
  }
  return canvas;
}

async function lay(
  pdf: PDFDocumentProxy,
  number: number,
  container: HTMLElement,
  width: number,
  signal: AbortSignal,
): Promise<void> {
  const page = await pdf.getPage(number);
  const scale = width / page.getViewport({ scale: 1 }).width;
  const textContentSource = await page.getTextContent();
  signal.throwIfAborted();
  container.replaceChildren();
  container.style.setProperty('--total-scale-factor', String(scale));
  await new TextLayer({ textContentSource, container, viewport: page.getViewport({ scale }) }).render();
}
