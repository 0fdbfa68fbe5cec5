/** Width and height in pixels. */
export interface PixelSize {
  width: number;
  height: number;
}

type Reader = (view: DataView) => PixelSize | undefined;

/**
 * The size that an image claims in its first bytes, so that one of too many pixels is refused before anything is decoded.
 * Undefined when no header can be read. Layouts: PNG (W3C, IHDR), JPEG (ITU T.81, B.2.2 frame headers), WebP (RFC 9649).
 */
export function claimedSize(bytes: Uint8Array, read: Reader): PixelSize | undefined {
  try {
    const size = read(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined; // The file ends within its header.
    throw error;
  }
}

/** IHDR is always the first chunk. */
export const pngSize: Reader = (view) => ({ width: view.getUint32(16), height: view.getUint32(20) });

const START_OF_FRAME = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

/** Walks from marker to marker until the frame header. */
export const jpegSize: Reader = (view) => {
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (START_OF_FRAME.has(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    else at += 2 + view.getUint16(at + 2);
  }
};

const uint24 = (view: DataView, at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);

/** Lossy, lossless and extended files say it in three ways. */
export const webpSize: Reader = (view) => {
  switch (view.getUint32(12)) {
    case 0x56503820: // 'VP8 '
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 0x5650384c: {
      const bits = view.getUint32(21, true); // 'VP8L'
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 0x56503858: // 'VP8X'
      return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
    default:
      return undefined;
  }
};
