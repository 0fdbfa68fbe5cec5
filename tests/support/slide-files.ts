import { crc32, deflateSync } from 'node:zlib';

type Bytes = Uint8Array<ArrayBuffer>;

export const text = (content: string): Bytes => Uint8Array.from(Buffer.from(content, 'latin1'));
export const joined = (...parts: readonly (Uint8Array | string)[]): Bytes =>
  Uint8Array.from(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))));

const uint32 = (value: number): Bytes => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
};

function chunk(type: string, data: Uint8Array): Bytes {
  const named = joined(type, data);
  return joined(uint32(data.byteLength), named, uint32(crc32(named)));
}

/** A PNG of one colour. `claims`: its header says another size than its pixels have. */
export function png(width: number, height: number, more: { claims?: [number, number]; comment?: string } = {}): Bytes {
  const { claims = [width, height], comment } = more;
  const header = joined(uint32(claims[0]), uint32(claims[1]), new Uint8Array([8, 2, 0, 0, 0]));
  const rows = Buffer.alloc((1 + width * 3) * height, 0x7f);
  for (let row = 0; row < height; row += 1) rows[row * (1 + width * 3)] = 0;
  const remark = comment === undefined ? '' : chunk('tEXt', text(`Author\0${comment}`));
  const pixels = chunk('IDAT', deflateSync(rows));
  return joined('\x89PNG\r\n\x1a\n', chunk('IHDR', header), remark, pixels, chunk('IEND', new Uint8Array()));
}

/** A PDF of empty pages. `more` are further entries of its catalogue, `locked` gives it a password that nobody knows. */
export function pdf(pages = 1, { more = '', locked = false } = {}): Bytes {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(' ');
  const secret = `/O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4`;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${more} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 960 540] >>'),
    ...(locked ? [`<< /Filter /Standard /V 1 /R 2 /Length 40 ${secret} >>`] : []),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const id = '[<0123456789abcdef0123456789abcdef> <0123456789abcdef0123456789abcdef>]';
  const encrypt = locked ? `/Encrypt ${objects.length} 0 R /ID ${id}` : '';
  const trailer = `trailer << /Size ${objects.length + 1} /Root 1 0 R ${encrypt} >>`;
  const start = `startxref\n${file.length}\n%%EOF`;
  return text(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}${trailer}\n${start}`);
}
