/** Pixels, four bytes each, row by row: what browsers call ImageData. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray<ArrayBuffer>;
}

/** For each new pixel along one axis: where its share of the old ones begins. One more than there are new ones. */
const edges = (from: number, to: number): Float64Array =>
  Float64Array.from({ length: to + 1 }, (_, index) => (index * from) / to);

/**
 * The image with its longer side at most `longest` pixels: each new pixel is the mean of the area it covers, colours
 * weighted by how opaque they are. The very same image when it is small enough.
 */
export function shrink(image: Pixels, longest: number): Pixels {
  const scale = longest / Math.max(image.width, image.height);
  if (scale >= 1) return image;
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const data = new Uint8ClampedArray(width * height * 4);
  const across = edges(image.width, width);
  const down = edges(image.height, height);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Number(down[y]), Number(down[y + 1])];
    for (let x = 0; x < width; x += 1) {
      data.set(meanOf(image, Number(across[x]), Number(across[x + 1]), top, bottom), (y * width + x) * 4);
    }
  }
  return { width, height, data };
}

const MEAN = new Float64Array(4);

function meanOf({ width, height, data }: Pixels, left: number, right: number, top: number, bottom: number) {
  let [red, green, blue, alpha, area] = [0, 0, 0, 0, 0];
  const [lastX, lastY] = [Math.min(width, Math.ceil(right)), Math.min(height, Math.ceil(bottom))];
  for (let y = Math.floor(top); y < lastY; y += 1) {
    const share = Math.min(bottom, y + 1) - Math.max(top, y);
    for (let x = Math.floor(left), at = (y * width + x) * 4; x < lastX; x += 1, at += 4) {
      const weight = share * (Math.min(right, x + 1) - Math.max(left, x));
      const opaque = weight * (data[at + 3] as number);
      red += opaque * (data[at] as number);
      green += opaque * (data[at + 1] as number);
      blue += opaque * (data[at + 2] as number);
      alpha += opaque;
      area += weight;
    }
  }
  const by = alpha || 1;
  MEAN.set([red / by, green / by, blue / by, alpha / area]);
  return MEAN;
}
