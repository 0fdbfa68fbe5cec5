/** A name as people read it: without case, accents of composition, or extra space. Two that read alike are one name [PE-3]. */
export const readAs = (name: string): string =>
  name.normalize('NFKC').toLocaleLowerCase('en').replaceAll(/\s+/g, ' ').trim();
