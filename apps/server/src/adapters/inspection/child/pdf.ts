import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** How many pages a PDF has, or why it has none for us: a password, or nothing that can be read. */
export async function pagesOfPdf(data: Uint8Array): Promise<number | 'file-locked' | 'file-broken'> {
  const task = getDocument({ data, verbosity: 0, useWorkerFetch: false, useWasm: false, disableFontFace: true });
  try {
    const document = await task.promise;
    // A catalogue may promise pages that are not there.
    await document.getPage(1);
    await document.getPage(document.numPages);
    return document.numPages;
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'file-locked' : 'file-broken';
  }
}
