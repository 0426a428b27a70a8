// How wide text is in Helvetica, Arial or Liberation Sans, whose letters are equally wide: thousandths of the size, from the blank on.
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const LETTER = 580;
const WIDE = 1000;
const BOLD = 1.07;

export const FONT = "Arial, 'Liberation Sans', Helvetica, sans-serif";

export function widthOf(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    sum += WIDTHS[code - 32] ?? (code < 0x1100 ? LETTER : WIDE);
  }
  return sum * size / 1000 * (bold ? BOLD : 1);
}
